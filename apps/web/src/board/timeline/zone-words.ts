// Times in two zones: that of the incident, and that of whoever reads. Pure but for asking the browser where it is.
import { offsetAt } from '@hearth/review/time/wall-time';
import { timeWords, type EventTime } from './time-entry.ts';

/** The zone of this device. */
export const ownZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether clocks in both zones show the same at a moment. */
export const sameClocks = (atMs: number, one: string, other: string): boolean =>
  offsetAt(atMs, one) === offsetAt(atMs, other);

/** Browsers keep the names that zones had first; people use those that the cities have now. */
const calledNow: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

/** "London" of "Europe/London": the name on the wall above a clock. */
export const cityOf = (zone: string): string => {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return calledNow[city] ?? city;
};

/** "14:24 in London, 15:24 where you are (Berlin)"; only the one where clocks agree, nothing where there is no time. */
export const timeInBoth = (time: EventTime, anchorMs: number, zone: string, own: string): string => {
  if (time.at === null) return '';
  const there = timeWords(time, anchorMs, zone);
  if (sameClocks(time.at, zone, own)) return `${there} (${cityOf(zone)})`;
  return `${there} in ${cityOf(zone)}, ${timeWords(time, anchorMs, own)} where you are (${cityOf(own)})`;
};
