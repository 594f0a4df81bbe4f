// Estimates how far the server's clock is from this browser's, from round trips of the `clock` event. Pure.

/** One round trip. `sentMs` and `receivedMs` are this browser's clock, `serverMs` is the server's in between. */
export interface ClockSample {
  sentMs: number;
  receivedMs: number;
  serverMs: number;
}

/** Half of a round trip bounds the error of its sample: beyond two seconds it says less than the view's own time. */
const slowestTripMs = 4_000;

/**
 * Milliseconds to add to this browser's clock to get the server's.
 * The slower half of the trips is left out (a queue on the way is one-sided), the median of the rest is taken.
 * @returns null when no sample is usable: none yet, clock turned back in between, or a trip of more than four seconds.
 */
export const clockOffsetMs = (samples: readonly ClockSample[]): number | null => {
  const usable = samples
    .filter((sample) => tripMs(sample) >= 0 && tripMs(sample) <= slowestTripMs && Number.isFinite(sample.serverMs))
    .toSorted((a, b) => tripMs(a) - tripMs(b));
  const fastest = usable.slice(0, Math.ceil(usable.length / 2));
  const offsets = fastest
    .map((sample) => sample.serverMs - (sample.sentMs + sample.receivedMs) / 2)
    .toSorted((a, b) => a - b);
  const upper = offsets[offsets.length >> 1];
  const lower = offsets[(offsets.length - 1) >> 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
};

const tripMs = (sample: ClockSample): number => sample.receivedMs - sample.sentMs;

/** Wall clock and monotonic clock, read together. They drift apart when somebody sets the clock or the machine sleeps. */
export interface ClockReading {
  wallMs: number;
  monotonicMs: number;
}

const jumpMs = 750;

/** Whether the wall clock was set, or the machine slept, between two readings: the offset must be measured again. */
export const clockJumped = (before: ClockReading, after: ClockReading): boolean =>
  Math.abs(after.wallMs - before.wallMs - (after.monotonicMs - before.monotonicMs)) > jumpMs;
