// The time axis: how wide a second is, where its ticks stand, and the steps in which times are moved. Pure; lengths in CSS pixels.
import { dayStart, offsetAt, sameDay } from '@hearth/review/time/wall-time';
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
  /** On the hour, or midnight where ticks are hours apart, or the minute where they are seconds; the others are dotted. */
  strong: boolean;
}

const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;
const seconds = [1, 2, 5, 10, 15, 30].map((count) => count * secondMs);
const minutes = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((count) => count * minuteMs);
const days = [1, 2, 7, 28].map((count) => count * dayMs);
const steps = [...seconds, ...minutes, ...days];
/** A label "12 Nov" with air around it. */
const closestTicksPx = 84;
/** An axis with days or years between its events still has a bounded number of ticks. */
const mostTicks = 400;
/** A hand lands on a step that it can aim at. */
const closestSnapPx = 3;
/** At the nearest a second is so wide; beyond, nothing more would be told. */
export const widestSecondPx = 90;

export const xOf = (axis: Axis, atMs: number): number => (atMs - axis.fromMs) * axis.pxPerMs;

export const timeAt = (axis: Axis, x: number): number => axis.fromMs + x / axis.pxPerMs;

/** How far apart ticks are at a scale. */
export const tickStepOf = (pxPerMs: number): number =>
  steps.find((candidate) => candidate * pxPerMs >= closestTicksPx) ??
  Math.ceil(closestTicksPx / pxPerMs / dayMs) * dayMs;

/** The step in which a moment is moved at a scale: a minute on a usual incident, seconds only where ticks tell seconds. */
export const snapStepOf = (pxPerMs: number): number => {
  const least = tickStepOf(pxPerMs) < minuteMs ? secondMs : minuteMs;
  return steps.find((candidate) => candidate >= least && candidate * pxPerMs >= closestSnapPx) ?? dayMs;
};

/** The nearest round time of the zone. */
export const snapped = (atMs: number, stepMs: number, zone: string): number => {
  const offset = offsetAt(atMs, zone);
  return Math.round((atMs + offset) / stepMs) * stepMs - offset;
};

/**
 * @param within  the stretch that is seen; the whole axis where it is short. Ticks beyond it are left out.
 */
export const ticksOf = (axis: Axis, zone: string, within: { fromMs: number; toMs: number } = axis): Tick[] => {
  const step = tickStepOf(axis.pxPerMs);
  const from = Math.max(axis.fromMs, within.fromMs);
  const to = Math.min(axis.toMs, within.toMs);
  const ticks: Tick[] = [];
  let midnight = dayStart(from, zone);
  let named = '';
  while (midnight <= to && ticks.length < mostTicks) {
    // The next midnight is asked for from the middle of its day: days of 23 and 25 hours exist.
    const daysOn = Math.max(1, Math.round(step / dayMs));
    const next = dayStart(midnight + daysOn * dayMs + dayMs / 2, zone);
    // Near seconds a day has thousands of ticks: those in front of the stretch are counted, not walked.
    const skipped = Math.max(0, Math.floor((from - midnight) / step));
    for (let atMs = midnight + skipped * step; atMs < next && atMs <= to && ticks.length < mostTicks; atMs += step) {
      // After the night in which an hour comes twice, the last tick of the day would crowd the next midnight.
      if (atMs > midnight && next - atMs < step * 0.6) break;
      if (atMs < from) continue;
      const today = dayAndShortMonth(atMs, zone);
      const label = step >= dayMs || (atMs === midnight && named !== '') ? today : clockAt(atMs, zone, step);
      named = today;
      ticks.push({ atMs, x: xOf(axis, atMs), label, strong: isStrong(atMs, midnight, step) });
    }
    midnight = next;
  }
  return ticks;
};

const isStrong = (atMs: number, midnight: number, step: number): boolean => {
  if (step >= dayMs) return true;
  const unit = step >= 2 * hourMs ? dayMs : step >= minuteMs ? hourMs : minuteMs;
  return (atMs - midnight) % unit === 0;
};

/** Seconds are told where ticks stand on them. */
const clockAt = (atMs: number, zone: string, step: number): string =>
  step < minuteMs
    ? `${clock(atMs, zone)}:${String(Math.floor((atMs % minuteMs) / secondMs)).padStart(2, '0')}`
    : clock(atMs, zone);

/** The same ticks as somebody elsewhere reads them on their own clocks: the day wherever it changes. */
export const labelsElsewhere = (ticks: readonly Tick[], pxPerMs: number, zone: string): string[] => {
  const step = tickStepOf(pxPerMs);
  return ticks.map(({ atMs }, index) => {
    const before = ticks[index - 1];
    const newDay = before !== undefined && !sameDay(before.atMs, atMs, zone);
    return step >= dayMs || newDay ? `${dayAndShortMonth(atMs, zone)} ${clock(atMs, zone)}` : clockAt(atMs, zone, step);
  });
};
