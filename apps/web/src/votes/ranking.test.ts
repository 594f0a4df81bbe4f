import type { CardId } from '@hearth/review/ids';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byVotes, firstForward, ranking } from './ranking.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as CardId[];
const tallies = (dots: Record<string, number>) =>
  Object.entries(dots).map(([cardId, count]) => ({ cardId: cardId as CardId, dots: count }));
const dotsOf =
  (dots: Record<string, number>) =>
  (id: CardId): number =>
    dots[id] ?? 0;

describe('places', () => {
  it('[DV8] most dots first; equals share a place and stand as on the board', () => {
    const ranked = ranking(tallies({ d: 2, a: 2, c: 5, g: 1 }), ids);
    expect(ranked.map(({ cardId, place, shared }) => [cardId, place, shared])).toEqual([
      ['c', 1, false],
      ['a', 2, true],
      ['d', 2, true],
      ['g', 4, false],
    ]);
  });

  it('[DV4] [DV8] what is not on the board any more, or got nothing, has no place', () => {
    expect(ranking(tallies({ gone: 4, a: 0, b: 1 }), ids).map(({ cardId }) => cardId)).toEqual(['b']);
  });
});

describe('[DV9] the order that follows', () => {
  it('by votes, what got none at the end as it was', () => {
    expect(byVotes(ids, dotsOf({ c: 1, f: 3 }))).toEqual(['f', 'c', 'a', 'b', 'd', 'e', 'g']);
  });

  it('the first few forward, the others where they were', () => {
    expect(firstForward(ids, dotsOf({ g: 4, b: 1, e: 2, a: 1 }), 2)).toEqual(['g', 'e', 'a', 'b', 'c', 'd', 'f']);
  });

  it('who shares the last of these places comes along, and nobody without dots', () => {
    expect(firstForward(ids, dotsOf({ g: 4, e: 2, c: 2 }), 2)).toEqual(['g', 'c', 'e', 'a', 'b', 'd', 'f']);
    expect(firstForward(ids, dotsOf({ g: 4 }), 5)).toEqual(['g', 'a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('loses nothing, and twice is as once', () => {
    const dots = fc.dictionary(fc.constantFrom(...(ids as string[])), fc.integer({ min: 0, max: 5 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), dots, fc.integer({ min: 1, max: 6 }), (list, given, count) => {
        for (const order of [
          (now: readonly CardId[]) => byVotes(now, dotsOf(given)),
          (now: readonly CardId[]) => firstForward(now, dotsOf(given), count),
        ]) {
          const once = order(list);
          expect(once.toSorted()).toEqual(list.toSorted());
          expect(order(once)).toEqual(once);
        }
      }),
    );
  });
});
