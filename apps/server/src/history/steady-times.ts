// Times that run forward, for records whose order is known and whose clock may have jumped: of several servers, or of one
// that was set right. Pure. SPEC J3.

/**
 * Keeps the times that agree with the order, as many as can be. The others stand between those around them, at the pace of
 * their own clock.
 * @param times  Unix milliseconds, in the order of the records.
 * @returns as many times, none before the one in front of it.
 */
export const steadyTimes = (times: readonly number[]): number[] => {
  const kept = longestRun(times);
  const steady = [...times];
  let after = 0;
  for (const index of [...kept, times.length]) {
    // From the front, forward from the last time that is right; what lies before the first of them, backward from it.
    if (after === 0) for (let at = index - 1; at >= 0; at -= 1) steady[at] = before(times, steady, at);
    else for (let at = after; at < index; at += 1) steady[at] = behind(times, steady, at, steady[index] ?? Infinity);
    after = index + 1;
  }
  return steady;
};

const before = (times: readonly number[], steady: readonly number[], at: number): number =>
  (steady[at + 1] ?? 0) - pace(times, at, at + 1);

const behind = (times: readonly number[], steady: readonly number[], at: number, latest: number): number =>
  Math.min(latest, (steady[at - 1] ?? 0) + pace(times, at - 1, at));

/** Milliseconds between two records by their own clock, as far as it can be believed. */
const pace = (times: readonly number[], from: number, to: number): number => {
  const passed = (times[to] ?? 0) - (times[from] ?? 0);
  return passed > 0 && passed < longestBelieved ? passed : 0;
};

/** A longer step of a clock that is wrong anyway is a jump, not work. */
const longestBelieved = 60 * 60_000;

/** Indexes of the longest run of times that never goes back. Source: patience sorting, O(n log n). */
const longestRun = (times: readonly number[]): number[] => {
  /** `ends[n]`: the record with the earliest time that a run of n + 1 can end with. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  times.forEach((time, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if ((times[ends[half] ?? 0] ?? 0) <= time) low = half + 1;
      else high = half;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  });
  const run: number[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) run.unshift(index);
  return run;
};
