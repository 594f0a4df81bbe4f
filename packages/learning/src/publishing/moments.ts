// Days, times and durations in the words of a report: English, the incident's zone, the same on every machine. Pure.
import { daysBetween, dayIn, twoDigits, zonedTime } from '../zoned-time.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** "Thursday 12 November 2026" */
export const dayWords = (ms: number, zone: string): string => {
  const { year, month, day } = zonedTime(ms, zone);
  const weekday = weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()] ?? '';
  return `${weekday} ${day} ${months[month - 1] ?? ''} ${year}`;
};

/** "12 November 2026", of a calendar day YYYY-MM-DD; as it stands when it is none. */
export const dateWords = (day: string): string => {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? [];
  const name = months[Number(month) - 1];
  return name === undefined ? day : `${Number(date)} ${name} ${year}`;
};

/** "13:05" */
export const clockWords = (ms: number, zone: string): string => {
  const { hour, minute } = zonedTime(ms, zone);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
};

/** "13:05", or "13:05 to 13:40", with the day of the end where it is another one. */
export const spanWords = (fromMs: number, toMs: number | null, zone: string): string => {
  const from = clockWords(fromMs, zone);
  if (toMs === null) return from;
  const sameDay = daysBetween(dayIn(fromMs, zone), dayIn(toMs, zone)) === 0;
  return `${from} to ${sameDay ? '' : `${dayWords(toMs, zone)}, `}${clockWords(toMs, zone)}`;
};

/** "2 h 14 min", "3 days 1 h" */
export const durationWords = (minutes: number): string => {
  const total = Math.max(0, Math.round(minutes));
  const days = Math.floor(total / 1_440);
  const hours = Math.floor((total % 1_440) / 60);
  const rest = total % 60;
  const parts = [
    days > 0 ? counted(days, 'day') : '',
    hours > 0 ? `${hours} h` : '',
    rest > 0 && days === 0 ? `${rest} min` : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(' ') : 'less than a minute';
};

/** "1 day", "2 days" */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
