// Work days, counted in a zone: Monday to Friday. Pure. Rules: SPEC Z5.
import { instantOfClock, offsetAt } from './wall-time.ts';

const dayMs = 86_400_000;

/**
 * The same time of day so many work days later. A Saturday or a Sunday counts for nothing, as if one had begun late on Friday.
 * @param days  whole, not negative.
 * @returns Unix milliseconds.
 */
export const afterWorkDays = (fromMs: number, days: number, zone: string): number => {
  let wallMs = fromMs + offsetAt(fromMs, zone);
  for (let left = days; left > 0; left -= 1) {
    do wallMs += dayMs;
    while (isWeekend(wallMs));
  }
  return days === 0 ? fromMs : instantOfClock(wallMs, zone);
};

const isWeekend = (wallMs: number): boolean => [0, 6].includes(new Date(wallMs).getUTCDay());
