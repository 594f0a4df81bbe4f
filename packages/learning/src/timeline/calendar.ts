// Dates as people write them, read at the start of a text or found in it. Pure. Rules: SPEC T10-T14.

/** A calendar date; the year is null where none was written. */
export interface PartialDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}
export interface CalendarDate extends PartialDate {
  readonly year: number;
}
export interface DateRead {
  readonly date: PartialDate;
  readonly length: number;
}
/** Which of "3/4/2021" comes first; told by the rest of the document where it can be. */
export type DateOrder = 'month-first' | 'day-first';

const dayMs = 86_400_000;
const month =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const weekday =
  '(?:(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b\\.?,?\\s{0,2}(?:the\\s)?)?';
const year = "(?:,?\\s{0,2}['’]?(\\d{4}|\\d{2}(?=\\s*(?:$|[\\])|,-])))(?!:?\\d|\\.\\d|\\s?[ap]m))?";
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Word processors write the hyphens U+2010 and U+2011. */
const yearFirst = /^(\d{4})([-/._\u2010\u2011])(\d{1,2}|[a-z]{3,9})\2(\d{1,2})(?!\d)/i;
const compact = /^(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;
const monthThenDay = new RegExp(
  `^${weekday}${month}\\s{0,2}(\\d{1,2})(?:\\s?(?:st|nd|rd|th)\\b)?(?![:\\d])(?:\\s?[-–]\\s?\\d{1,2}(?:st|nd|rd|th)?(?![\\d:.h]))?${year}`,
  'i',
);
const dayThenMonth = new RegExp(
  `^${weekday}(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]{0,2}(?:of\\s)?${month}[-]?${year}`,
  'i',
);
/** With dots, two digits each or a full year: "1.2.10" is a version. */
const numeric =
  /^(?!\d{1,2}\.\d{1,2}\.\d{2}(?!\d)(?<!\d{2}\.\d{2}\.\d{2}))(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d.]\d|\d)/;
const shortNumeric = /^(\d{1,2})([/.-])(\d{1,2})(?:\2(?=\s))?(?![\d/])/;
const weekdayNamed = new RegExp('^(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b,?\\s{1,2}', 'i');

/** Date at the start of `text`. */
export function readDate(text: string, order: DateOrder = 'month-first'): DateRead | null {
  return readYearFirst(text) ?? readNamedMonth(text) ?? readNumeric(text, order) ?? readAfterWeekday(text, order);
}

function readYearFirst(text: string): DateRead | null {
  const match = yearFirst.exec(text) ?? compact.exec(text);
  if (!match) return null;
  const [monthText, dayText] = match.length === 5 ? [match[3]!, match[4]!] : [match[2]!, match[3]!];
  const monthNumber = /\d/.test(monthText) ? Number(monthText) : monthIndex(monthText);
  return dateRead(Number(match[1]), monthNumber, Number(dayText), match[0].length);
}

function readNamedMonth(text: string): DateRead | null {
  const monthFirst = monthThenDay.exec(text);
  if (monthFirst) {
    return dateRead(fullYear(monthFirst[3]), monthIndex(monthFirst[1]!), Number(monthFirst[2]), monthFirst[0].length);
  }
  const dayFirst = dayThenMonth.exec(text);
  return dayFirst
    ? dateRead(fullYear(dayFirst[3]), monthIndex(dayFirst[2]!), Number(dayFirst[1]), dayFirst[0].length)
    : null;
}

function readNumeric(text: string, order: DateOrder): DateRead | null {
  const match = numeric.exec(text);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    const dayFirst = first > 12 || (second <= 12 && (order === 'day-first' || match[2] === '.'));
    const [monthNumber, day] = dayFirst ? [second, first] : [first, second];
    return dateRead(fullYear(match[4]), monthNumber, day, match[0].length);
  }
  return readShort(text, order);
}

/** "4/12", "12-05 16:21", "26.3. 17:40": without a year, a date only where its surroundings are those of one. */
function readShort(text: string, order: DateOrder): DateRead | null {
  const match = shortNumeric.exec(text);
  if (!match) return null;
  const rest = text.slice(match[0].length);
  const beforeClock = /^\s{1,2}(?:at\s)?\d{1,2}[:.h]\d{2}/.test(rest);
  if (!beforeClock && (match[2] !== '/' || !/^\s*(?:[-–—:,|]|$)/.test(rest))) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const dayFirst = first > 12 || (second <= 12 && (match[2] === '.' || (match[2] === '/' && order === 'day-first')));
  return dateRead(null, dayFirst ? second : first, dayFirst ? first : second, match[0].length);
}

function readAfterWeekday(text: string, order: DateOrder): DateRead | null {
  const lead = weekdayNamed.exec(text)?.[0];
  if (!lead) return null;
  const read = readYearFirst(text.slice(lead.length)) ?? readNumeric(text.slice(lead.length), order);
  return read && { date: read.date, length: read.length + lead.length };
}

const monthIndex = (name: string): number => monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1;

function fullYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function dateRead(yearNumber: number | null, monthNumber: number, day: number, length: number): DateRead | null {
  const date = { year: yearNumber, month: monthNumber, day };
  return isPlausible(date) ? { date, length } : null;
}

/** A day that the calendar has; a leap day passes where the year is unknown. */
function isPlausible(date: PartialDate): boolean {
  if (date.month < 1 || date.month > 12 || date.day < 1) return false;
  return date.day <= new Date(Date.UTC(date.year ?? 2024, date.month, 0)).getUTCDate();
}

/** First date with a year in the first `limit` characters. */
export function findDate(text: string, order: DateOrder = 'month-first', limit = 4000): CalendarDate | null {
  const found = findDates(text, order, limit).find((date) => date.year !== null);
  return found ? { year: found.year!, month: found.month, day: found.day } : null;
}

/** Dates of a text in order, with and without a year. */
export function findDates(text: string, order: DateOrder = 'month-first', limit = 4000): PartialDate[] {
  const dates: PartialDate[] = [];
  const starts = /(?<![\w/.:#=-])(?=[A-Za-z0-9])/g;
  for (let match = starts.exec(text); match && match.index < limit; match = starts.exec(text)) {
    const read = readDate(text.slice(match.index, match.index + 48), order);
    if (read) dates.push(read.date);
    starts.lastIndex = match.index + Math.max(1, read?.length ?? 1);
  }
  return dates;
}

/**
 * Reads the order of numeric dates off a text. One first part over twelve says "day first"; so do dates that lie within
 * a week when read so, and months apart otherwise.
 */
export function guessOrder(text: string): DateOrder {
  const found = [...text.slice(0, 100_000).matchAll(/(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})(?![\d-])/g)];
  const parts = found.map((match) => ({
    first: Number(match[1]),
    second: Number(match[3]),
    year: fullYear(match[4])!,
  }));
  const dayFirst = parts.filter(({ first }) => first > 12).length;
  const monthFirst = parts.filter(({ second }) => second > 12).length;
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first';
  const spanOf = (days: number[]): number => (Math.max(...days) - Math.min(...days)) / dayMs;
  const asMonthFirst = spanOf(parts.map(({ first, second, year: ofYear }) => Date.UTC(ofYear, first - 1, second)));
  const asDayFirst = spanOf(parts.map(({ first, second, year: ofYear }) => Date.UTC(ofYear, second - 1, first)));
  return parts.length > 1 && asDayFirst <= 7 && asMonthFirst > 20 ? 'day-first' : 'month-first';
}

/** A year for a date without one: the one that brings it nearest to `near`. */
export function withYear(date: PartialDate, near: CalendarDate | null): CalendarDate | null {
  if (date.year !== null) return { year: date.year, month: date.month, day: date.day };
  if (!near) return null;
  const candidates = [near.year - 1, near.year, near.year + 1].map((candidate) => ({ ...date, year: candidate }));
  const distance = (candidate: CalendarDate): number => Math.abs(dateMs(candidate) - dateMs(near));
  return candidates.reduce((best, candidate) => (distance(candidate) < distance(best) ? candidate : best));
}

export const dateMs = (date: CalendarDate): number => Date.UTC(date.year, date.month - 1, date.day);

export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(dateMs(date) + days * dayMs);
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() };
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Index of a weekday's name at the start of a text, Sunday 0. */
export function readWeekday(text: string): { weekday: number; length: number } | null {
  const match =
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)(?=\.?,?\s+\d))\b\.?,?/i.exec(text);
  return match && { weekday: weekdays.indexOf(match[0].slice(0, 3).toLowerCase()), length: match[0].length };
}

export const weekdayOf = (date: CalendarDate): number => new Date(dateMs(date)).getUTCDay();

/** ISO form `YYYY-MM-DD`. */
export const isoDate = (date: CalendarDate): string => new Date(dateMs(date)).toISOString().slice(0, 10);
