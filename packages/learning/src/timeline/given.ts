// What the caller knows of a paste that says neither its day nor its zone.

import type { CalendarDate } from './calendar.ts';
import type { Zone } from './zone.ts';

export interface Given {
  readonly date: CalendarDate | null;
  readonly zone: Zone | null;
}
