// Walks a Markdown document and notes everything that has a time. Pure. Rules: SPEC T40-T48.

import type { Block, CodeBlock, HeadingBlock, ListBlock, ListItem } from '../markdown/block.ts';
import type { MarkdownDocument } from '../markdown/document.ts';
import { blocksText, plainText } from '../markdown/inline.ts';
import type { DateOrder } from './calendar.ts';
import { walkParagraph } from './collect-paragraph.ts';
import { readTime, type TimeExpression } from './expression.ts';
import type { Mark } from './marks.ts';
import { collectTable } from './table.ts';
import { readLabelledTime, readMilestone, readTrailingTime } from './trailing.ts';
import {
  addDate,
  addEntry,
  appendDetail,
  isDayOnly,
  nextGroup,
  note,
  placeOf,
  placeOfWalk,
  saysNothing,
  type Walk,
} from './walk.ts';

export function collectMarks(document: MarkdownDocument, order: DateOrder): Mark[] {
  const walk: Walk = { marks: [], order, sections: [], label: '', open: null, groups: 0 };
  for (const block of document.blocks) walkBlock(walk, block);
  return walk.marks;
}

function walkBlock(walk: Walk, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return walkHeading(walk, block);
    case 'table':
      if (!collectTable(walk, block) && walk.open) appendDetail(walk.open, block);
      return;
    case 'list': {
      const { open } = walk;
      const foundEntries = walkList(walk, block, nextGroup(walk, 'list'), open === null);
      if (open && !foundEntries) appendDetail(open, block);
      return;
    }
    case 'paragraph':
      return walkParagraph(walk, block);
    case 'quote':
      if (walk.open) appendDetail(walk.open, block);
      else for (const inner of block.blocks) walkBlock(walk, inner);
      return;
    case 'code':
      return walkCode(walk, block);
  }
}

/** Some paste their timeline between fences, to keep its columns. */
function walkCode(walk: Walk, code: CodeBlock): void {
  const timed = code.lines.filter((line) => readTime(line.text, { order: walk.order })?.clock).length;
  if (timed < 2 || walk.open || placeOfWalk(walk) !== 'said') return;
  const lines = code.lines.filter((line) => line.text.trim() !== '');
  walkParagraph(walk, { kind: 'paragraph', lines, line: code.line });
}

function walkHeading(walk: Walk, heading: HeadingBlock): void {
  const { depth } = heading;
  const title = plainText(heading.text);
  const time = readTime(title, { order: walk.order }) ?? (depth > 1 ? readLabelledTime(title, walk.order) : null);
  walk.label = '';
  walk.open = null;
  // Under "## Timeline", another "## 10:15" is an entry and not the end of the timeline.
  const last = walk.sections.at(-1);
  const isEntry = time !== null && (time.clock !== null || saysNothing(time.rest));
  const staysInTimeline = isEntry && last?.depth === depth && placeOf(last.title) === 'said';
  if (!staysInTimeline) walk.sections = walk.sections.filter((section) => section.depth < depth);
  if (!time || depth === 1 || (!time.clock && !placeOfWalk(walk) && !saysNothing(time.rest))) {
    walk.sections.push({ depth, title });
    note(walk, title, depth);
    return;
  }
  note(walk, title, depth);
  const entry = {
    time,
    text: time.rest,
    line: heading.line,
    form: 'heading',
    group: `heading ${depth}`,
    depth,
  } as const;
  if (!isDayOnly(time)) walk.open = addEntry(walk, entry);
  else {
    addDate(walk, time);
    walk.open = addEntry(walk, { ...entry, role: 'day' });
  }
}

/** Own text of an item: all but nested lists. */
function ownText(item: ListItem): string {
  return blocksText(item.blocks.filter((block) => block.kind !== 'list')).replace(/\[\^\w{1,20}\]:?/g, '');
}

/**
 * @param standsAlone  false for details of an entry, where a time at the end of a line is part of the telling.
 * @returns whether the list holds entries.
 */
function walkList(walk: Walk, list: ListBlock, group: string, standsAlone: boolean): boolean {
  const texts = list.items.map(ownText);
  const leading = texts.map((text) => readTime(text, { order: walk.order }));
  const mayTrail = standsAlone && leading.every((time) => time === null);
  let foundEntries = false;
  list.items.forEach((item, index) => {
    const text = texts[index]!;
    const nested = item.blocks.filter((block) => block.kind === 'list');
    const time = leading[index] ?? (mayTrail ? readTrailingTime(text, walk.order) : null);
    if (time) {
      walkTimedItem(walk, item, time, nested, group);
      foundEntries = true;
    } else if (walkUntimedItem(walk, item, text, nested, group, mayTrail)) foundEntries = true;
  });
  return foundEntries;
}

function walkTimedItem(
  walk: Walk,
  item: ListItem,
  time: TimeExpression,
  nested: readonly ListBlock[],
  group: string,
): void {
  if (isDayOnly(time) && saysNothing(time.rest) && nested.length > 0) {
    addDate(walk, time);
    for (const inner of nested) walkDay(walk, inner, time, group);
    return;
  }
  const entry = addEntry(walk, { time, text: time.rest, line: item.line, form: 'list', group });
  for (const inner of nested) {
    if (!walkList(walk, inner, nextGroup(walk, 'list'), false)) appendDetail(entry, inner);
  }
}

/** A day with a nested list: its timed items are the entries; without any, each item is an entry of that day. */
function walkDay(walk: Walk, list: ListBlock, day: TimeExpression, group: string): void {
  if (walkList(walk, list, group, true)) return;
  for (const item of list.items) {
    addEntry(walk, { time: day, text: blocksText(item.blocks), line: item.line, form: 'list', group });
  }
}

function walkUntimedItem(
  walk: Walk,
  item: ListItem,
  text: string,
  nested: readonly ListBlock[],
  group: string,
  mayTrail: boolean,
): boolean {
  const milestone = mayTrail && nested.length === 0 ? readMilestone(text, walk.order) : null;
  if (milestone) {
    addEntry(walk, { time: milestone, text: milestone.rest, line: item.line, form: 'list', group, role: 'milestone' });
    return false;
  }
  const outerLabel = walk.label;
  if (text !== '') {
    walk.label = text.slice(0, 100);
    note(walk, text);
  }
  const found = nested.map((inner) => walkList(walk, inner, nextGroup(walk, 'list'), mayTrail));
  walk.label = outerLabel;
  return found.includes(true);
}
