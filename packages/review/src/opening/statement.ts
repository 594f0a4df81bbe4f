// The opening statement, filled from the incident. Pure. Rules: SPEC O1, O2.
import type { Incident } from '../incident.ts';
import { clock, durationInWords, longDay, zoneName } from '../time/words.ts';

/** Of what it meant: to more than this nobody listens. */
const longestImpact = 1_000;

/** @returns one paragraph after the other, apart by an empty line; to be read aloud, and edited before. */
export const openingStatement = (incident: Incident): string =>
  [
    [whatHappened(incident), when(incident)].join(' '),
    impact(incident),
    'We want to understand how it came about, and what it can teach us about the way we work. We look for no culprit, and for no single cause. Everybody who was there did what made sense with what they could know at that moment.',
    'If something seems plain to us now, that is because we know how it ended. Let us ask how it looked from the inside.',
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');

const whatHappened = ({ title, severity }: Incident): string =>
  severity === 'near-miss'
    ? `We are here to talk about a near miss: “${title.trim()}”.`
    : `We are here to talk about “${title.trim()}”.`;

const when = ({ startedAt, resolvedAt, zone }: Incident): string => {
  if (startedAt === null) return 'When it began is one of the things that we want to find out.';
  const begun = `It began on ${longDay(startedAt, zone)} at ${clock(startedAt, zone)} (${zone === 'UTC' ? 'UTC' : zoneName(startedAt, zone)})`;
  return resolvedAt === null
    ? `${begun}.`
    : `${begun} and lasted ${durationInWords((resolvedAt - startedAt) / 60_000)}.`;
};

const impact = ({ impact: told }: Incident): string => {
  const words = shortened(told.trim());
  if (words === '') return '';
  return `What it meant: ${words}${/[.!?…]["”’)]?$/.test(words) ? '' : '.'}`;
};

const shortened = (words: string): string =>
  words.length <= longestImpact
    ? words
    : `${words
        .slice(0, longestImpact)
        .replace(/\s+\S*$/, '')
        .replace(/[.,;:]$/, '')}…`.toWellFormed();

/**
 * The statement as it is read: the facilitator's own words where there are some, else those of the incident.
 * @returns paragraphs, none of them empty.
 */
export const statementParagraphs = (own: string | undefined, incident: Incident): string[] =>
  (own ?? openingStatement(incident))
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
