// Gives entries their day and their zone: own date, nearest date above, title, front matter; roll-over past midnight.
// Pure. Rules: SPEC T7, T8, T12-T23, T31.

import {
  addDays,
  dateMs,
  findDates,
  weekdayOf,
  withYear,
  type CalendarDate,
  type DateOrder,
  type PartialDate,
} from './calendar.ts';
import { minutesOf, type Clock } from './clock.ts';
import type { TimeExpression } from './expression.ts';
import type { EntryMark, Mark } from './marks.ts';
import type { TimelineProblem, TimelineRow } from './row.ts';
import { instantOf, type Zone } from './zone.ts';

export interface ResolveContext {
  /** The document's own date. */
  readonly date: CalendarDate | null;
  /** The zone that the document states for all its times. */
  readonly zone: Zone | null;
  /** For dates without a year, where the document has no date. */
  readonly year: number | null;
  readonly order: DateOrder;
}

/** A step back by more than this is the next day; by less, rows out of order. */
const rollOverMinutes = 5 * 60;
const halfDayMinutes = 12 * 60;
const utc: Zone = { kind: 'fixed', minutes: 0 };
/** Dates outside say that something was misread. */
const plausibleYears = { first: 1980, last: 2100 };

interface Running {
  day: CalendarDate | null;
  /** Minutes of the entry before on the same day; null after a change of day. */
  minutes: number | null;
  /** Zone that the last entry wrote. */
  zone: Zone | null;
  /** The instant of "T", once an entry has told it. */
  startMs: number | null;
  /** The entries write am and pm, or single-digit hours only: "1:05" after "11:50" is the afternoon. */
  readonly halfDays: boolean;
  /** A status page's order: a step back is then an earlier hour of the same day. */
  readonly latestFirst: boolean;
}

export function resolveRows(marks: readonly Mark[], chosen: ReadonlySet<Mark>, context: ResolveContext): TimelineRow[] {
  const entries = marks.filter((mark): mark is EntryMark => mark.kind === 'entry' && chosen.has(mark));
  const latestFirst = isLatestFirst(entries);
  const running: Running = {
    day: null,
    minutes: null,
    zone: null,
    startMs: null,
    latestFirst,
    halfDays:
      !latestFirst &&
      !entries.some(({ time }) => time.clock !== null && time.clock.half === null && time.clock.hour > 12),
  };
  const rows: TimelineRow[] = [];
  const firstChosen = marks.findIndex((mark) => chosen.has(mark));
  marks.forEach((mark, index) => {
    if (mark.kind === 'date') moveDay(running, mark, context);
    else if (mark.kind === 'prose')
      readProse(running, mark.text, mark.place === 'said' && index < firstChosen, context);
    else if (chosen.has(mark)) rows.push(resolveEntry(running, mark, context));
  });
  return rows;
}

const fewestBackwards = 3;

/** Headings without a day of their own, each earlier than the one above. */
function isLatestFirst(entries: readonly EntryMark[]): boolean {
  if (entries.length < fewestBackwards || !entries.every(({ form, time }) => form === 'heading' && time.clock?.known))
    return false;
  const minutes = entries.map(({ time }) => (time.date === null ? minutesOf(time.clock!) : Number.NaN));
  return minutes.every((minute, index) => index === 0 || minute < minutes[index - 1]!);
}

function setDay(running: Running, day: CalendarDate | null): void {
  if (!day) return;
  running.day = day;
  running.minutes = null;
}

function moveDay(
  running: Running,
  move: { date: PartialDate | null; weekday: number | null; dayShift: number },
  context: ResolveContext,
): void {
  const near = running.day ?? context.date;
  if (move.date) return setDay(running, withYear(move.date, near ?? middleOfYear(context)));
  if (!near) return;
  if (move.weekday !== null) return setDay(running, dayOfWeek(move.weekday, near, running.day !== null));
  if (move.dayShift > 0) setDay(running, addDays(near, move.dayShift));
}

/** Middle of the known year: brings any date without a year into it. */
const middleOfYear = ({ year }: ResolveContext): CalendarDate | null =>
  year === null ? null : { year, month: 7, day: 1 };

/** The weekday on or after the running day; around the document's date where no entry has told a day yet. */
function dayOfWeek(weekday: number, near: CalendarDate, forward: boolean): CalendarDate {
  const ahead = (weekday - weekdayOf(near) + 7) % 7;
  return addDays(near, forward || ahead <= 3 ? ahead : ahead - 7);
}

/** A short line above the entries that names one day ("All times in UTC on 3 March 2021") sets the day. */
function readProse(running: Running, text: string, leadsIn: boolean, context: ResolveContext): void {
  const short = text.length < 160;
  const startsWithDay = short && findDates(text, context.order, 12).length > 0;
  if (!short || !(leadsIn || startsWithDay)) return;
  const [first] = findDates(text, context.order);
  if (first && (first.year !== null || leadsIn))
    setDay(running, withYear(first, running.day ?? context.date ?? middleOfYear(context)));
}

function resolveEntry(running: Running, entry: EntryMark, context: ResolveContext): TimelineRow {
  const { time } = entry;
  const ownDay = time.date !== null || time.weekday !== null || time.dayShift > 0;
  if (ownDay) moveDay(running, time, context);
  running.day ??= context.date;
  const clock = time.clock?.known ? afternoon(running, clockInZone(time, entry.zone ?? context.zone)) : null;
  if (clock) rollOver(running, clock, time);
  running.zone = clock?.zone ?? running.zone;
  const stated = clock?.zone ?? entry.zone ?? context.zone ?? running.zone;
  const zone = stated ?? utc;
  const atMs = clock ? instantMs(running.day, clock, zone) : instantWithoutClock(running, time, zone, ownDay);
  if (clock && atMs !== null && time.relativeMinutes !== null) running.startMs ??= atMs - time.relativeMinutes * 60_000;
  const absurd = running.day !== null && isAbsurd(running.day);
  const text = tidy(entry.text);
  const needsZone = clock !== null && stated === null;
  return {
    time: time.raw,
    at: atMs === null || absurd ? null : new Date(atMs).toISOString(),
    endAt: absurd ? null : endOf(running, time, zone, atMs),
    precision: precisionOf(time, atMs),
    text,
    line: entry.line,
    problem: problemOf({ absurd, empty: text === '', understood: time.clock?.known !== false, atMs, needsZone }),
  };
}

/** A pattern that ends in `\s+$` would take quadratic time on a long run of blanks. */
function withoutBreaks(text: string): string {
  let bare = text.trim();
  for (;;) {
    const end = /<br\s?\/?>$/i.exec(bare.slice(-8));
    if (!end) return bare;
    bare = bare.slice(0, bare.length - end[0].length).trimEnd();
  }
}

/** Without line breaks of HTML at the end, and without half of a pair of stars that the time took away. */
function tidy(text: string): string {
  const bare = withoutBreaks(text).replace(/^:\s/, '').trim();
  const stars = bare.split('**').length - 1;
  return stars % 2 === 1 ? bare.replace(stars === 1 ? '**' : /\*\*(?=[^*]*$)/, '').trim() : bare;
}

const isAbsurd = ({ year }: CalendarDate): boolean => year < plausibleYears.first || year > plausibleYears.last;

/** Counted from "T", else the start of a day that the entry names. */
function instantWithoutClock(running: Running, time: TimeExpression, zone: Zone, ownDay: boolean): number | null {
  const counted = relativeMs(running, time);
  if (counted !== null) return counted;
  return ownDay && time.clock === null && running.day ? instantOf(dateMs(running.day), zone) : null;
}

function precisionOf(time: TimeExpression, atMs: number | null): TimelineRow['precision'] {
  if (time.clock && !time.clock.known) return 'unknown';
  const dayOnly = time.clock === null && (time.relativeMinutes === null || atMs === null);
  return time.about || dayOnly ? 'about' : 'exact';
}

interface Findings {
  readonly absurd: boolean;
  readonly empty: boolean;
  readonly understood: boolean;
  readonly atMs: number | null;
  readonly needsZone: boolean;
}

function problemOf(found: Findings): TimelineProblem | null {
  if (found.empty) return 'empty-text';
  if (found.absurd) return 'absurd-date';
  if (!found.understood) return 'time-not-understood';
  if (found.atMs === null) return 'no-date';
  return found.needsZone ? 'no-zone' : null;
}

/** Where no zone is stated, a second clock that names one holds: "6:48 (12:48 UTC)". */
function clockInZone(time: TimeExpression, stated: Zone | null): Clock {
  return time.clock!.zone || stated || !time.otherClock ? time.clock! : time.otherClock;
}

/** In a document of half days, an hour without am or pm follows the entry before it. */
function afternoon(running: Running, clock: Clock): Clock {
  if (!running.halfDays || clock.half !== null || running.minutes === null || clock.hour > 12) return clock;
  const minutes = minutesOf(clock);
  const later = (minutes % halfDayMinutes) + halfDayMinutes;
  const follows = running.minutes >= halfDayMinutes - 60 && later >= running.minutes - 30 && minutes < running.minutes;
  return follows ? { ...clock, hour: Math.floor(later / 60) } : clock;
}

function rollOver(running: Running, clock: Clock, time: TimeExpression): void {
  const minutes = minutesOf(clock);
  const ownDay = time.date !== null || time.weekday !== null;
  const mayRoll = !ownDay && !running.latestFirst;
  if (mayRoll && running.day && running.minutes !== null && minutes + rollOverMinutes < running.minutes) {
    running.day = addDays(running.day, 1);
  }
  running.minutes = minutes;
}

function instantMs(day: CalendarDate | null, clock: Clock, zone: Zone): number | null {
  return day && instantOf(dateMs(day) + minutesOf(clock) * 60_000 + clock.second * 1000 + clock.milli, zone);
}

function relativeMs(running: Running, time: TimeExpression): number | null {
  if (time.relativeMinutes === null || running.startMs === null) return null;
  return running.startMs + time.relativeMinutes * 60_000;
}

function endOf(running: Running, time: TimeExpression, zone: Zone, startMs: number | null): string | null {
  const clock = time.end?.clock;
  if (!clock?.known || startMs === null) return null;
  const day = time.end?.date ? withYear(time.end.date, running.day) : running.day;
  const endMs = instantMs(day, clock, clock.zone ?? zone);
  if (endMs === null) return null;
  // "23:50 - 00:10" ends on the next day.
  const rolled = endMs < startMs && !time.end?.date ? endMs + 86_400_000 : endMs;
  return rolled < startMs ? null : new Date(rolled).toISOString();
}
