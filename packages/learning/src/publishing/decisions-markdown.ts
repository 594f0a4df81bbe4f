// Decisions as lines of the report's Markdown. Pure. Rules: SPEC P3, P11.
import { clock, fullDay, listed } from '@hearth/review/time/words';
import { escapeLine, escapeParagraph } from './escape.ts';
import type { Report } from './report.ts';

/** @returns one item each, without its mark; none where none was made. */
export const decisionLines = ({ decisions = [], incident: { zone } }: Report): string[] =>
  decisions.map(({ text, at, by, present }) => {
    const noted = by === null ? [] : [`Noted by ${escapeLine(by)}.`];
    const there = present.length === 0 ? [] : [`There: ${listed(present.map(escapeLine))}.`];
    const who = [...noted, ...there].join(' ');
    return `**${fullDay(at, zone)}, ${clock(at, zone)}** ${escapeParagraph(text)}${who === '' ? '' : `\\\n${who}`}`;
  });
