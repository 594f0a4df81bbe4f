// Walks a Markdown document and notes everything that starts with a time. Pure. Rules: SPEC T40-T48.

import type { Block, HeadingBlock, ListBlock, ListItem, ParagraphBlock } from '../markdown/block.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { blocksText, blockText, plainText } from '../markdown/inline.ts';
import type { DateOrder } from './calendar.ts';
import { readTime, type TimeExpression } from './expression.ts';
import type { EntryMark, Mark } from './marks.ts';
import { collectTable } from './table.ts';
import { addEntry, inTimeline, note, timelineHeading, type Walk } from './walk.ts';

export function collectMarks(document: MarkdownDocument, order: DateOrder): Mark[] {
  const walk: Walk = { marks: [], order, sections: [], label: '', open: null, groups: 0 };
  for (const block of document.blocks) walkBlock(walk, block);
  return walk.marks;
}

function addDate(walk: Walk, time: TimeExpression): void {
  walk.marks.push({ kind: 'date', date: time.date, weekday: time.weekday, dayShift: time.dayShift });
}

const saysNothing = (text: string): boolean => text.replace(/[\s:*_.,()-]/g, '') === '';

/** Only a day, no time of day. */
const isDayOnly = (time: TimeExpression): boolean => !time.clock && time.relativeMinutes === null;

function walkBlock(walk: Walk, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return walkHeading(walk, block);
    case 'table': {
      const found = collectTable(walk, block);
      if (!found && walk.open) appendDetail(walk.open, block);
      return;
    }
    case 'list': {
      const before = walk.marks.length;
      const open = walk.open;
      walkList(walk, block, `list ${(walk.groups += 1)}`);
      const foundNothing = !walk.marks.slice(before).some((mark) => mark.kind === 'entry');
      if (open && foundNothing) appendDetail(open, block);
      return;
    }
    case 'paragraph':
      return walkParagraph(walk, block);
    case 'quote':
      if (walk.open) appendDetail(walk.open, block);
      else for (const inner of block.blocks) walkBlock(walk, inner);
      return;
    case 'code':
      return;
  }
}

function appendDetail(entry: EntryMark, block: Block): void {
  const detail = blockText(block);
  if (detail !== '') entry.text += (block.kind === 'paragraph' ? '\n\n' : '\n') + detail;
}

function walkHeading(walk: Walk, heading: HeadingBlock): void {
  const title = plainText(heading.text);
  const time = readTime(title, { order: walk.order });
  walk.label = '';
  walk.open = null;
  const isEntry = time !== null && (time.clock !== null || saysNothing(time.rest));
  // Under "## Timeline", another "## 10:15" is an entry and not the end of the timeline.
  const last = walk.sections.at(-1);
  const staysInTimeline =
    isEntry && last !== undefined && last.depth === heading.depth && timelineHeading.test(last.title);
  if (!staysInTimeline) walk.sections = walk.sections.filter((section) => section.depth < heading.depth);
  if (time && heading.depth > 1 && (time.clock || inTimeline(walk))) {
    const group = `heading ${heading.depth}`;
    if (isDayOnly(time) && time.date) addDate(walk, time);
    if (!isDayOnly(time) || !saysNothing(time.rest)) {
      walk.open = addEntry(walk, { time, text: time.rest, line: heading.line, form: 'heading', group, zone: null });
    } else if (!time.date) addDate(walk, time);
    note(walk, title, true);
    return;
  }
  walk.sections.push({ depth: heading.depth, title });
  note(walk, title, true);
}

/** Own text of an item: all but nested lists. */
function ownText(item: ListItem): string {
  return blocksText(item.blocks.filter((block) => block.kind !== 'list'));
}

function walkList(walk: Walk, list: ListBlock, group: string): void {
  for (const item of list.items) {
    const text = ownText(item).replace(/\[\^\w{1,20}\]:?/g, '');
    const nested = item.blocks.filter((block) => block.kind === 'list');
    const time = readTime(text, { order: walk.order }) ?? readTrailingTime(text, walk.order);
    if (!time) {
      walkUntimedItem(walk, text, nested);
      continue;
    }
    if (isDayOnly(time) && saysNothing(time.rest) && nested.length > 0) {
      addDate(walk, time);
      for (const inner of nested) walkList(walk, inner, group);
      continue;
    }
    const entry = addEntry(walk, { time, text: time.rest, line: item.line, form: 'list', group, zone: null });
    for (const inner of nested) {
      const before = walk.marks.length;
      walkList(walk, inner, `list ${(walk.groups += 1)}`);
      if (!walk.marks.slice(before).some((mark) => mark.kind === 'entry')) appendDetail(entry, inner);
    }
  }
}

function walkUntimedItem(walk: Walk, text: string, nested: readonly ListBlock[]): void {
  const outerLabel = walk.label;
  if (text !== '') {
    walk.label = text.slice(0, 100);
    note(walk, text);
  }
  for (const inner of nested) walkList(walk, inner, `list ${(walk.groups += 1)}`);
  walk.label = outerLabel;
}

/** "Deploy finished (14:05)" and "Deploy finished @ 14:05 UTC". */
function readTrailingTime(text: string, order: DateOrder): TimeExpression | null {
  const tail = /(?:\s[-–—@]\s?|[([])([^()[\]\n]{4,40})[)\]]?\s?\.?$/.exec(text.slice(-60));
  if (!tail) return null;
  const time = readTime(tail[1]!.trim(), { order });
  if (!time?.clock || !saysNothing(time.rest)) return null;
  const rest = text.slice(0, text.length - tail[0].length).trim();
  return rest.length < 4 ? null : { ...time, rest, separator: '(' };
}

function walkParagraph(walk: Walk, paragraph: ParagraphBlock): void {
  const text = blockText(paragraph);
  const times = paragraph.lines.map((line) => readTime(line.text, { order: walk.order }));
  const first = times[0] ?? null;
  const timedLines = times.filter(
    (time) => time?.clock || (time?.relativeMinutes !== undefined && time?.relativeMinutes !== null),
  ).length;
  const isDetail = walk.open !== null && walk.open.form !== 'paragraph' && timedLines === 1;
  if (timedLines > 0 && (hasTime(first) || timedLines > 1) && !isDetail) {
    walkTimedLines(walk, paragraph, times);
    return;
  }
  if (first && isDayOnly(first) && (first.date ?? first.weekday ?? first.dayShift) && isDayLine(first, text)) {
    addDate(walk, first);
    note(walk, text);
    walk.open = null;
    return;
  }
  if (first?.date && inTimeline(walk) && !walk.open) {
    walk.open = addEntry(walk, {
      time: first,
      text: text.slice(text.length - restLength(first, paragraph)),
      line: paragraph.line,
      form: 'paragraph',
      group: paragraphGroup(walk),
      zone: null,
    });
    return;
  }
  if (walk.open) return appendDetail(walk.open, paragraph);
  note(walk, text);
  walk.label = text.slice(0, 100);
}

const hasTime = (time: TimeExpression | null): boolean => time !== null && !isDayOnly(time);

/** Length of the first line's rest and of the lines after it. */
function restLength(first: TimeExpression, paragraph: ParagraphBlock): number {
  const [head, ...others] = paragraph.lines;
  return first.rest.length + (head === undefined ? 0 : others.reduce((sum, line) => sum + line.text.length + 1, 0));
}

/** A line that only names a day, perhaps with a word on the zone: "**Tuesday, 3 March** (all times UTC)". */
function isDayLine(time: TimeExpression, text: string): boolean {
  if (saysNothing(time.rest)) return !text.includes('\n');
  return !text.includes('\n') && text.length < 80 && /\btimes?\b|^\W{0,3}(?:utc|gmt|[a-z]{3,4}t)\b/i.test(time.rest);
}

const paragraphGroup = (walk: Walk): string =>
  `paragraphs ${walk.sections.map((section) => section.title).join(' / ')}`;

function walkTimedLines(walk: Walk, paragraph: ParagraphBlock, times: readonly (TimeExpression | null)[]): void {
  let entry: EntryMark | null = null;
  paragraph.lines.forEach((line, index) => {
    const time = times[index] ?? null;
    if (time && hasTime(time)) {
      const group = paragraphGroup(walk);
      entry = addEntry(walk, { time, text: time.rest, line: line.number, form: 'paragraph', group, zone: null });
    } else if (time?.date && saysNothing(time.rest)) {
      addDate(walk, time);
      entry = null;
    } else if (entry) entry.text += `\n${line.text}`;
    else note(walk, line.text);
  });
  walk.open = entry;
}
