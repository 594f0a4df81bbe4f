// Times that stand behind what they date: "Deploy finished (14:05)", "Resolved 2021-07-13 11:49", "[Update - 15h50 UTC]".
// Pure. Rules: SPEC T46, T47.

import type { DateOrder } from './calendar.ts';
import { readTime, type TimeExpression } from './expression.ts';
import { saysNothing } from './walk.ts';

const bracketedTail = /(?:\s[-–—@]\s?|[([])([^()[\]\n]{4,40})[)\]]?\s?\.?$/;
const starts = /(?<=[\s(*_]|[A-Za-z]:)(?=\d|[A-Z][a-z]{2})/g;
const stampLine = /^(?:\[([^\][]{6,80})\]|\*\*([^*]{6,80})\*\*|__([^_]{6,80})__)\s{0,3}:?$/;
/** "Update -", "Final message:": up to three words before the time. */
const stampLabel = /^(?:[A-Za-z]{2,20}\s?){1,3}?\s{0,2}(?:[-–—:|(]\s{0,2}|(?:at|on)\s{1,2})?(?=\d|[A-Z])/;
const longestMilestone = 160;

/** The time at the end of an event's line, in brackets or behind a dash; `rest` is the text before it. */
export function readTrailingTime(text: string, order: DateOrder): TimeExpression | null {
  const tail = bracketedTail.exec(text.slice(-60));
  if (!tail) return null;
  const time = readTime(tail[1]!.trim(), { order });
  if (!time?.clock || !saysNothing(time.rest)) return null;
  const rest = text.slice(0, text.length - tail[0].length).trim();
  return rest.length < 4 ? null : { ...time, rest, separator: '(' };
}

/** "First detected 2021-07-12 15:44" and "**Start**: 10:15 UTC": a label, then a time that ends the line. */
export function readMilestone(text: string, order: DateOrder): TimeExpression | null {
  if (text.length > longestMilestone || text.includes('\n') || !/\d/.test(text)) return null;
  for (const match of text.matchAll(starts)) {
    if (match.index < 3) continue;
    const time = readTime(text.slice(match.index), { order });
    if (!time?.clock?.known || !saysNothing(time.rest)) continue;
    const label = text.slice(0, match.index).replace(/[\s:*_(@–—-]+$|\s(?:at|on)\s*$/g, '');
    const marked = /[:–—-][\s*_(]*$/.test(text.slice(0, match.index));
    if (time.date === null && !marked) continue;
    return { ...time, rest: label.replace(/^[*_]+/, ''), separator: ':' };
  }
  return null;
}

/** "Update - 12:30 UTC", "Resolved (14:05 CET)": a heading whose time stands behind a word or two. */
export function readLabelledTime(title: string, order: DateOrder): TimeExpression | null {
  const label = stampLabel.exec(title)?.[0] ?? '';
  const time = /[-–—:|(]\s{0,2}$/.test(label) ? readTime(title.slice(label.length), { order }) : null;
  const isWhole = time?.clock != null && (time.clock.zone !== null || time.date !== null) && saysNothing(time.rest);
  return isWhole ? { ...time, rest: '' } : null;
}

/** A line of its own that dates the lines under it: "**2021-04-19T21:12Z**", "[Update - 2023-03-29 15h50 UTC]". */
export function readStamp(line: string, order: DateOrder): TimeExpression | null {
  const match = stampLine.exec(line);
  const inner = match?.[1] ?? match?.[2] ?? match?.[3];
  if (inner === undefined) return null;
  const label = stampLabel.exec(inner)?.[0] ?? '';
  const time = readTime(inner, { order }) ?? readTime(inner.slice(label.length), { order });
  return time?.clock && saysNothing(time.rest) ? { ...time, rest: '', separator: '\n' } : null;
}
