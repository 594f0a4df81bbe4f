// A whole time expression at the start of an entry: about? date? clock? zone? (range)? separator. Pure.
// Rules: SPEC T1-T14.

import { readDate, readWeekday, type DateOrder, type PartialDate } from './calendar.ts';
import { readClock, type Clock } from './clock.ts';

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

export interface ReadOptions {
  readonly order?: DateOrder;
  /** Take bare digits ("1430") for a clock: where every line is known to start with a time. */
  readonly loose?: boolean;
}

const opening = /^(?:[\s*_`[(<>|\u200b\u00a0]|:[a-z0-9_]{2,20}:(?=\s)|\p{Extended_Pictographic}\uFE0F?){0,12}/u;
const approximately =
  /^(?:~|≈|±|ca\.?(?=[\s\d])|c\.(?=\s?\d)|circa\b|about\b|around\b|approx(?:\.|imately)?|roughly\b|early\b|late\b|before\b|after\b|by\b|some ?time (?:after|before|around)\b|shortly (?:after|before)\b|just (?:after|before)\b|@|at\b|from\b|between\b|on\b|since\b|until\b|starting (?:at|from)\b)\s{0,3}/i;
const exactPreposition = /^(?:@|at|from|between|on|since|starting (?:at|from))\s*$/i;
const relative =
  /^T\s?(?:([+-])\s?(?:(\d{1,4})\s?(h(?:ours?|rs?)?|d(?:ays?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?(?:\s?(\d{1,2})\s?m(?:in(?:ute)?s?)?)?|(\d{1,3}):(\d{2})(?::\d{2})?)|0)(?![\w:])/i;
const signedMinutes =
  /^\+\s?(?:(\d{1,3}):(\d{2})(?::\d{2})?|(\d{1,4})\s?(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?))(?![\w:])/i;
const nextDay = /^(?:the\s)?(?:next|following)\s(?:day|morning)\b,?|^(?:day\s)?\(?\+1\s?d?(?:ay)?\)?/i;
const betweenDateAndClock = /^(?:[\s*_`\])]*(?:[-–—|:,@T_]|at\b|around\b)?[\s*_`[(]*)/i;
const rangeMark = /^[\s*_`\])]{0,4}(?:[-–—→]{1,2}>?|->|to\b|until\b|till\b|and\b|through\b)[\s*_`~([]{0,4}/i;
const separatorMark =
  /^[*_`\])>]{0,4}\s{0,4}(?:(?:(?:->|=>|→|[-–—:：|,=;•·]){1,3}|\.(?=\s))[*_`]{0,3})?[\s\u00a0]{0,6}/;

/** Time expression at the start of `text`; null where it starts with none. */
export function readTime(text: string, options: ReadOptions = {}): TimeExpression | null {
  const cursor = new Cursor(text);
  cursor.take(opening);
  const shift = cursor.take(nextDay) ? 1 : 0;
  if (shift) cursor.take(/^[\s,:-]{1,3}/);
  const start = cursor.at;
  let about = takeApproximately(cursor);
  const relativeMinutes = readRelative(cursor);
  if (relativeMinutes !== null) cursor.take(/^\s{0,2}[([]?/);

  const dated = readDay(cursor, options.order);
  if (dated) about = takeBetween(cursor, about);
  const afterDay = cursor.at;
  const read = readClock(cursor.rest, options.loose);
  if (!dated && read?.weak && !weakClockHolds(cursor.rest, read.length, options.loose === true)) {
    if (relativeMinutes === null && !shift) return null;
  }
  if (!read && !dated && relativeMinutes === null && !shift) return null;
  let clock = read?.clock ?? null;
  let date = dated?.date ?? null;
  let end: TimeExpression['end'] = null;
  let otherClock: Clock | null = null;
  if (read) {
    cursor.skip(read.length);
    date ??= readTrailingDate(cursor, options.order);
    otherClock = readOtherClock(cursor);
    const range = readRange(cursor, options);
    if (range) {
      end = { date: range.date, clock: range.clock };
      clock = shareWithEnd(clock!, range.clock);
    }
  } else {
    cursor.at = dated ? dated.end : afterDay;
    const range = dated ? readDateRange(cursor, options.order) : null;
    if (range) end = { date: range, clock: null };
  }
  if (!read && !dated?.date && relativeMinutes === null && !shift && !dated) return null;
  const raw = asWritten(text.slice(start, cursor.at));
  const mark = separatorMark.exec(cursor.rest)![0];
  return {
    raw,
    date,
    weekday: dated?.weekday ?? null,
    dayShift: shift,
    clock,
    otherClock,
    end,
    relativeMinutes,
    about,
    separator: mark.trim() || (mark.includes('\n') ? '\n' : ''),
    rest: cursor.rest.slice(mark.length),
  };
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
  const clock = { hour: 0, minute: 0, second: 0, milli: 0, half: null, zone: null, known: false, bareHour: false };
  return { ...nothing, raw: written, clock, separator: '', rest: '' };
}

/** A place in a text that moves forward. */
class Cursor {
  readonly text: string;
  at = 0;
  constructor(text: string) {
    this.text = text;
  }
  get rest(): string {
    return this.text.slice(this.at);
  }
  /** As much as a time expression can take: patterns never see the rest of a megabyte. */
  get near(): string {
    return this.text.slice(this.at, this.at + 120);
  }
  take(pattern: RegExp): string {
    const found = pattern.exec(this.near)?.[0] ?? '';
    this.at += found.length;
    return found;
  }
  skip(length: number): void {
    this.at += length;
  }
}

function takeApproximately(cursor: Cursor): boolean {
  let about = false;
  for (let count = 0; count < 3; count += 1) {
    const word = cursor.take(approximately);
    if (word === '') break;
    if (!exactPreposition.test(word)) about = true;
  }
  return about;
}

function readRelative(cursor: Cursor): number | null {
  const match = relative.exec(cursor.near) ?? null;
  if (match) {
    cursor.skip(match[0].length);
    const sign = match[1] === '-' ? -1 : 1;
    if (match[5] !== undefined) return sign * (Number(match[5]) * 60 + Number(match[6]));
    return sign * (inMinutes(Number(match[2] ?? 0), match[3]) + Number(match[4] ?? 0));
  }
  const signed = signedMinutes.exec(cursor.near);
  if (!signed) return null;
  cursor.skip(signed[0].length);
  return signed[1] !== undefined ? Number(signed[1]) * 60 + Number(signed[2]) : inMinutes(Number(signed[3]), signed[4]);
}

function inMinutes(amount: number, unit: string | undefined): number {
  switch (unit?.[0]?.toLowerCase()) {
    case 'h':
      return amount * 60;
    case 'd':
      return amount * 1440;
    case 's':
      return amount / 60;
    default:
      return amount;
  }
}

interface Day {
  readonly date: PartialDate | null;
  readonly weekday: number | null;
  readonly end: number;
}

function readDay(cursor: Cursor, order: DateOrder | undefined): Day | null {
  const read = readDate(cursor.near, order);
  if (read) {
    cursor.skip(read.length);
    return { date: read.date, weekday: null, end: cursor.at };
  }
  const weekday = readWeekday(cursor.near);
  if (!weekday) return null;
  cursor.skip(weekday.length);
  return { date: null, weekday: weekday.weekday, end: cursor.at };
}

function takeBetween(cursor: Cursor, about: boolean): boolean {
  cursor.take(betweenDateAndClock);
  return takeApproximately(cursor) || about;
}

/** "12:48 (6:48 PDT)" and "12:48 UTC / 6:48 PDT" give one moment twice. */
function readOtherClock(cursor: Cursor): Clock | null {
  const keep = cursor.at;
  const mark = cursor.take(/^\s{0,2}(?:[([]|\/)\s?/);
  const other = mark === '' ? null : readClock(cursor.near);
  if (other?.clock.zone) {
    cursor.skip(other.length);
    if (mark.trim() === '/' || cursor.take(/^\s?[)\]]/) !== '') return other.clock;
  }
  cursor.at = keep;
  return null;
}

/** "10.15 - restarted" is a time; "1.24 is out", "99.5 percent" and "1200 users" are not. */
function weakClockHolds(text: string, length: number, loose: boolean): boolean {
  const after = text.slice(length, length + 12);
  if (!/^\d{2}/.test(text)) return false;
  return /^[\s*_`\])]*(?:[-–—:|]|$)/.test(after) || (loose && /^\s/.test(after)) || /^[*_`\])]/.test(after);
}

function readTrailingDate(cursor: Cursor, order: DateOrder | undefined): PartialDate | null {
  const keep = cursor.at;
  cursor.take(/^[\s*_\]),]{1,4}(?:on\s{1,2}|[([])?/);
  const read = keep === cursor.at ? null : readDate(cursor.near, order);
  if (!read) {
    cursor.at = keep;
    return null;
  }
  cursor.skip(read.length);
  return read.date;
}

function readRange(cursor: Cursor, options: ReadOptions): { date: PartialDate | null; clock: Clock } | null {
  const keep = cursor.at;
  const mark = cursor.take(rangeMark);
  if (mark !== '') {
    takeApproximately(cursor);
    const date = readDate(cursor.near, options.order);
    if (date) {
      cursor.skip(date.length);
      cursor.take(betweenDateAndClock);
    }
    const read = readClock(cursor.near, options.loose);
    if (read && !(read.weak && !date && !weakClockHolds(cursor.near, read.length, false))) {
      cursor.skip(read.length);
      return { date: date?.date ?? null, clock: read.clock };
    }
  }
  cursor.at = keep;
  return null;
}

function readDateRange(cursor: Cursor, order: DateOrder | undefined): PartialDate | null {
  const keep = cursor.at;
  const read = cursor.take(rangeMark) === '' ? null : readDate(cursor.near, order);
  if (read) {
    cursor.skip(read.length);
    return read.date;
  }
  cursor.at = keep;
  return null;
}

/** "1:10 - 2:30 PM UTC" gives its half of the day and its zone to both ends. */
function shareWithEnd(start: Clock, end: Clock): Clock {
  const zone = start.zone ?? end.zone;
  const takesHalf = start.half === null && end.half !== null && start.hour <= 12;
  if (!takesHalf) return { ...start, zone };
  const asAfternoon = (start.hour % 12) + 12;
  const afternoon = end.half === 'pm' && asAfternoon * 60 + start.minute <= end.hour * 60 + end.minute;
  return { ...start, zone, half: afternoon ? 'pm' : 'am', hour: afternoon ? asAfternoon : start.hour % 12 };
}
