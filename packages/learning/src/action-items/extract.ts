// Extracts improvement actions from a Markdown report. Pure. Rules: SPEC A1-A72.

import { readDate, type CalendarDate } from '../timeline/calendar.ts';
import type { Block, ListBlock, ListItem, ParagraphBlock } from '../markdown/block.ts';
import { readDocument } from '../markdown/document.ts';
import type { Line } from '../markdown/lines.ts';
import { blocksText, blockText, plainText } from '../markdown/inline.ts';
import { findKind } from './action-kind.ts';
import { dueCell, findDue } from './due.ts';
import { readActionTable } from './extract-table.ts';
import {
  addAction,
  longestAction,
  type Candidate,
  type ExtractedAction,
  type Extraction,
  type Tier,
} from './extraction.ts';
import { findOwner, findPeople, ownerOfField } from './owner.ts';
import { findPriority } from './priority.ts';
import { isCancelledUnder, strengthOf, strengthUnder } from './sections.ts';
import { hasTick, statusCell, type ExtractedStatus } from './status.ts';
import { findAddress, findTicket } from './ticket.ts';
import { peelFields } from './peel-fields.ts';
import {
  isDescription,
  isIntention,
  isPromise,
  isRetelling,
  isTitledTask,
  sentencesOf,
  startsImperative,
} from './wording.ts';

export type { ExtractedAction } from './extraction.ts';

export interface ExtractOptions {
  /** `YYYY-MM-DD`; resolves "next Friday" and dates without a year. Without it, such words give no date. */
  today?: string;
}

/** Actions in the order of the text. Never throws. */
export function extractActions(markdown: string, options: ExtractOptions = {}): ExtractedAction[] {
  const document = readDocument(markdown);
  const extraction: Extraction = {
    document,
    people: findPeople(document.text),
    today: readToday(options.today),
    found: [],
    sections: [],
    isFirstHeading: true,
    label: 0,
    inherited: {},
  };
  for (const block of document.blocks) readBlock(extraction, block);
  return surest(extraction.found);
}

/** The field at an end names several people where the sentence's last words name one of them. */
const fuller = (found: string | null, field: string | null): string | null =>
  found === null || field?.includes(found) ? field : found;

function firstOf<T>(fields: readonly string[], read: (field: string) => T | null): T | null {
  for (const field of fields) {
    const found = read(field);
    if (found !== null) return found;
  }
  return null;
}

/** Fields of one sentence, for an action card; its text is what is left without the fields at its ends. */
export function extractFromSentence(
  text: string,
  options: ExtractOptions = {},
): Pick<ExtractedAction, 'text' | 'owner' | 'due' | 'priority' | 'kind' | 'ticket'> {
  const sentence = text.slice(0, longestAction);
  const today = readToday(options.today);
  const plain = plainText(sentence);
  const { text: told, fields } = peelFields(plain, today);
  return {
    text: told,
    owner: fuller(findOwner(sentence), firstOf(fields, ownerOfField)),
    due: findDue(plain, today) ?? firstOf(fields, (field) => dueCell(field.replace(/^[\s,;([–—-]+/, ''), today)),
    priority: findPriority(plain),
    kind: findKind(plain),
    ticket: findTicket(sentence),
  };
}

function readToday(text: string | undefined): CalendarDate | null {
  const date = text === undefined ? undefined : readDate(text)?.date;
  return date?.year ? { year: date.year, month: date.month, day: date.day } : null;
}

/** Task lists count only where no section leads to actions; weak sections count beside strong ones. */
function surest(found: readonly Candidate[]): ExtractedAction[] {
  const best = Math.max(0, ...found.filter((one) => one.tier < 3).map((one) => one.tier));
  const seen = new Set<string>();
  return found
    .filter((one) => one.tier >= best || (best === 2 && one.tier === 1))
    .map((one) => one.action)
    .filter((action) => {
      const key = `${action.text}\n${action.ticket ?? ''}`;
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    });
}

function readBlock(extraction: Extraction, block: Block): void {
  switch (block.kind) {
    case 'heading':
      return readHeading(extraction, block.depth, block.text);
    case 'list': {
      const strength = strengthHere(extraction);
      if (strength > 0) readItems(extraction, block, strength);
      else readStrayList(extraction, block);
      return;
    }
    case 'table':
      return readActionTable(extraction, block, strengthHere(extraction));
    case 'paragraph':
      return readParagraph(extraction, block);
    case 'quote':
    case 'code':
      return;
  }
}

function readHeading(extraction: Extraction, depth: number, markdown: string): void {
  const title = plainText(markdown);
  extraction.sections = extraction.sections.filter((section) => section.depth < depth);
  // The document's own title may talk of "changes" or "tasks" and leads to nothing.
  if (!(depth === 1 && extraction.sections.length === 0 && strengthOf(title) !== 2 && extraction.isFirstHeading)) {
    extraction.sections.push({ depth, title });
  }
  extraction.isFirstHeading = false;
  extraction.label = 0;
  extraction.inherited = { ticket: findAddress(markdown), status: statusInParentheses(title) };
}

function statusInParentheses(title: string): ExtractedStatus | null {
  const note = /\(([^()]{3,40})\)|[-–—:]\s([\w ]{3,30})$/.exec(title);
  return note ? statusCell(note[1] ?? note[2] ?? '') : null;
}

function strengthHere(extraction: Extraction): 0 | 1 | 2 {
  return strengthUnder(extraction.sections.map((section) => section.title)) || extraction.label;
}

/** Own text of an item: all but nested lists. */
function ownText(item: ListItem): string {
  return blocksText(item.blocks.filter((block) => block.kind !== 'list'));
}

const nestedLists = (item: ListItem): ListBlock[] => item.blocks.filter((block) => block.kind === 'list');

function readItems(extraction: Extraction, list: ListBlock, tier: Tier): void {
  const marked = list.items.some((item) => item.checked === true || hasTick(ownText(item)));
  for (const item of list.items) {
    const text = ownText(item);
    const nested = nestedLists(item);
    if (nested.length > 0 && isGroupTitle(text)) {
      for (const inner of nested) readItems(extraction, inner, tier);
      continue;
    }
    if (!marked && !extraction.inherited.status && (isRetelling(text) || (tier === 1 && isDescription(text)))) continue;
    const details = nested.map((inner) => blockText(inner));
    addAction(extraction, tier, [text, ...details].join('\n'), item.line, { status: statusOfBox(item) });
  }
}

/** "Monitoring:" over nested items groups them; "Add monitoring" with details is one action. */
function isGroupTitle(text: string): boolean {
  const words = plainText(text).split(/\s+/);
  const endsInColon = words.length <= 10 && !text.includes('\n') && /:[\s*]*$/.test(text.slice(-20));
  return text === '' || endsInColon || (words.length <= 4 && !startsImperative(text));
}

function statusOfBox(item: ListItem): ExtractedStatus | null {
  return item.checked === null ? null : item.checked ? 'completed' : 'open';
}

const actionLabel =
  /^(?:\**(?:action(?: items?)?|todo|ai|follow[- ]?up)\**\s{0,2}:|\*\*(?:TODO|DOING|DONE|WIP):?\*\*:?\s)\**\s*(?=\S)/i;

/** Outside a section for actions: task lists, items that say "Action:", lists under such a title. */
function readStrayList(extraction: Extraction, list: ListBlock): void {
  const cancelled = isCancelledUnder(extraction.sections.map((section) => section.title));
  for (const item of list.items) {
    const text = ownText(item);
    const nested = nestedLists(item);
    const title = plainText(text).slice(0, 60);
    const told = nested.length > 0 && title.split(/\s+/).length <= 6 ? strengthOf(title) : 0;
    const strength = cancelled && told === 1 ? 0 : told;
    const label = actionLabel.exec(text)?.[0];
    if (strength) for (const inner of nested) readItems(extraction, inner, strength);
    else if (item.checked !== null && !cancelled)
      addAction(extraction, 0, text, item.line, { status: statusOfBox(item) });
    else if (label) addAction(extraction, 3, text.slice(label.length), item.line);
    else if (nested.length === 0 && isLabel(text)) extraction.label = strengthOf(plainText(text)) ?? 0;
    else if (toldUnderLabel(text)) addAction(extraction, 2, toldUnderLabel(text)!, item.line);
    else for (const inner of nested) readStrayList(extraction, inner);
  }
}

/** "**Review actions**: we switch to tokens": the text behind a label that promises actions. */
function toldUnderLabel(text: string): string | null {
  const match = /^\**([^:*\n]{3,40})(?:\*\*)?:(?:\*\*)?\s+(\S[\s\S]*)$/.exec(text);
  return match && strengthOf(match[1]!) === 2 ? match[2]! : null;
}

function readParagraph(extraction: Extraction, paragraph: ParagraphBlock): void {
  const text = blockText(paragraph);
  const label = actionLabel.exec(text)?.[0];
  if (label && /\w/.test(text.slice(label.length)))
    return addAction(extraction, 3, text.slice(label.length), paragraph.line);
  if (isLabel(text)) {
    extraction.label = strengthOf(plainText(text)) ?? 0;
    return;
  }
  const told = toldUnderLabel(text);
  if (told) return addAction(extraction, 2, told, paragraph.line);
  const strength = strengthHere(extraction);
  if (strength === 0 || text.trimEnd().endsWith(':')) return;
  const tasks = tasksOf(paragraph);
  if (tasks) return tasks.forEach((task) => addAction(extraction, strength, task.text, task.number));
  for (const sentence of sentencesOf(text)) {
    const promised = strength === 2 && (startsImperative(sentence) || isPromise(sentence));
    if (promised || isIntention(sentence)) {
      addAction(extraction, strength, sentence, paragraph.line);
    }
  }
}

/** Lines that each begin with a verb, or one task under a title: "Audits: conduct them monthly". */
function tasksOf(paragraph: ParagraphBlock): readonly Line[] | null {
  const { lines } = paragraph;
  if (lines.length > 1) return lines.every((line) => startsImperative(line.text)) ? lines : null;
  return lines.every((line) => isTitledTask(line.text)) ? lines : null;
}

/** A bold line, or a short line that ends in a colon, heads what follows. */
function isLabel(text: string): boolean {
  const plain = plainText(text);
  if (plain.length >= 60 || text.includes('\n') || /\.\s*$/.test(plain)) return false;
  const bold = /^(?:\*\*|__)[^*_]+(?:\*\*|__):?(?:\s[*_]?\([^()]{1,60}\)[*_]?)?\s*$/.test(text.trim());
  return (
    bold || (strengthOf(plain) === 2 && !/:\s*\S/.test(plain)) || (/:\s*$/.test(plain) && (strengthOf(plain) ?? 0) > 0)
  );
}
