// The state of a walk over a document, and how it notes entries and prose. Rules: SPEC T40-T48.

import type { Block } from '../markdown/block.ts';
import { blockText } from '../markdown/inline.ts';
import type { DateOrder } from './calendar.ts';
import type { TimeExpression } from './expression.ts';
import type { EntryMark, Mark, TimelinePlace } from './marks.ts';

const saidHeading =
  /\b(?:time[- ]?lines?|chronolog(?:y|ical)|sequence of events|order of events|series of events|(?:event|incident|activity) logs?|log of events|play[- ]by[- ]play|events\/timeline|event history|history of events)\b/i;
const hintedHeading = /\b(?:what happened(?: when)?|how (?:it|this|things) (?:happened|unfolded)|key events|events)\b/i;

interface Section {
  readonly depth: number;
  readonly title: string;
}

export interface Walk {
  readonly marks: Mark[];
  readonly order: DateOrder;
  sections: Section[];
  /** Last bold line or lead-in ("Timeline:"), which heads what follows like a heading. */
  label: string;
  /** The heading or paragraph entry whose details are being read. */
  open: EntryMark | null;
  groups: number;
}

/** What a title says of the text under it. */
export function placeOf(title: string): TimelinePlace {
  return saidHeading.test(title) ? 'said' : hintedHeading.test(title) ? 'hinted' : null;
}

export function placeOfWalk(walk: Walk): TimelinePlace {
  const places = [walk.label, ...walk.sections.map((section) => section.title)].map(placeOf);
  return places.includes('said') ? 'said' : places.includes('hinted') ? 'hinted' : null;
}

export function note(walk: Walk, text: string, depth: number | null = null): void {
  walk.marks.push({ kind: 'prose', text: text.slice(0, 2000), place: placeOfWalk(walk), depth });
}

export type NewEntry = Pick<EntryMark, 'time' | 'text' | 'line' | 'form' | 'group'> &
  Partial<Pick<EntryMark, 'role' | 'depth' | 'zone'>>;

export function addEntry(walk: Walk, entry: NewEntry): EntryMark {
  const place = placeOfWalk(walk);
  const mark: EntryMark = { kind: 'entry', role: 'event', depth: null, zone: null, ...entry, place };
  walk.marks.push(mark);
  return mark;
}

export function addDate(walk: Walk, time: TimeExpression): void {
  walk.marks.push({ kind: 'date', date: time.date, weekday: time.weekday, dayShift: time.dayShift });
}

export const nextGroup = (walk: Walk, form: string): string => `${form} ${(walk.groups += 1)}`;

/** Nothing but punctuation. */
export const saysNothing = (text: string): boolean => text.replace(/[\s:*_.,()-]/g, '') === '';

/** Only a day, no time of day. */
export const isDayOnly = (time: TimeExpression): boolean => !time.clock && time.relativeMinutes === null;

/** A block that tells more of an entry. */
export function appendDetail(entry: EntryMark, block: Block): void {
  const detail = blockText(block);
  if (detail !== '') entry.text += (block.kind === 'paragraph' ? '\n\n' : '\n') + detail;
}
