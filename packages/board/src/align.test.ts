import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, type Aligned } from './align.ts';

const part = (words: string, shape = 'paragraph'): Aligned => ({ key: `${shape} ${words}`, shape, words });
const told = (before: readonly Aligned[], after: readonly Aligned[]): string[] =>
  align(before, after).map((step) => step.kind);

describe('aligning', () => {
  it('[H2] takes what kept two fifths of its words for the same part, and what did not for another', () => {
    const was = part('Labels stopped printing at noon');
    expect(told([was], [part('a new one in front'), part('Labels stopped at 13:22')])).toEqual(['added', 'changed']);
    expect(told([was, part('x')], [part('y'), part('nothing of it'), part('z')])).toEqual([
      'removed',
      'removed',
      'added',
      'added',
      'added',
    ]);
    expect(told([was], [part('Labels stopped printing at noon', 'heading')])).toEqual(['removed', 'added']);
  });

  it('[H2] takes one part in the place of one other for its version, whatever it says', () => {
    const [above, below] = [part('above'), part('below')];
    expect(told([above, part(''), below], [above, part('Filled by now'), below])).toEqual(['same', 'changed', 'same']);
  });

  it('[H2] passes every part of both once, in order', () => {
    const parts = fc.array(
      fc
        .tuple(fc.constantFrom('one two three', 'one two', 'four', ''), fc.constantFrom('p', 'h'))
        .map(([words, shape]) => part(words, shape)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(parts, parts, (before, after) => {
        const steps = align(before, after);
        const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
        expect(steps.flatMap((step) => ('before' in step ? step.before : []))).toEqual(indexes(before.length));
        expect(steps.flatMap((step) => ('after' in step ? step.after : []))).toEqual(indexes(after.length));
        for (const step of steps) {
          if (step.kind === 'same') expect(before[step.before]?.key).toBe(after[step.after]?.key);
          if (step.kind === 'changed') expect(before[step.before]?.shape).toBe(after[step.after]?.shape);
        }
      }),
    );
  });
});
