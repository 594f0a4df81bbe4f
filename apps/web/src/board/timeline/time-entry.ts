// Times as people type them in a card's field: "14:24", "14:24:05", "about 14:40", "13:41 to 14:24", "13 Nov 9:05", or nothing. Pure.
import type { Precision } from '@hearth/board/cards';
import { dayOf, instantOf, sameDay } from '@hearth/review/time/wall-time';
import { clock, dayAndShortMonth } from '@hearth/review/time/words';

export interface EventTime {
  at: number | null;
  endAt: number | null;
  precision: Precision;
}

export type TimeEntry = { ok: true; time: EventTime } | { ok: false; advice: string };

const advice =
  'Write a time such as 14:24, about 14:40, 13:41 to 14:24, or 13 Nov 09:05. Leave it empty if only the order is known.';
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Reads a typed time.
 * @param anchorMs  a moment on the day that is meant when no day is typed: Unix milliseconds.
 * @param zone  IANA name of the incident's zone.
 */
export const readTime = (typed: string, anchorMs: number, zone: string): TimeEntry => {
  let rest = typed.trim().toLowerCase();
  if (rest === '') return { ok: true, time: { at: null, endAt: null, precision: 'unknown' } };
  const about = /^(about|around|approx\.?|approximately|ca\.?|circa|roughly|~)\s*/.exec(rest);
  if (about) rest = rest.slice(about[0].length);
  const [from = '', to, ...more] = rest.split(/\s*(?:–|—|\bto\b|\buntil\b)\s*|(?<=:\d\d)\s*-\s*/);
  if (more.length > 0) return { ok: false, advice };
  const at = readMoment(from, anchorMs, zone);
  if (at === null) return { ok: false, advice };
  let endAt: number | null = null;
  if (to !== undefined) {
    endAt = readMoment(to, at, zone);
    if (endAt === null) return { ok: false, advice };
    // "23:50 to 00:10" runs past midnight.
    if (endAt <= at && !/[a-z]|\d-\d/.test(to)) endAt += 86_400_000;
    if (endAt <= at) return { ok: false, advice: 'The end lies before the beginning.' };
  }
  return { ok: true, time: { at, endAt, precision: about ? 'about' : 'exact' } };
};

const readMoment = (typed: string, anchorMs: number, zone: string): number | null => {
  const time = /(?:^|[\s,t])(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed);
  if (!time) return null;
  const anchor = dayOf(anchorMs, zone);
  const date = typed.slice(0, time.index).replace(/,$/, '').trim();
  const day = date === '' ? anchor : readDate(date, anchor.slice(0, 4));
  if (day === null) return null;
  const minute = instantOf(`${day}T${(time[1] ?? '').padStart(2, '0')}:${time[2] ?? ''}`, zone);
  const seconds = Number(time[3] ?? 0);
  return minute === null || seconds > 59 ? null : minute + seconds * 1000;
};

/** @returns YYYY-MM-DD, of a day that need not exist; null when no date can be read. */
const readDate = (typed: string, thisYear: string): string | null => {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) return dayFrom(iso[1], Number(iso[2]), iso[3]);
  const words = /^(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?(?:\s+(\d{4}))?$/.exec(typed);
  if (words) return dayFrom(words[3] ?? thisYear, months.indexOf(words[2] ?? '') + 1, words[1]);
  const reversed = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:,?\s+(\d{4}))?$/.exec(typed);
  if (reversed) return dayFrom(reversed[3] ?? thisYear, months.indexOf(reversed[1] ?? '') + 1, reversed[2]);
  return null;
};

const dayFrom = (year = '', month: number, day = ''): string | null =>
  Number(year) < 1990 || Number(year) > 2199 || month < 1
    ? null
    : `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Both ends later by as much; a time that nobody knows stays unknown. */
export const shiftedBy = ({ at, endAt, precision }: EventTime, ms: number): EventTime => ({
  at: at === null ? null : at + ms,
  endAt: endAt === null ? null : endAt + ms,
  precision,
});

/** The text that `readTime` reads back as the same time, for a field that is opened for editing. */
export const writeTime = (time: EventTime, anchorMs: number, zone: string): string => {
  if (time.at === null) return '';
  const moment = (at: number, beside: number): string =>
    sameDay(at, beside, zone)
      ? fineClock(at, zone)
      : `${dayAndShortMonth(at, zone)} ${dayOf(at, zone).slice(0, 4)} ${fineClock(at, zone)}`;
  const begin = `${time.precision === 'about' ? 'about ' : ''}${moment(time.at, anchorMs)}`;
  return time.endAt === null ? begin : `${begin} to ${moment(time.endAt, time.at)}`;
};

/** A time as a card and a list show it: "about 14:40", "13:41 to 14:24", with the day where it is not `anchorMs`'s. */
export const timeWords = (time: EventTime, anchorMs: number, zone: string): string => {
  if (time.at === null) return 'order unknown';
  const moment = (at: number, beside: number): string =>
    sameDay(at, beside, zone) ? fineClock(at, zone) : `${dayAndShortMonth(at, zone)} ${fineClock(at, zone)}`;
  const begin = `${time.precision === 'about' ? 'about ' : ''}${moment(time.at, anchorMs)}`;
  return time.endAt === null ? begin : `${begin} to ${moment(time.endAt, time.at)}`;
};

/** Seconds are told only where there are any. */
const fineClock = (at: number, zone: string): string => {
  const seconds = Math.floor(at / 1000) % 60;
  return seconds === 0 ? clock(at, zone) : `${clock(at, zone)}:${String(seconds).padStart(2, '0')}`;
};
