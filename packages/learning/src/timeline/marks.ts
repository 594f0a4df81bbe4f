// What a reader notes while walking a document: entries, dates and prose, in order. The resolver reads them later.

import type { PartialDate } from './calendar.ts';
import type { TimeExpression } from './expression.ts';
import type { Zone } from './zone.ts';

export interface EntryMark {
  readonly kind: 'entry';
  readonly time: TimeExpression;
  text: string;
  readonly line: number;
  readonly form: 'list' | 'table' | 'heading' | 'paragraph';
  /** Entries of one list, table or run of headings. */
  readonly group: string;
  readonly inTimeline: boolean;
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
  readonly inTimeline: boolean;
  readonly heading: boolean;
}
export type Mark = EntryMark | DateMark | ProseMark;
