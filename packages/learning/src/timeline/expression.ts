// A whole time expression at the start of an entry: about? date? clock? zone? (range)? separator. Pure.
// Rules: SPEC T1-T14.

import type { PartialDate } from './calendar.ts';
import { readBareClock, readClock, type Clock, type ClockRead } from './clock.ts';
import { Cursor } from './cursor.ts';
import {
  readDateRange,
  readDay,
  readOtherClock,
  readRange,
  readRelative,
  readTrailingDate,
  shareWithEnd,
  takeApproximately,
  takeBetween,
  weakClockHolds,
  type ReadOptions,
} from './expression-parts.ts';

export interface TimeExpression {
  /** As written, without list marks, emphasis and brackets. */
  readonly raw: string;
  readonly date: PartialDate | null;
  /** Sunday 0; read where no date was. */
  readonly weekday: number | null;
  /** Days after the entry before: "next day", "(+1)". */
  readonly dayShift: number;
  readonly clock: Clock | null;
  /** The same moment in another zone: "6:48 (12:48 UTC)". */
  readonly otherClock: Clock | null;
  readonly end: { readonly date: PartialDate | null; readonly clock: Clock | null } | null;
  /** Minutes from the start of the incident: "T+5m". */
  readonly relativeMinutes: number | null;
  readonly about: boolean;
  /** What stands between the time and the text: ':', '-', '|', a line break, or ''. */
  readonly separator: string;
  /** The text after the separator. */
  readonly rest: string;
}

const opening = /^(?:[\s*_`[(<>|\u200b\u00a0]|:[a-z0-9_]{2,20}:(?=\s)|\p{Extended_Pictographic}\uFE0F?){0,12}/u;
const nextDay = /^(?:the\s)?(?:next|following)\s(?:day|morning)\b,?|^(?:day\s)?\(?\+1\s?d?(?:ay)?\)?/i;
const separatorMark =
  /^[*_`\])>]{0,4}\s{0,4}(?:(?:(?:->|=>|→|[-–—:：|,=;•·]){1,3}|\.(?=\s))[*_`]{0,3})?[\s\u00a0]{0,6}/;

/** Time expression at the start of `text`; null where it starts with none. */
export function readTime(text: string, options: ReadOptions = {}): TimeExpression | null {
  const cursor = new Cursor(text);
  cursor.take(opening);
  const dayShift = cursor.take(nextDay) === '' ? 0 : 1;
  if (dayShift) cursor.take(/^[\s,:-]{1,3}/);
  const start = cursor.at;
  let about = takeApproximately(cursor);
  const relativeMinutes = readRelative(cursor);
  if (relativeMinutes !== null) cursor.take(/^\s{0,2}[([]?/);
  const day = readDay(cursor, options.order);
  if (day) about = takeBetween(cursor, about);

  const anchored = day !== null || relativeMinutes !== null || dayShift > 0;
  const read = readClock(cursor.rest, options.loose) ?? (day?.date?.year ? readSetOffClock(cursor.rest) : null);
  const holds = read !== null && (anchored || !read.weak || weakClockHolds(cursor.rest, read.length, options.loose));
  if (!holds && !anchored) return null;
  const times = holds ? readTimes(cursor, read, day?.date ?? null, options) : null;
  if (!times && day) cursor.at = day.end;
  const until = !times && day ? readDateRange(cursor, options.order) : null;
  const raw = asWritten(text.slice(start, cursor.at));
  const mark = separatorMark.exec(cursor.rest)![0];
  return {
    raw,
    date: times?.date ?? day?.date ?? null,
    weekday: day?.weekday ?? null,
    dayShift,
    clock: times?.clock ?? null,
    otherClock: times?.otherClock ?? null,
    end: times?.end ?? (until && { date: until, clock: null }),
    relativeMinutes,
    about,
    separator: mark.trim() || (mark.includes('\n') ? '\n' : ''),
    rest: cursor.rest.slice(mark.length),
  };
}

/** Bare digits between a full date and a mark: "2022-02-02 1625: paged". */
function readSetOffClock(text: string): ClockRead | null {
  const read = readBareClock(text);
  return read && weakClockHolds(text, read.length) ? read : null;
}

/** What follows the beginning of a clock that `read` has found: a date, a second clock, the end of a range. */
function readTimes(
  cursor: Cursor,
  read: ClockRead,
  dayBefore: PartialDate | null,
  options: ReadOptions,
): Pick<TimeExpression, 'date' | 'clock' | 'otherClock' | 'end'> {
  cursor.skip(read.length);
  const date = dayBefore ?? readTrailingDate(cursor, options.order);
  const otherClock = readOtherClock(cursor);
  const end = readRange(cursor, options);
  return { date, clock: end ? shareWithEnd(read.clock, end.clock) : read.clock, otherClock, end };
}

/** A time as written, without the marks around it. */
function asWritten(text: string): string {
  const bare = text.replace(/^[\s*_`[(<|]+|[\s*_`\]>:,|-]+$/g, '');
  return bare.includes('(') ? bare : bare.replace(/[\s*_`\])>:,|-]+$/, '');
}

/** What stands for a time that could not be read. */
export function notUnderstood(written: string): TimeExpression {
  const nothing = {
    date: null,
    weekday: null,
    dayShift: 0,
    end: null,
    otherClock: null,
    relativeMinutes: null,
    about: false,
  };
  const clock = { hour: 0, minute: 0, second: 0, milli: 0, half: null, zone: null, known: false };
  return { ...nothing, raw: written, clock, separator: '', rest: '' };
}
