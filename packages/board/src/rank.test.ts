import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rankBetween } from './rank.ts';

describe('ranks', () => {
  it.each([
    [null, null, '0|hzzzzz:'],
    ['0|hzzzzz:', null, '0|i00007:'],
    [null, '0|hzzzzz:', '0|hzzzzr:'],
    ['0|zzzzzx:', null, '0|zzzzzy:'],
    [null, '0|000001:', '0|000000:i'],
    ['0|000001:', '0|000002:', '0|000001:i'],
    ['0|000001:i', '0|000002:', '0|000001:r'],
    ['2|000001:', '2|000005:', '2|000003:'],
  ])('[O2] between %s and %s comes %s', (lower, upper, rank) => expect(rankBetween(lower, upper)).toBe(rank));

  it.each([
    ['0|000001:', '0|000001:'],
    ['0|000002:', '0|000001:'],
    ['0|000001:', '1|000002:'],
    ['0|1:', '0|2:'],
    ['junk', null],
    [null, '0|00000!:'],
  ])('[O3] between %s and %s there is none', (lower, upper) => expect(rankBetween(lower, upper)).toBeNull());

  it('[O2] lies strictly between any two, and sorts as text', () => {
    const rank = fc
      .tuple(fc.stringMatching(/^[0-9a-z]{6}$/), fc.stringMatching(/^[0-9a-z]{0,6}$/))
      .map(([whole, part]) => `0|${whole}:${part.replace(/0+$/, '')}`);
    fc.assert(
      fc.property(rank, rank, (one, other) => {
        fc.pre(one !== other);
        const [lower = '', upper = ''] = [one, other].toSorted();
        const between = rankBetween(lower, upper) ?? '';
        expect(between > lower && between < upper).toBe(true);
      }),
    );
  });
});
