// When an action is due: a written date, or words that a given "today" resolves. Pure. Rules: SPEC A40-A43.

import {
  addDays,
  dateMs,
  isoDate,
  readDate,
  readWeekday,
  weekdayOf,
  type CalendarDate,
  type PartialDate,
} from '../timeline/calendar.ts';

const cue =
  /\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|by|before|until|no later than|not later than|finish(?:ed)? by|complete[d]? by|done by)\b\s{0,2}[:=-]?\s{0,2}(?:the\s)?/gi;
const bracketed = /[([]\s?(?:due:?\s?|by\s|eta:?\s?)?([^()[\]]{4,30})[)\]]/gi;
const numbers: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  twelve: 12,
};
const within =
  /\b(?:in|within)\s(?:the\s)?(?:next\s)?(a|an|one|two|three|four|five|six|seven|eight|ten|twelve|\d{1,3})\s(?:business\s|working\s)?(day|week|month)s?\b/i;
const relativeWord = /\b(tomorrow|next week|next month|this week|this month|next sprint)\b/i;
const endOf = /^(?:the\s)?(?:end of(?: the)?|eo)\s?(day|d|week|w|month|m|quarter|q|year|y)\b/i;
const quarter = /^(?:end of\s)?Q([1-4])\s?(?:of\s)?['’]?(\d{4}|\d{2})?\b/i;
const nextWeekday = /\bnext\s(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/i;

/** ISO date `YYYY-MM-DD`; null where the text names none or only a given `today` could tell which. */
export function findDue(text: string, today: CalendarDate | null): string | null {
  for (const match of text.matchAll(cue)) {
    const due = readDue(text.slice(match.index + match[0].length, match.index + match[0].length + 40), today);
    if (due) return isoDate(due);
  }
  for (const match of text.matchAll(bracketed)) {
    const read = readDate(match[1]!.trim());
    const due = read?.length === match[1]!.trim().length ? settle(read.date, today) : null;
    if (due) return isoDate(due);
  }
  const relative = today && readRelative(text, today);
  return relative ? isoDate(relative) : null;
}

/** A table's due cell: a date or words, taken at its word. */
export function dueCell(cell: string, today: CalendarDate | null): string | null {
  const due = readDue(cell.trim(), today) ?? (today && readRelative(cell, today));
  return due ? isoDate(due) : null;
}

function readDue(text: string, today: CalendarDate | null): CalendarDate | null {
  const written = readDate(text);
  if (written) return settle(written.date, today);
  const ofQuarter = quarter.exec(text);
  if (ofQuarter) return endOfQuarter(Number(ofQuarter[1]), ofQuarter[2], today);
  if (!today) return null;
  const period = endOf.exec(text)?.[1];
  if (period) return endOfPeriod(period, today);
  const skipped = /^next\s/i.exec(text)?.[0].length ?? 0;
  const weekday = readWeekday(text.slice(skipped));
  if (weekday) return onWeekday(weekday.weekday, today, skipped > 0);
  return readRelative(text.slice(0, 20), today);
}

/** A date without a year is the next one after today. */
function settle(date: PartialDate, today: CalendarDate | null): CalendarDate | null {
  if (date.year !== null) return { year: date.year, month: date.month, day: date.day };
  if (!today) return null;
  const thisYear = { year: today.year, month: date.month, day: date.day };
  return dateMs(thisYear) < dateMs(today) ? { ...thisYear, year: today.year + 1 } : thisYear;
}

function readRelative(text: string, today: CalendarDate): CalendarDate | null {
  const span = within.exec(text);
  if (span) {
    const amount = numbers[span[1]!.toLowerCase()] ?? Number(span[1]);
    return span[2]!.toLowerCase() === 'month'
      ? addMonths(today, amount)
      : addDays(today, amount * (/^w/i.test(span[2]!) ? 7 : 1));
  }
  const named = nextWeekday.exec(text);
  const weekday = named && readWeekday(text.slice(named.index + named[0].length));
  if (weekday) return onWeekday(weekday.weekday, today, true);
  switch (relativeWord.exec(text)?.[1]?.toLowerCase()) {
    case 'tomorrow':
      return addDays(today, 1);
    case 'this week':
      return endOfPeriod('week', today);
    case 'this month':
      return endOfPeriod('month', today);
    case 'next week':
      return addDays(endOfPeriod('week', today), 7);
    case 'next month':
      return endOfPeriod('month', addMonths(today, 1));
    case 'next sprint':
      return addDays(today, 14);
    default:
      return null;
  }
}

/** "Friday" is the coming one; "next Friday" the one in the week after this. */
function onWeekday(weekday: number, today: CalendarDate, next: boolean): CalendarDate {
  if (!next) return addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
  const monday = addDays(today, 7 - ((weekdayOf(today) + 6) % 7));
  return addDays(monday, (weekday + 6) % 7);
}

function endOfPeriod(period: string, today: CalendarDate): CalendarDate {
  switch (period[0]!.toLowerCase()) {
    case 'd':
      return today;
    case 'w':
      return addDays(today, (5 - weekdayOf(today) + 7) % 7);
    case 'm':
      return lastOfMonth(today.year, today.month);
    case 'q':
      return lastOfMonth(today.year, Math.ceil(today.month / 3) * 3);
    default:
      return { year: today.year, month: 12, day: 31 };
  }
}

function endOfQuarter(number: number, year: string | undefined, today: CalendarDate | null): CalendarDate | null {
  const written = year === undefined ? null : year.length === 2 ? 2000 + Number(year) : Number(year);
  if (written !== null) return lastOfMonth(written, number * 3);
  if (!today) return null;
  const thisYear = lastOfMonth(today.year, number * 3);
  return dateMs(thisYear) < dateMs(today) ? lastOfMonth(today.year + 1, number * 3) : thisYear;
}

function lastOfMonth(year: number, month: number): CalendarDate {
  return { year, month, day: new Date(Date.UTC(year, month, 0)).getUTCDate() };
}

function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = date.year * 12 + date.month - 1 + months;
  const last = lastOfMonth(Math.floor(index / 12), (index % 12) + 1);
  return { ...last, day: Math.min(date.day, last.day) };
}
