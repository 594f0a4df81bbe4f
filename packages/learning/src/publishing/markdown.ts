// A report as Markdown: all sections of DOMAIN 3.1 in order. The same report gives the same bytes. Pure. Rules: SPEC P1-P8.
import { categoryNames, eventKindNames, facetNames, factorCategories } from '@hearth/board/cards';
import type { NarrativeNode } from '@hearth/board/narrative';
import { detectionNames, severityNames } from '@hearth/review/incident';
import { statusNames } from '../action-items/model.ts';
import { escapeLine, escapeParagraph, link, safeAddress } from './escape.ts';
import {
  clock,
  clockSpan,
  counted,
  dateInWords,
  durationInWords,
  fullDay,
  longDay,
  spanInWords,
} from '@hearth/review/time/words';
import { decisionLines } from './decisions-markdown.ts';
import { narrativeMarkdown } from './narrative-markdown.ts';
import { narrativeParts } from './narrative-parts.ts';
import { factorGroups } from './factor-groups.ts';
import type { Report, ReportAction, ReportEvent, ReportFactor } from './report.ts';

const nothingYet = '*Nothing recorded.*';

/** @param pictureUrl  address of a picture by its id; null where nobody knows it, then pictures are named only. */
export const renderMarkdown = (report: Report, pictureUrl: ((id: string) => string) | null = null): string => {
  const { sections, story } = narrativeParts(report.narrative);
  const written = (part: NarrativeNode | null): string =>
    part === null ? '' : narrativeMarkdown(part, { headingShift: 1, pictureUrl });
  const decided = decisionLines(report);
  const all = [
    `# ${escapeLine(report.incident.title) || 'A learning review'}`,
    facts(report),
    section('Summary', written(sections.summary)),
    section('Timeline', timeline(report)),
    section('Perspectives', perspectives(report)),
    section('Contributing factors', factors(report)),
    section('What went well', written(sections['what went well'])),
    section('What to improve', written(sections['what to improve'])),
    section(
      'Learnings',
      bullets(report.learnings.map(({ text, dots }) => `${escapeParagraph(text)}${dotWords(dots)}`)),
    ),
    // A review needs no decision: without one there is no section.
    ...(decided.length > 0 ? [section('Decisions', bullets(decided))] : []),
    section('Improvement actions', actions(report.actions)),
    section('How we got here', written(story)),
    section('References', references(report, pictureUrl, written(sections.references))),
    '___',
    footer(report),
  ];
  return `${all.join('\n\n')}\n`;
};

const section = (title: string, body: string): string => `## ${title}\n\n${body === '' ? nothingYet : body}`;

/** Items may have several lines: they align with the words after the mark. */
const bullets = (items: readonly string[], mark: '-' | '*' = '-'): string =>
  items.map((item) => `${mark} ${item.replace(/\n(?!\n|$)/g, '\n  ')}`).join('\n');

const facts = ({ incident, durationMinutes, leadResponder }: Report): string => {
  const { startedAt, resolvedAt, zone } = incident;
  const date = startedAt === null ? 'not known' : `${spanInWords(startedAt, resolvedAt, zone)} (${escapeLine(zone)})`;
  return bullets([
    `**Date:** ${date}`,
    `**Duration:** ${durationMinutes === null ? 'not known' : durationInWords(durationMinutes)}`,
    `**Severity:** ${severityNames[incident.severity]}`,
    ...(incident.services.length > 0 ? [`**Services:** ${incident.services.map(escapeLine).join(', ')}`] : []),
    `**Impact:** ${escapeParagraph(incident.impact) || 'not recorded'}`,
    `**How it was noticed:** ${detectionNames[incident.detection]}`,
    `**Lead responder:** ${escapeLine(leadResponder ?? '') || 'not recorded'}`,
  ]);
};

const timeline = ({ timeline: events, incident }: Report): string => {
  if (events.length === 0) return '';
  const parts = [`Times in ${escapeLine(incident.zone)}.`];
  let day: string | null = null;
  let lines: string[] = [];
  for (const event of events) {
    const eventDay = event.at === null ? 'Time not known' : longDay(event.at, incident.zone);
    if (eventDay !== day) {
      if (lines.length > 0) parts.push(lines.join('\n'));
      parts.push(`### ${eventDay}`);
      lines = [];
      day = eventDay;
    }
    lines.push(bullets([eventLine(event, incident.zone)]));
  }
  return [...parts, lines.join('\n')].join('\n\n');
};

const eventLine = (event: ReportEvent, zone: string): string => {
  const about = event.precision === 'about' ? 'about ' : '';
  const time = event.at === null ? '' : `**${about}${clockSpan(event.at, event.endAt, zone)}** `;
  const kind = [eventKindNames[event.kind], escapeLine(event.lane), event.key ? 'key moment' : '']
    .filter((part) => part !== '')
    .join(', ');
  const evidence = event.evidence.map(({ label, url }) => link(label, url)).join(', ');
  return `${time}${escapeParagraph(event.text)} (${kind})${evidence === '' ? '' : `\\\n${evidence}`}`;
};

const perspectives = ({ perspectives: all }: Report): string =>
  all
    .map(({ name, role, cards }) => {
      const who = [escapeLine(name), escapeLine(role)].filter((part) => part !== '').join(', ');
      const lines = cards.map(({ facet, text }) => `**${facetNames[facet]}:** ${escapeParagraph(text)}`);
      return `### ${who || 'Others'}\n\n${bullets(lines)}`;
    })
    .join('\n\n');

const factors = ({ factors: all }: Report): string => {
  const groups = factorGroups(all);
  const line = ({ text, links, category, dots }: ReportFactor, themed: boolean): string => {
    const linked = links.map(({ meaning, text: target }) => `${meaning}: ${escapeLine(target)}`);
    const words = `${escapeParagraph(text)}${themed ? ` (${categoryNames[category].toLowerCase()})` : ''}${dotWords(dots)}`;
    return [words, ...linked].join('\\\n');
  };
  const written = (title: string, of: readonly ReportFactor[], themed: boolean): string =>
    `### ${title}\n\n${bullets(of.map((factor) => line(factor, themed))) || nothingYet}`;
  return [
    ...groups.flatMap(({ name, category, of }) => (category === null ? [written(escapeLine(name), of, true)] : [])),
    // A category that only themes have is said there.
    ...factorCategories.flatMap((category) => {
      const of = groups.find((group) => group.category === category)?.of ?? [];
      const inThemes = of.length === 0 && all.some((factor) => factor.category === category);
      return inThemes ? [] : [written(categoryNames[category], of, false)];
    }),
  ].join('\n\n');
};

/** Nothing where nobody voted for it. */
const dotWords = (dots = 0): string => (dots === 0 ? '' : ` (${counted(dots, 'dot')} in the vote)`);

const actions = (items: readonly ReportAction[]): string => {
  if (items.length === 0) return '';
  const rows = items.map((item) => [
    escapeLine(item.text),
    escapeLine(item.owner ?? '') || 'nobody yet',
    item.priority ?? '',
    item.due === null ? '' : escapeLine(dateInWords(item.due)),
    item.kind === null ? '' : item.kind === 'human' ? 'Human' : 'Technical',
    statusNames[item.status],
    item.ticket === null ? '' : link(item.ticket, item.ticket),
  ]);
  const head = ['Action', 'Owner', 'Priority', 'Due', 'Kind', 'Status', 'Ticket'];
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

const references = (
  { incident, pictures = [] }: Report,
  pictureUrl: ((id: string) => string) | null,
  written: string,
): string => {
  const reference = escapeLine(incident.reference);
  const links = incident.links.filter(({ url }) => safeAddress(url) !== null);
  const items = [
    ...(reference === '' ? [] : [`Incident: ${reference}`]),
    ...links.map(({ label, url }) => link(label, url)),
    ...pictures.map(({ id, alt, name }) => {
      const words = `Picture: ${alt.trim() || name}`;
      return pictureUrl === null ? escapeLine(words) : link(words, pictureUrl(id));
    }),
  ];
  // Another mark than a list that people wrote: side by side the two would become one.
  const list = bullets(items, '*');
  return [list, written].filter((part) => part !== '').join('\n\n');
};

const footer = (report: Report): string => {
  const { incident, publishedAtMs, daysAfterIncident, facilitator, people, perspectives: told } = report;
  const published = fullDay(publishedAtMs, incident.zone);
  const tellers = new Set([...told, ...people].map(({ name }) => escapeLine(name)).filter((name) => name !== ''));
  return [
    daysAfterIncident === null
      ? `Published ${published}.`
      : `Published ${counted(daysAfterIncident, 'day')} after the incident.`,
    ...(tellers.size > 0 ? [`Told by ${[...tellers].join(', ')}.`] : []),
    `Owner: ${escapeLine(facilitator ?? '') || 'not recorded'}.`,
    `Last updated ${published}, ${clock(publishedAtMs, incident.zone)} (${escapeLine(incident.zone)}).`,
  ].join(' ');
};
