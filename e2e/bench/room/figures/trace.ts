// What the main thread of a page did for each frame, read from a trace of Chromium. Pure.
import { percentile } from '../../sync/figures/percentiles.ts';

export interface TraceEvent {
  name: string;
  cat?: string;
  ph: string;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** Of the thread's own clock: what it really ran, whatever else the machine did. */
  tdur?: number;
  pid: number;
  tid: number;
}

/** What the page marks: the beginning and the end of what counts, and each animation frame between. */
export const traceMarks = { begin: 'hearth:begin', end: 'hearth:end', frame: 'hearth:frame' } as const;

export interface FrameFigures {
  frames: number;
  /** Milliseconds of processor time of the main thread for each frame. */
  workP50: number;
  workP95: number;
  workMax: number;
  /** Milliseconds on the clock; more than `work` where other programs had the processor. */
  wallP95: number;
  /** Milliseconds of processor time of the longest single task. */
  longestTask: number;
  framesPerSecond: number;
  /** Means a frame, milliseconds on the clock. */
  script: number;
  style: number;
  layout: number;
  paint: number;
  collector: number;
}

type Part = 'script' | 'style' | 'layout' | 'paint' | 'collector';

const parts: readonly (readonly [Part, RegExp])[] = [
  ['collector', /GC/],
  [
    'script',
    /^(FunctionCall|EvaluateScript|v8\.|EventDispatch|FireAnimationFrame|TimerFire|RunMicrotasks|HandlePostMessage)/,
  ],
  ['style', /^(UpdateLayoutTree|RecalculateStyles|ScheduleStyleRecalculation)$/],
  ['layout', /^(Layout|HitTest|IntersectionObserverController::computeIntersections)$/],
  ['paint', /^(Paint|PrePaint|Layerize|Commit|UpdateLayer|UpdateLayerTree|CompositeLayers)$/],
];

const partOf = (name: string): Part | null => parts.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
const isTask = ({ name }: TraceEvent): boolean => name === 'RunTask' || name === 'ThreadControllerImpl::RunTask';
const endOf = ({ ts, dur = 0 }: TraceEvent): number => ts + dur;

/** @returns null where the trace holds no marked stretch with frames in it. */
export const frameFigures = (events: readonly TraceEvent[]): FrameFigures | null => {
  const marks = events.filter(({ cat, name }) => cat?.includes('blink.user_timing') && name.startsWith('hearth:'));
  const begin = marks.findLast(({ name }) => name === traceMarks.begin);
  if (!begin) return null;
  const end = marks.find(({ name, ts }) => name === traceMarks.end && ts > begin.ts)?.ts ?? Infinity;
  const starts = marks
    .filter(({ name, ts }) => name === traceMarks.frame && ts >= begin.ts && ts <= end)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b);
  if (starts.length < 3) return null;
  const main = events
    .filter(({ ph, pid, tid }) => ph === 'X' && pid === begin.pid && tid === begin.tid)
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  // A task belongs to the frame in which it ends; the last frame is not over, the first has what was before.
  const works = starts.map(() => 0);
  const walls = starts.map(() => 0);
  let longest = 0;
  for (const task of outermost(main.filter(isTask))) {
    const frame = frameAt(starts, endOf(task));
    if (frame < 1 || frame >= starts.length - 1) continue;
    const work = (task.tdur ?? task.dur ?? 0) / 1000;
    works[frame] = (works[frame] ?? 0) + work;
    walls[frame] = (walls[frame] ?? 0) + (task.dur ?? 0) / 1000;
    longest = Math.max(longest, work);
  }
  const counted = works.slice(1, -1);
  const of = (share: number, sample: readonly number[]): number => percentile(sample, share) ?? 0;
  const [from = 0, to = 0] = [starts[1], starts.at(-1)];
  return {
    frames: counted.length,
    workP50: of(0.5, counted),
    workP95: of(0.95, counted),
    workMax: of(1, counted),
    wallP95: of(0.95, walls.slice(1, -1)),
    longestTask: longest,
    framesPerSecond: counted.length / ((to - from) / 1e6),
    ...partMeans(main, from, to, counted.length),
  };
};

/** Of events in order of time, those that lie in no other. */
const outermost = (tasks: readonly TraceEvent[]): TraceEvent[] => {
  const top: TraceEvent[] = [];
  let end = -Infinity;
  for (const task of tasks) {
    if (task.ts < end) continue;
    top.push(task);
    end = endOf(task);
  }
  return top;
};

/** @returns the last frame that had begun; -1 before the first. */
const frameAt = (starts: readonly number[], ts: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= ts) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};

/** Each event counts without the events inside it; one of no part counts for the one around it. */
const partMeans = (main: readonly TraceEvent[], from: number, to: number, frames: number): Record<Part, number> => {
  const sums: Record<Part, number> = { script: 0, style: 0, layout: 0, paint: 0, collector: 0 };
  const open: { end: number; part: Part | null; own: number }[] = [];
  const close = (): void => {
    const done = open.pop();
    if (done?.part) sums[done.part] += Math.max(0, done.own);
  };
  for (const event of main) {
    if (endOf(event) < from || event.ts > to) continue;
    while ((open.at(-1)?.end ?? Infinity) <= event.ts) close();
    const around = open.at(-1);
    const duration = event.dur ?? 0;
    if (around) around.own -= duration;
    open.push({ end: endOf(event), part: partOf(event.name) ?? around?.part ?? null, own: duration });
  }
  while (open.length > 0) close();
  const mean = (part: Part): number => sums[part] / 1000 / frames;
  return {
    script: mean('script'),
    style: mean('style'),
    layout: mean('layout'),
    paint: mean('paint'),
    collector: mean('collector'),
  };
};
