// Times and spans in words, as pages and reports write them: British order, a 24-hour clock, the zone named where it
// matters, the same on every machine. Pure. Rules: SPEC Z4.
import { daysBetween, offsetAt, sameDay } from './wall-time.ts';

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const monthName = (index: number) => months[index] ?? '';

/** Fields of an instant on the clocks of a zone, read from a Date that is shifted to them. */
const shifted = (ms: number, zone: string) => new Date(ms + offsetAt(ms, zone));

/** `Thursday 12 November 2026` */
export const longDay = (ms: number, zone: string): string =>
  `${weekdays[shifted(ms, zone).getUTCDay()]} ${fullDay(ms, zone)}`;

/** `12 November` */
export const dayAndMonth = (ms: number, zone: string): string => {
  const date = shifted(ms, zone);
  return `${date.getUTCDate()} ${monthName(date.getUTCMonth())}`;
};

/** `12 Nov` */
export const dayAndShortMonth = (ms: number, zone: string): string => {
  const date = shifted(ms, zone);
  return `${date.getUTCDate()} ${monthName(date.getUTCMonth()).slice(0, 3)}`;
};

/** `12 November 2026` */
export const fullDay = (ms: number, zone: string): string =>
  `${dayAndMonth(ms, zone)} ${shifted(ms, zone).getUTCFullYear()}`;

/** `12 November 2026`, of a calendar day YYYY-MM-DD; as it stands when it is none. */
export const dateInWords = (day: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = monthName(Number(month) - 1);
  return name === '' ? day : `${Number(date)} ${name} ${year}`;
};

/** `12 Nov`, and with the year where it is not the current one. @param day  YYYY-MM-DD. */
export const shortDay = (day: string, today: string): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return `${date} ${monthName(month - 1).slice(0, 3)}${day.slice(0, 4) === today.slice(0, 4) ? '' : ` ${year}`}`;
};

/** `14:24` */
export const clock = (ms: number, zone: string): string => shifted(ms, zone).toISOString().slice(11, 16);

/** `UTC`, `UTC+2`, `UTC−3:30`: how the zone's clocks stand at that moment. */
export const zoneName = (ms: number, zone: string): string => {
  const offset = Math.round(offsetAt(ms, zone) / 60_000);
  const sign = offset < 0 ? '−' : '+';
  const hours = Math.floor(Math.abs(offset) / 60);
  const minutes = Math.abs(offset) % 60;
  return offset === 0 ? 'UTC' : `UTC${sign}${hours}${minutes === 0 ? '' : `:${String(minutes).padStart(2, '0')}`}`;
};

/** `13:22`, or `13:22 to 15:36`, with the day of the end where it is another one. */
export const clockSpan = (from: number, to: number | null, zone: string): string => {
  if (to === null) return clock(from, zone);
  return `${clock(from, zone)} to ${sameDay(from, to, zone) ? '' : `${longDay(to, zone)}, `}${clock(to, zone)}`;
};

/** `Thursday 12 November 2026, 13:22 to 15:36`, over as many days as it took. */
export const spanInWords = (from: number, to: number | null, zone: string): string =>
  `${longDay(from, zone)}, ${clockSpan(from, to, zone)}`;

/** `2 hours 14 minutes`; two units at most. */
export const durationInWords = (minutes: number): string => {
  const rounded = Math.max(0, Math.round(minutes));
  const days = Math.floor(rounded / 1440);
  const hours = Math.floor((rounded % 1440) / 60);
  const rest = rounded % 60;
  const parts = [counted(days, 'day'), counted(hours, 'hour'), counted(rest, 'minute')];
  const first = parts.findIndex((_, index) => [days, hours, rest][index] !== 0);
  if (first === -1) return 'less than a minute';
  return parts
    .slice(first, first + 2)
    .filter((part) => !part.startsWith('0 '))
    .join(' ');
};

/** `1 learning`, `3 learnings`, `0 learnings`. */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** How long ago an incident was: `today`, `1 day on`, `8 days on`. */
export const daysOn = (from: number, now: number, zone: string): string => {
  const days = daysBetween(from, now, zone);
  return days <= 0 ? 'today' : `${counted(days, 'day')} on`;
};

/** `Ada`, `Ada and Ben`, `Ada, Ben and Cy`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
