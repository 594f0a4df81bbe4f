// What a reader notes while walking a document: entries, dates and prose, in order. The resolver reads them later.

import type { PartialDate } from './calendar.ts';
import type { TimeExpression } from './expression.ts';
import type { Zone } from './zone.ts';

/** How surely a place is a timeline: its heading says so, hints at it ("What happened"), or says nothing. */
export type TimelinePlace = 'said' | 'hinted' | null;

export interface EntryMark {
  readonly kind: 'entry';
  /**
   * An event; a day's heading, which is an entry only where nothing under it is; a milestone ("Resolved 2021-07-13 11:49"),
   * which counts only where the document tells no events.
   */
  readonly role: 'event' | 'day' | 'milestone';
  readonly time: TimeExpression;
  text: string;
  readonly line: number;
  readonly form: 'list' | 'table' | 'heading' | 'paragraph' | 'stamp';
  /** Depth of the heading that is this entry, else null. */
  readonly depth: number | null;
  /** Entries of one list, table or run of headings. */
  readonly group: string;
  readonly place: TimelinePlace;
  /** Zone named by the table's header. */
  readonly zone: Zone | null;
}
/** A line that says on which day the next entries happened. */
export interface DateMark {
  readonly kind: 'date';
  readonly date: PartialDate | null;
  readonly weekday: number | null;
  readonly dayShift: number;
}
export interface ProseMark {
  readonly kind: 'prose';
  readonly text: string;
  readonly place: TimelinePlace;
  /** Depth of the heading that this is, else null. */
  readonly depth: number | null;
}
export type Mark = EntryMark | DateMark | ProseMark;
