// Cuts a history into steps that a person can follow. Pure. SPEC J1, J2.

/** A step takes so long at most, */
export const longestStepMs = 60_000;
/** and ends where nobody wrote for so long. */
export const pauseMs = 10_000;
/** More steps than this nobody looks at: long histories get longer ones. */
export const mostSteps = 600;

/**
 * @param times  of the changes, never going back.
 * @returns index of the last change of each step.
 */
export const stepEnds = (times: readonly number[]): number[] => {
  for (let stretch = 1; ; stretch *= 2) {
    const ends = endsWith(times, longestStepMs * stretch, pauseMs * stretch);
    if (ends.length <= mostSteps) return ends;
  }
};

const endsWith = (times: readonly number[], longestMs: number, pausedMs: number): number[] => {
  const ends: number[] = [];
  let began = times[0] ?? 0;
  times.forEach((time, index) => {
    const next = times[index + 1];
    if (next !== undefined && next - time < pausedMs && next - began < longestMs) return;
    ends.push(index);
    began = next ?? time;
  });
  return ends;
};
