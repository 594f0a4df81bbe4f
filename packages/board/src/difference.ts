// The smallest difference between two lists, and between two texts. Pure. Source: Myers, "An O(ND) difference algorithm and
// its variations" (1986), with a bound: where two lists have hardly anything in common, all between their equal ends counts
// as replaced. SPEC H1.

/** Items `[fromBefore, toBefore)` of the one list stand as `[fromAfter, toAfter)` in the other; all between hunks is equal. */
export interface Hunk {
  fromBefore: number;
  toBefore: number;
  fromAfter: number;
  toAfter: number;
}

/** Beyond so many single edits a difference tells nobody anything, and would cost its square. */
const mostEdits = 600;

export const hunksOf = (before: readonly string[], after: readonly string[]): Hunk[] => {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  if (a.length === 0 && b.length === 0) return [];
  const inner =
    a.length === 0 || b.length === 0
      ? [{ fromBefore: 0, toBefore: a.length, fromAfter: 0, toAfter: b.length }]
      : shortestEdits(a, b);
  return inner.map((hunk) => ({
    fromBefore: hunk.fromBefore + start,
    toBefore: hunk.toBefore + start,
    fromAfter: hunk.fromAfter + start,
    toAfter: hunk.toAfter + start,
  }));
};

/** Walks to ever farther points that `edits` removals and insertions can reach, a diagonal `x - y` at a time. */
const shortestEdits = (a: readonly string[], b: readonly string[]): Hunk[] => {
  const bound = Math.min(a.length + b.length, mostEdits);
  const middle = bound + 1;
  const reach = new Int32Array(2 * bound + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= bound; edits += 1) {
    trace.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const left = at(reach, middle + diagonal - 1);
      const above = at(reach, middle + diagonal + 1);
      let x = diagonal === -edits || (diagonal !== edits && left < above) ? above : left + 1;
      let y = x - diagonal;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x += 1;
        y += 1;
      }
      reach[middle + diagonal] = x;
      if (x === a.length && y === b.length) return walkBack(trace, middle, x, y);
    }
  }
  return [{ fromBefore: 0, toBefore: a.length, fromAfter: 0, toAfter: b.length }];
};

const walkBack = (trace: readonly Int32Array[], middle: number, endX: number, endY: number): Hunk[] => {
  const hunks: Hunk[] = [];
  let x = endX;
  let y = endY;
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const reach = trace[edits];
    if (!reach) break;
    const diagonal = x - y;
    const left = at(reach, middle + diagonal - 1);
    const above = at(reach, middle + diagonal + 1);
    const inserted = diagonal === -edits || (diagonal !== edits && left < above);
    const fromX = inserted ? above : left;
    const fromY = fromX - (inserted ? diagonal + 1 : diagonal - 1);
    const [toX, toY] = inserted ? [fromX, fromY + 1] : [fromX + 1, fromY];
    const next = hunks[0];
    if (next && next.fromBefore === toX && next.fromAfter === toY) {
      next.fromBefore = fromX;
      next.fromAfter = fromY;
    } else hunks.unshift({ fromBefore: fromX, toBefore: toX, fromAfter: fromY, toAfter: toY });
    x = fromX;
    y = fromY;
  }
  return hunks;
};

const at = (array: Int32Array, index: number): number => array[index] ?? 0;

/** Words, runs of blanks, and every other sign by itself: never half of a surrogate pair. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}\p{M}_]+|\s+|./gsu) ?? [];

/** Remove `remove` UTF-16 units at `index` and write `insert` there. */
export interface TextEdit {
  index: number;
  remove: number;
  insert: string;
}

/** The edits that turn one text into the other, in the order of the text, each told in places of `before`. */
export const textEdits = (before: string, after: string): TextEdit[] => {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const offsets = offsetsOf(a);
  return hunksOf(a, b).map((hunk) => {
    const index = offsets[hunk.fromBefore] ?? before.length;
    const removed = a.slice(hunk.fromBefore, hunk.toBefore).join('');
    const inserted = b.slice(hunk.fromAfter, hunk.toAfter).join('');
    return withoutEqualEnds(index, removed, inserted);
  });
};

/** Of a word in which a letter changed, only the letter is replaced. */
const withoutEqualEnds = (index: number, removed: string, inserted: string): TextEdit => {
  const a = [...removed];
  const b = [...inserted];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const cut = (signs: readonly string[]): string => signs.slice(start, signs.length - end).join('');
  return { index: index + a.slice(0, start).join('').length, remove: cut(a).length, insert: cut(b) };
};

const offsetsOf = (words: readonly string[]): number[] => {
  let offset = 0;
  return words.map((word) => {
    const from = offset;
    offset += word.length;
    return from;
  });
};

/** A stretch of text that both have, or only one of them. */
export interface TextStretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** Both texts in one, for reading: what was removed stands before what was added in its place. Whole words only. */
export const textStretches = (before: string, after: string): TextStretch[] => {
  const a = wordsOf(before);
  const b = wordsOf(after);
  const stretches: TextStretch[] = [];
  const push = (kind: TextStretch['kind'], words: readonly string[]): void => {
    if (words.length > 0) stretches.push({ kind, text: words.join('') });
  };
  let known = 0;
  for (const hunk of readable(a, hunksOf(a, b))) {
    push('same', a.slice(known, hunk.fromBefore));
    push('removed', a.slice(hunk.fromBefore, hunk.toBefore));
    push('added', b.slice(hunk.fromAfter, hunk.toAfter));
    known = hunk.toBefore;
  }
  push('same', a.slice(known));
  return stretches;
};

/** Two changes with nothing but blanks between them read as one. */
const readable = (before: readonly string[], hunks: readonly Hunk[]): Hunk[] => {
  const joined: Hunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const between = last && before.slice(last.toBefore, hunk.fromBefore).join('');
    if (last && between !== undefined && between.trim() === '' && between.length > 0) {
      last.toBefore = hunk.toBefore;
      last.toAfter = hunk.toAfter;
    } else joined.push({ ...hunk });
  }
  return joined;
};
