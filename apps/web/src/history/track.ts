// Where moments stand on the track: as on a clock while people wrote, with the hours and days between drawn short. Pure;
// lengths in CSS pixels. SPEC Q3–Q5.
import { clock, dayAndShortMonth } from '@hearth/review/time/words';
import type { HistoryStage } from '@hearth/protocol/http/history';
import type { History } from './history.ts';

/** A silence of so long is drawn short. */
const silenceMs = 5 * 60_000;
const shortSilencePx = 40;
/** Of the track, at most so much is silence. */
const mostSilence = 0.35;
const narrowestStretchPx = 18;
const closestTicksPx = 72;
/** A tick nearer to the end has no room for its label. */
const tickLabelPx = 44;
const barPx = 4;

interface Stretch {
  fromMs: number;
  toMs: number;
  x: number;
  width: number;
}

export interface Silence {
  x: number;
  width: number;
  lengthMs: number;
}

export interface Track {
  width: number;
  /** Place of each moment. */
  xs: readonly number[];
  silences: readonly Silence[];
  ticks: readonly { x: number; label: string; strong: boolean }[];
  /** Share of the busiest bar, a bar each `barPx`. */
  bars: readonly { x: number; share: number }[];
  stages: readonly { name: string; x: number; width: number }[];
  /** Place of each landmark: at its own time, between its moment and the next. */
  landmarks: readonly number[];
}

export const layoutTrack = (
  history: Pick<History, 'moments' | 'stages' | 'landmarks'>,
  width: number,
  zone: string,
): Track => {
  const { moments } = history;
  const stretches = stretchesOf(moments);
  const gaps = Math.max(0, stretches.length - 1);
  const gapPx = gaps === 0 ? 0 : Math.min(shortSilencePx, (width * mostSilence) / gaps);
  place(stretches, width - gaps * gapPx, gapPx);
  const xOf = (ms: number): number => xIn(stretches, ms, width);
  return {
    width,
    xs: moments.map(({ at }) => xOf(at)),
    silences: stretches.slice(1).flatMap((stretch, index) => {
      const before = stretches[index];
      if (!before) return [];
      const x = before.x + before.width;
      return [{ x, width: stretch.x - x, lengthMs: stretch.fromMs - before.toMs }];
    }),
    ticks: ticksOf(stretches, zone).filter(({ x }) => x + tickLabelPx <= width),
    bars: barsOf(moments, xOf),
    stages: stagesOf(history.stages, moments, xOf),
    landmarks: history.landmarks.map(({ moment, createdAt }) => {
      const [here, next] = [moments[moment]?.at ?? 0, moments[moment + 1]?.from];
      return xOf(Math.min(next ?? here, Math.max(here, createdAt)));
    }),
  };
};

/** Index of the moment whose place is nearest. */
export const nearestMoment = ({ xs }: Pick<Track, 'xs'>, x: number): number => {
  let low = 0;
  let high = xs.length - 1;
  while (low < high) {
    const half = (low + high) >> 1;
    if ((xs[half] ?? 0) < x) low = half + 1;
    else high = half;
  }
  const before = xs[low - 1];
  return before !== undefined && x - before < (xs[low] ?? Infinity) - x ? low - 1 : low;
};

const stretchesOf = (moments: History['moments']): Stretch[] => {
  const stretches: Stretch[] = [];
  for (const { from, at } of moments) {
    const last = stretches.at(-1);
    if (last && from - last.toMs < silenceMs) last.toMs = Math.max(last.toMs, at);
    else stretches.push({ fromMs: from, toMs: at, x: 0, width: 0 });
  }
  return stretches;
};

/** Shares the room by time; what took a moment only still gets some. */
const place = (stretches: Stretch[], room: number, gapPx: number): void => {
  const least = Math.min(narrowestStretchPx, room / Math.max(1, stretches.length));
  const free = room - least * stretches.length;
  const whole = stretches.reduce((sum, { fromMs, toMs }) => sum + toMs - fromMs, 0);
  let x = 0;
  for (const stretch of stretches) {
    const share = whole > 0 ? (stretch.toMs - stretch.fromMs) / whole : 1 / stretches.length;
    stretch.x = x;
    stretch.width = least + free * share;
    x += stretch.width + gapPx;
  }
};

const xIn = (stretches: readonly Stretch[], ms: number, width: number): number => {
  let before: Stretch | null = null;
  for (const stretch of stretches) {
    if (ms < stretch.fromMs) {
      if (!before) return stretch.x;
      const silence = stretch.fromMs - before.toMs;
      const end = before.x + before.width;
      return end + ((stretch.x - end) * (ms - before.toMs)) / silence;
    }
    if (ms <= stretch.toMs) {
      const length = stretch.toMs - stretch.fromMs;
      return stretch.x + (length > 0 ? (stretch.width * (ms - stretch.fromMs)) / length : stretch.width / 2);
    }
    before = stretch;
  }
  return before ? before.x + before.width : width;
};

const minuteMs = 60_000;
const steps = [1, 2, 5, 10, 15, 30, 60].map((minutes) => minutes * minuteMs);

/** Round times while people wrote; the first of a stretch tells its time, and its day where that is another. */
const ticksOf = (stretches: readonly Stretch[], zone: string): { x: number; label: string; strong: boolean }[] => {
  const ticks: { x: number; label: string; strong: boolean }[] = [];
  let free = 0;
  let day = '';
  for (const stretch of stretches) {
    const today = dayAndShortMonth(stretch.fromMs, zone);
    const start = { x: stretch.x, label: today === day ? clock(stretch.fromMs, zone) : today, strong: true };
    if (stretch.x >= free) {
      ticks.push(start);
      day = today;
      free = stretch.x + closestTicksPx;
    }
    const length = stretch.toMs - stretch.fromMs;
    const step = steps.find((candidate) => (candidate * stretch.width) / Math.max(1, length) >= closestTicksPx);
    if (step === undefined || length <= 0) continue;
    for (let ms = Math.ceil(stretch.fromMs / step) * step; ms <= stretch.toMs; ms += step) {
      const x = stretch.x + (stretch.width * (ms - stretch.fromMs)) / length;
      if (x < free || x + closestTicksPx / 2 > stretch.x + stretch.width) continue;
      ticks.push({ x, label: clock(ms, zone), strong: false });
      free = x + closestTicksPx;
    }
  }
  return ticks;
};

/** How much was written where. A square root, so that a pasted timeline does not hide an hour of talk. */
const barsOf = (moments: History['moments'], xOf: (ms: number) => number): { x: number; share: number }[] => {
  const bins = new Map<number, number>();
  for (const { from, at, edits } of moments) {
    if (edits === 0) continue;
    const first = Math.floor(xOf(from) / barPx);
    const last = Math.max(first, Math.floor(xOf(at) / barPx));
    for (let bin = first; bin <= last; bin += 1) bins.set(bin, (bins.get(bin) ?? 0) + edits / (last - first + 1));
  }
  const most = Math.max(1, ...bins.values());
  return [...bins].map(([bin, edits]) => ({ x: bin * barPx, share: Math.sqrt(edits / most) }));
};

const stagesOf = (
  stages: readonly HistoryStage[],
  moments: History['moments'],
  xOf: (ms: number) => number,
): { name: string; x: number; width: number }[] => {
  const [first, last] = [moments[0], moments.at(-1)];
  if (!first || !last) return [];
  return stages.flatMap(({ name, from, to }) => {
    if (from > last.at || (to ?? last.at) < first.from) return [];
    const x = xOf(Math.max(from, first.from));
    return [{ name, x, width: xOf(Math.min(to ?? last.at, last.at)) - x }];
  });
};
