// Timeline entries of paragraphs: lines that start with a time, days on a line of their own, told sentences. Pure.
// Rules: SPEC T42, T45, T47, T48.

import type { ParagraphBlock } from '../markdown/block.ts';
import { blockText } from '../markdown/inline.ts';
import type { Line } from '../markdown/lines.ts';
import { readTime, type TimeExpression } from './expression.ts';
import type { EntryMark } from './marks.ts';
import { readMilestone, readStamp } from './trailing.ts';
import { addDate, addEntry, appendDetail, isDayOnly, note, placeOfWalk, saysNothing, type Walk } from './walk.ts';

export function walkParagraph(walk: Walk, paragraph: ParagraphBlock): void {
  const text = blockText(paragraph);
  const lines = paragraph.lines.map((line) => readTimedLine(walk, line));
  const [first] = lines;
  const timed = lines.filter((line) => line.time && !isDayOnly(line.time)).length;
  const detailOfHeading = walk.open !== null && walk.open.form === 'heading' && walk.open.role === 'event';
  if (first?.time && isDayLine(first.time, text)) {
    addDate(walk, first.time);
    note(walk, text);
    walk.open = null;
  } else if (timed > 0 && (timed > 1 || (isTimed(first) && !detailOfHeading))) {
    walkTimedLines(walk, lines);
  } else if (first?.time?.date && placeOfWalk(walk) === 'said' && !detailOfHeading && startsEntry(walk, first.time)) {
    walk.open = addEntry(walk, {
      time: first.time,
      text: [first.time.rest, ...paragraph.lines.slice(1).map((line) => line.text)].join('\n'),
      line: paragraph.line,
      form: 'paragraph',
      group: paragraphGroup(walk),
    });
  } else if (walk.open) appendDetail(walk.open, paragraph);
  else {
    for (const { line, milestone } of lines) if (milestone) addMilestone(walk, line, milestone);
    walk.label = text.slice(0, 100);
    note(walk, text);
  }
}

interface TimedLine {
  readonly line: Line;
  readonly time: TimeExpression | null;
  readonly isStamp: boolean;
  readonly milestone: TimeExpression | null;
}

function readTimedLine(walk: Walk, line: Line): TimedLine {
  const stamp = readStamp(line.text, walk.order);
  const time = stamp ?? readTime(line.text, { order: walk.order });
  const milestone = time ? null : readMilestone(line.text, walk.order);
  return { line, time, isStamp: stamp !== null, milestone };
}

const isTimed = (line: TimedLine | undefined): boolean =>
  line !== undefined && line.time !== null && !isDayOnly(line.time);

/** A day without a time starts an entry where it is set off by a mark; within an open entry only then. */
const startsEntry = (walk: Walk, time: TimeExpression): boolean =>
  walk.open === null || (time.separator !== '' && time.separator !== ',');

/** A line that only names a day, perhaps with a word on the zone: "**Tuesday, 3 March** (all times UTC)". */
function isDayLine(time: TimeExpression, text: string): boolean {
  if (!isDayOnly(time) || text.includes('\n')) return false;
  if (time.date === null && time.weekday === null && time.dayShift === 0) return false;
  if (saysNothing(time.rest)) return true;
  return text.length < 80 && /\btimes?\b|^\W{0,3}(?:utc|gmt|[a-z]{3,4}t)\b/i.test(time.rest);
}

const paragraphGroup = (walk: Walk): string =>
  `paragraphs ${walk.sections.map((section) => section.title).join(' / ')}`;

function addMilestone(walk: Walk, line: Line, time: TimeExpression): void {
  const group = paragraphGroup(walk);
  addEntry(walk, { time, text: time.rest, line: line.number, form: 'paragraph', group, role: 'milestone' });
}

function walkTimedLines(walk: Walk, lines: readonly TimedLine[]): void {
  let entry: EntryMark | null = null;
  for (const { line, time, isStamp } of lines) {
    if (time && !isDayOnly(time)) {
      const form = isStamp ? 'stamp' : 'paragraph';
      entry = addEntry(walk, { time, text: time.rest, line: line.number, form, group: paragraphGroup(walk) });
    } else if (time?.date && saysNothing(time.rest)) {
      addDate(walk, time);
      entry = null;
    } else if (entry) entry.text += `\n${line.text}`;
    else note(walk, line.text);
  }
  walk.open = entry;
}
