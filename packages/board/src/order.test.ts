import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRanked, isRank, longestRank, placeAt, spread, type Ranked } from './order.ts';

/** Places a new item and applies the repairs, as the operations do. */
const insert = (list: readonly Ranked[], index: number, id: string): Ranked[] => {
  const { rank, repairs } = placeAt(list, index);
  const repaired = list.map((item) => ({ id: item.id, rank: repairs.get(item.id) ?? item.rank }));
  return [...repaired, { id, rank }].toSorted(compareRanked);
};

const junk = fc.oneof(
  fc.string(),
  fc.constant('0|zzzzzz:'),
  fc.constant('0|000000:'),
  fc.constant('2|hzzzzz:'),
  fc.constant('0|hzzzzz:'),
);
const someRank = fc.oneof(
  junk,
  fc.nat(40).map((n) => spread(41)[n] ?? ''),
);
const someList = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 6 }), rank: someRank }), {
  selector: (item) => item.id,
  maxLength: 30,
});

describe('order', () => {
  it('[O1] is total: antisymmetric, transitive through sorting, equal only for the same id', () => {
    fc.assert(
      fc.property(someList, fc.infiniteStream(fc.nat()), (list, keys) => {
        const shuffled = list.map((item) => ({ item, key: keys.next().value })).toSorted((a, b) => a.key - b.key);
        expect(shuffled.map(({ item }) => item).toSorted(compareRanked)).toEqual(list.toSorted(compareRanked));
      }),
    );
  });

  it('[O2] [O3] [O6] puts an item exactly where it was asked to be, in any list, and keeps the others in order', () => {
    fc.assert(
      fc.property(someList, fc.nat(40), (unsorted, position) => {
        const list = unsorted.toSorted(compareRanked);
        const at = Math.min(position, list.length);
        const after = insert(list, position, 'the new one');
        expect(after.map((item) => item.id)).toEqual([
          ...list.slice(0, at).map((item) => item.id),
          'the new one',
          ...list.slice(at).map((item) => item.id),
        ]);
      }),
      { numRuns: 500 },
    );
  });

  it('[O4] keeps ranks short when the same gap is fed 2,000 times', () => {
    let list: Ranked[] = [
      { id: 'a', rank: spread(2)[0] ?? '' },
      { id: 'z', rank: spread(2)[1] ?? '' },
    ];
    for (let n = 0; n < 2000; n++) list = insert(list, 1, `n${n}`);
    expect(Math.max(...list.map((item) => item.rank.length))).toBeLessThanOrEqual(longestRank);
    expect(list.slice(1, 4).map((item) => item.id)).toEqual(['n1999', 'n1998', 'n1997']);
  });

  it('[O4] keeps ranks short at either end', () => {
    let list: Ranked[] = [];
    for (let n = 0; n < 500; n++) list = insert(list, n % 2 === 0 ? 0 : list.length, `n${n}`);
    expect(list.every((item) => isRank(item.rank) && item.rank.length <= longestRank)).toBe(true);
    expect(list.at(0)?.id).toBe('n498');
    expect(list.at(-1)?.id).toBe('n499');
  });

  it('[O5] lets a third insert between two equal ranks', () => {
    const gap = placeAt([], 0).rank;
    const after = insert(
      [
        { id: 'anna', rank: gap },
        { id: 'ben', rank: gap },
      ],
      1,
      'between',
    );
    expect(after.map((item) => item.id)).toEqual(['anna', 'between', 'ben']);
  });

  it('[O3] spreads 5,000 ranks strictly upwards', () => {
    const ranks = spread(5000);
    expect(ranks.every((rank, n) => n === 0 || (ranks[n - 1] ?? '') < rank)).toBe(true);
    expect(ranks.every(isRank)).toBe(true);
  });
});
