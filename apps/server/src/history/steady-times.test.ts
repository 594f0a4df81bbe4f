import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steadyTimes } from './steady-times.ts';
import { longestStepMs, mostSteps, pauseMs, stepEnds } from './steps.ts';

const dayMs = 86_400_000;
const noon = Date.UTC(2026, 10, 17, 12);
const seconds = (...many: number[]): number[] => many.map((second) => noon + second * 1_000);

describe('times of a log', () => {
  it('[J3] that run forward stay as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e12 })), (times) => {
        const forward = times.toSorted((a, b) => a - b);
        expect(steadyTimes(forward)).toEqual(forward);
      }),
    );
  });

  it('[J3] never run back, and as many as can be stay as they are', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 }), (times) => {
        const steady = steadyTimes(times);
        expect(steady).toHaveLength(times.length);
        expect(steady).toEqual(steady.toSorted((a, b) => a - b));
        const longest: number[] = [];
        times.forEach((time, index) => {
          longest[index] = 1 + Math.max(0, ...longest.filter((_, at) => (times[at] ?? 0) <= time));
        });
        expect(steady.filter((time, index) => time === times[index]).length).toBeGreaterThanOrEqual(
          Math.max(0, ...longest),
        );
      }),
    );
  });

  it('[J3] of a clock that was a day ahead for a while stand where they belong', () => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = seconds(0, 5, 10, 15, 20, 25);
    expect(steadyTimes([a, b, c + dayMs, d + dayMs, e, f])).toEqual([a, b, b, d - 5_000, e, f]);
    expect(steadyTimes([a - dayMs, b, c, d])).toEqual([a - dayMs, b, c, d]);
    expect(steadyTimes([a, b, c - dayMs, d, e])).toEqual([a, b, b, d, e]);
    expect(steadyTimes([a + dayMs, b + dayMs, c, d, e])).toEqual([c - 5_000, c, c, d, e]);
  });
});

describe('steps of a history', () => {
  it('[J1] end after a minute, and before a pause', () => {
    expect(stepEnds([])).toEqual([]);
    expect(stepEnds(seconds(0))).toEqual([0]);
    expect(stepEnds(seconds(0, 3, 6, 16, 17, 40))).toEqual([2, 4, 5]);
    expect(stepEnds(Array.from({ length: 130 }, (_, second) => noon + second * 1_000))).toEqual([59, 119, 129]);
  });

  it('[J1] are 600 at most, and hold every change once', () => {
    const times = Array.from({ length: 5_000 }, (_, index) => noon + index * 11_000);
    const ends = stepEnds(times);
    expect(ends.length).toBeLessThanOrEqual(mostSteps);
    expect(ends.at(-1)).toBe(4_999);
    expect(ends).toEqual([...new Set(ends)].toSorted((a, b) => a - b));
    expect(pauseMs).toBeLessThan(longestStepMs);
  });
});
