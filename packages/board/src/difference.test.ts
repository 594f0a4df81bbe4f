import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hunksOf, textEdits, textStretches, wordsOf } from './difference.ts';

const items = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 });
const text = fc
  .array(fc.constantFrom('the ', 'queue', ' ', '👩‍🚒', '\u{1F600}', 'ö', '.', 'labels', '\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));

const applied = (before: string, after: string): string =>
  textEdits(before, after)
    .toReversed()
    .reduce((words, { index, remove, insert }) => words.slice(0, index) + insert + words.slice(index + remove), before);

/** Length of the longest common subsequence, by the textbook. */
const common = (a: readonly string[], b: readonly string[]): number => {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const one of a) {
    const next = [0];
    b.forEach((other, index) => {
      next.push(one === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0));
    });
    row = next;
  }
  return row[b.length] ?? 0;
};

describe('differences', () => {
  it('[H1] turn the one list into the other with as few edits as can be', () => {
    fc.assert(
      fc.property(items, items, (before, after) => {
        const hunks = hunksOf(before, after);
        const built: string[] = [];
        let known = 0;
        for (const hunk of hunks) {
          built.push(...before.slice(known, hunk.fromBefore), ...after.slice(hunk.fromAfter, hunk.toAfter));
          known = hunk.toBefore;
        }
        built.push(...before.slice(known));
        expect(built).toEqual(after);
        const edits = hunks.reduce(
          (sum, hunk) => sum + hunk.toBefore - hunk.fromBefore + hunk.toAfter - hunk.fromAfter,
          0,
        );
        expect(edits).toBe(before.length + after.length - 2 * common(before, after));
      }),
      { numRuns: 500 },
    );
  });

  it('[H1] of lists with nothing in common are found at once', () => {
    const many = (sign: string): string[] => Array.from({ length: 20_000 }, (_, index) => `${sign}${index}`);
    expect(hunksOf(['x', ...many('a'), 'y'], ['x', ...many('b'), 'y'])).toEqual([
      { fromBefore: 1, toBefore: 20_001, fromAfter: 1, toAfter: 20_001 },
    ]);
  });

  it('[H1] edits of a text turn it into the other and never cut a sign in two', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applied(before, after)).toBe(after);
        for (const { index, remove, insert } of textEdits(before, after))
          for (const part of [before.slice(index, index + remove), insert]) expect(part.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('[H1] of a word in which a letter changed, the letter alone is written', () => {
    expect(textEdits('Four calls, one firmvare', 'Four calls, one firmware')).toEqual([
      { index: 20, remove: 1, insert: 'w' },
    ]);
    expect(textEdits('Four calls', 'Four calls')).toEqual([]);
  });

  it('[H1] are told in whole words, neighbours together', () => {
    expect(textStretches('Labels are not printed', 'Labels were never printed')).toEqual([
      { kind: 'same', text: 'Labels ' },
      { kind: 'removed', text: 'are not' },
      { kind: 'added', text: 'were never' },
      { kind: 'same', text: ' printed' },
    ]);
    fc.assert(
      fc.property(text, text, (before, after) => {
        const without = (kind: string): string =>
          textStretches(before, after)
            .filter((stretch) => stretch.kind !== kind)
            .map((stretch) => stretch.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });

  it('[H1] words keep their accents, and every sign is in one of them', () => {
    expect(wordsOf('naïve e\u0301tude, 42%')).toEqual(['naïve', ' ', 'e\u0301tude', ',', ' ', '42', '%']);
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (any) => wordsOf(any).join('') === any));
  });
});
