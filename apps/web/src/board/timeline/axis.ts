// The time axis: how wide a minute is, and where its ticks stand. Pure; lengths in CSS pixels.
import { dayStart } from '@hearth/review/time/wall-time';
import { clock, dayAndShortMonth } from '@hearth/review/time/words';

export interface Axis {
  /** Moment at x = 0, Unix milliseconds. */
  fromMs: number;
  toMs: number;
  pxPerMs: number;
}

export interface Tick {
  atMs: number;
  x: number;
  label: string;
  /** On the hour, or midnight where ticks are hours apart; the others are dotted. */
  strong: boolean;
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 40_320].map(
  (minutes) => minutes * minuteMs,
);
/** A label "12 Nov" with air around it. */
const closestTicksPx = 84;
/** An axis with days or years between its events still has a bounded number of ticks. */
const mostTicks = 400;

export const xOf = (axis: Axis, atMs: number): number => (atMs - axis.fromMs) * axis.pxPerMs;

export const timeAt = (axis: Axis, x: number): number => axis.fromMs + x / axis.pxPerMs;

export const ticksOf = (axis: Axis, zone: string): Tick[] => {
  const step = steps.find((candidate) => candidate * axis.pxPerMs >= closestTicksPx) ?? yearsApart(axis);
  const ticks: Tick[] = [];
  let midnight = dayStart(axis.fromMs, zone);
  let named = '';
  while (midnight <= axis.toMs && ticks.length < mostTicks) {
    // The next midnight is asked for from the middle of its day: days of 23 and 25 hours exist.
    const daysOn = Math.max(1, Math.round(step / dayMs));
    const next = dayStart(midnight + daysOn * dayMs + dayMs / 2, zone);
    for (let atMs = midnight; atMs < next && atMs <= axis.toMs && ticks.length < mostTicks; atMs += step) {
      // After the night in which an hour comes twice, the last tick of the day would crowd the next midnight.
      if (atMs > midnight && next - atMs < step * 0.6) break;
      if (atMs < axis.fromMs) continue;
      const today = dayAndShortMonth(atMs, zone);
      const label = step >= dayMs || (atMs === midnight && named !== '') ? today : clock(atMs, zone);
      named = today;
      const strong = step >= 7_200_000 ? atMs === midnight : clock(atMs, zone).endsWith(':00');
      ticks.push({ atMs, x: xOf(axis, atMs), label, strong });
    }
    midnight = next;
  }
  return ticks;
};

const yearsApart = (axis: Axis): number => Math.ceil(closestTicksPx / axis.pxPerMs / dayMs) * dayMs;
