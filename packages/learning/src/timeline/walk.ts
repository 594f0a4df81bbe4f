// The state of a walk over a document, and how it notes entries and prose. Rules: SPEC T40-T48.

import type { DateOrder } from './calendar.ts';
import type { EntryMark, Mark } from './marks.ts';

/** Headings and labels under which a report tells what happened when. */
export const timelineHeading =
  /\b(?:time[- ]?lines?|chronolog(?:y|ical)|sequence of events|order of events|series of events|(?:event|incident|activity) logs?|log of events|play[- ]by[- ]play|what happened(?: when)?|how (?:it|this|things) (?:happened|unfolded)|key events|events\/timeline|event history|history of events)\b/i;

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

export const inTimeline = (walk: Walk): boolean =>
  timelineHeading.test(walk.label) || walk.sections.some((section) => timelineHeading.test(section.title));

export function note(walk: Walk, text: string, heading = false): void {
  walk.marks.push({ kind: 'prose', text: text.slice(0, 2000), inTimeline: inTimeline(walk), heading });
}

export function addEntry(walk: Walk, entry: Omit<EntryMark, 'kind' | 'inTimeline'>): EntryMark {
  const mark: EntryMark = { kind: 'entry', ...entry, inTimeline: inTimeline(walk) };
  walk.marks.push(mark);
  return mark;
}
