// Which parts of two versions of a document belong together: equal ones, ones that were changed, and those that came or
// went. Pure. SPEC H2.
import { hunksOf, wordsOf } from './difference.ts';

export type AlignStep =
  | { kind: 'same'; before: number; after: number }
  | { kind: 'changed'; before: number; after: number }
  | { kind: 'removed'; before: number }
  | { kind: 'added'; after: number };

/** What aligning needs to know of a part. */
export interface Aligned {
  /** Equal parts have equal keys. */
  key: string;
  /** Only parts of one shape can be versions of each other. */
  shape: string;
  words: string;
}

/** Two parts that share so much of their words are one part that was rewritten. */
const alike = 0.4;

/** Walks both lists from first to last. */
export const align = (before: readonly Aligned[], after: readonly Aligned[]): AlignStep[] => {
  const steps: AlignStep[] = [];
  let a = 0;
  let b = 0;
  const same = (toBefore: number): void => {
    for (; a < toBefore; a += 1, b += 1) steps.push({ kind: 'same', before: a, after: b });
  };
  const hunks = hunksOf(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  );
  for (const hunk of hunks) {
    same(hunk.fromBefore);
    steps.push(...withinHunk(before, after, hunk));
    a = hunk.toBefore;
    b = hunk.toAfter;
  }
  same(before.length);
  return steps;
};

const withinHunk = (
  before: readonly Aligned[],
  after: readonly Aligned[],
  {
    fromBefore,
    toBefore,
    fromAfter,
    toAfter,
  }: { fromBefore: number; toBefore: number; fromAfter: number; toAfter: number },
): AlignStep[] => {
  const steps: AlignStep[] = [];
  let a = fromBefore;
  let b = fromAfter;
  /** What lies between two pairs: as many on both sides, of the same shapes, are each other's versions. */
  const upTo = (endBefore: number, endAfter: number): void => {
    const paired =
      endBefore - a === endAfter - b &&
      before.slice(a, endBefore).every(({ shape }, index) => shape === after[b + index]?.shape);
    if (paired) for (; a < endBefore; a += 1, b += 1) steps.push({ kind: 'changed', before: a, after: b });
    for (; a < endBefore; a += 1) steps.push({ kind: 'removed', before: a });
    for (; b < endAfter; b += 1) steps.push({ kind: 'added', after: b });
  };
  let next = fromBefore;
  for (let index = fromAfter; index < toAfter; index += 1) {
    const wanted = after[index];
    if (!wanted) continue;
    for (let candidate = next; candidate < toBefore; candidate += 1) {
      const other = before[candidate];
      if (!other || !isVersionOf(other, wanted)) continue;
      upTo(candidate, index);
      steps.push({ kind: 'changed', before: candidate, after: index });
      a = candidate + 1;
      b = index + 1;
      next = a;
      break;
    }
  }
  upTo(toBefore, toAfter);
  return steps;
};

const isVersionOf = (one: Aligned, other: Aligned): boolean => {
  if (one.shape !== other.shape) return false;
  const a = wordsOf(one.words).filter((word) => word.trim() !== '');
  const b = wordsOf(other.words).filter((word) => word.trim() !== '');
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return false;
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  return common / longer >= alike;
};
