// Days as the axis and the cards need them, in the zone of the incident. Pure.
import { dayOf, instantOf } from '../../time/wall-time.ts';
import { dayAndMonth } from '../../time/words.ts';

/** "12 Nov" */
export const shortDay = (atMs: number, zone: string): string => {
  const [date = '', month = ''] = dayAndMonth(atMs, zone).split(' ');
  return `${date} ${month.slice(0, 3)}`;
};

/** Midnight before a moment, Unix milliseconds. */
export const dayStart = (atMs: number, zone: string): number =>
  instantOf(`${dayOf(atMs, zone)}T00:00`, zone) ?? Math.floor(atMs / 86_400_000) * 86_400_000;

export const sameDay = (aMs: number, bMs: number, zone: string): boolean => dayOf(aMs, zone) === dayOf(bMs, zone);
