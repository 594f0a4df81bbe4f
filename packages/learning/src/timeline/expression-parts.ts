// The parts of a time expression: about, day, "T+5m", ranges, a second clock. Pure. Rules: SPEC T3, T5-T8, T10, T14.

import { readDate, readWeekday, type DateOrder, type PartialDate } from './calendar.ts';
import { readClock, type Clock } from './clock.ts';
import type { Cursor } from './cursor.ts';

export interface ReadOptions {
  readonly order?: DateOrder;
  /** Take bare digits ("1430") for a clock: where every line is known to start with a time. */
  readonly loose?: boolean;
}

const approximately =
  /^(?:~|≈|±|ca\.?(?=[\s\d])|c\.(?=\s?\d)|circa\b|about\b|around\b|approx(?:\.|imately)?|roughly\b|early\b|late\b|before\b|after\b|by\b|some ?time (?:after|before|around)\b|shortly (?:after|before)\b|just (?:after|before)\b|@|at\b|from\b|between\b|on\b|since\b|until\b|starting (?:at|from)\b)\s{0,3}/i;
const exactPreposition = /^(?:@|at|from|between|on|since|starting (?:at|from))\s*$/i;
const relative =
  /^T\s?(?:([+-])\s?(?:(\d{1,4})\s?(h(?:ours?|rs?)?|d(?:ays?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?)?(?:\s?(\d{1,2})\s?m(?:in(?:ute)?s?)?)?|(\d{1,3}):(\d{2})(?::\d{2})?)|0)(?![\w:])/i;
const signedMinutes =
  /^\+\s?(?:(\d{1,3}):(\d{2})(?::\d{2})?|(\d{1,4})\s?(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?|s(?:ec(?:ond)?s?)?))(?![\w:])/i;
const betweenDateAndClock = /^(?:[\s*_`\])]*(?:[-–—|:,@T_]|at\b|around\b)?[\s*_`[(]*)/i;
const rangeMark = /^[\s*_`\])]{0,4}(?:[-–—→]{1,2}>?|->|to\b|until\b|till\b|and\b|through\b)[\s*_`~([]{0,4}/i;

export function takeApproximately(cursor: Cursor): boolean {
  let about = false;
  for (let count = 0; count < 3; count += 1) {
    const word = cursor.take(approximately);
    if (word === '') break;
    if (!exactPreposition.test(word)) about = true;
  }
  return about;
}

export function readRelative(cursor: Cursor): number | null {
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

export function readDay(cursor: Cursor, order: DateOrder | undefined): Day | null {
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

export function takeBetween(cursor: Cursor, about: boolean): boolean {
  cursor.take(betweenDateAndClock);
  return takeApproximately(cursor) || about;
}

/** "12:48 (6:48 PDT)" and "12:48 UTC / 6:48 PDT" give one moment twice. */
export function readOtherClock(cursor: Cursor): Clock | null {
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
export function weakClockHolds(text: string, length: number, loose = false): boolean {
  const after = text.slice(length, length + 12);
  if (!/^\d{2}/.test(text)) return false;
  return /^[\s*_`\])]*(?:[-–—:|]|$)/.test(after) || (loose && /^\s/.test(after)) || /^[*_`\])]/.test(after);
}

export function readTrailingDate(cursor: Cursor, order: DateOrder | undefined): PartialDate | null {
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

export function readRange(cursor: Cursor, options: ReadOptions): { date: PartialDate | null; clock: Clock } | null {
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

export function readDateRange(cursor: Cursor, order: DateOrder | undefined): PartialDate | null {
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
export function shareWithEnd(start: Clock, end: Clock): Clock {
  const zone = start.zone ?? end.zone;
  const takesHalf = start.half === null && end.half !== null && start.hour <= 12;
  if (!takesHalf) return { ...start, zone };
  const asAfternoon = (start.hour % 12) + 12;
  const afternoon = end.half === 'pm' && asAfternoon * 60 + start.minute <= end.hour * 60 + end.minute;
  return { ...start, zone, half: afternoon ? 'pm' : 'am', hour: afternoon ? asAfternoon : start.hour % 12 };
}
