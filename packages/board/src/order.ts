// Order of cards by lexorank, made safe for concurrent writers: ties are broken by id, junk sorts last, long ranks are spread
// anew. Source of the ranks: the lexorank package. SPEC O1–O6.
import { LexoRank } from 'lexorank';

export interface Ranked {
  id: string;
  rank: string;
}

/** Ranks grow by about a character every few inserts into the same gap; past this the list is spread anew. */
export const longestRank = 16;

const rankPattern = /^[0-2]\|[0-9a-z]{1,64}:[0-9a-z]{0,64}$/;

/** Whether a string found in a document can serve as a rank. */
export const isRank = (value: unknown): value is string => typeof value === 'string' && rankPattern.test(value);

/** Total order, the same on every machine: by rank, then by id; what is no rank comes last. */
export const compareRanked = (a: Ranked, b: Ranked): number => {
  const left = isRank(a.rank);
  const right = isRank(b.rank);
  if (left !== right) return left ? -1 : 1;
  if (left && a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

export interface Placement {
  /** Rank of the new item. */
  rank: string;
  /** New ranks that its neighbours need first; usually none. */
  repairs: ReadonlyMap<string, string>;
}

/**
 * Finds a rank for an item that is to stand at `index` of a list.
 * @param sorted  the list without the item, in `compareRanked` order.
 * @param index  0 for first, `sorted.length` for last; other values are brought into that range.
 * @returns the rank, and repairs where equal, broken or overlong neighbours leave no room: all of them take effect together.
 */
export const placeAt = (sorted: readonly Ranked[], index: number): Placement => {
  const at = Math.max(0, Math.min(sorted.length, Math.trunc(index)));
  const rank = between(sorted[at - 1]?.rank ?? null, sorted[at]?.rank ?? null);
  if (rank !== null) return { rank, repairs: new Map() };
  const ranks = spread(sorted.length + 1);
  const repairs = new Map<string, string>();
  sorted.forEach((item, position) => {
    const fresh = ranks[position < at ? position : position + 1];
    if (fresh !== undefined && fresh !== item.rank) repairs.set(item.id, fresh);
  });
  return { rank: ranks[at] ?? middle, repairs };
};

const middle = LexoRank.middle().toString();

/** A rank strictly between two others, or null where there is none short enough. */
const between = (lower: string | null, upper: string | null): string | null => {
  if ((lower !== null && !isRank(lower)) || (upper !== null && !isRank(upper))) return null;
  if (lower !== null && upper !== null && lower >= upper) return null;
  let rank: string;
  try {
    rank = betweenParsed(lower === null ? null : LexoRank.parse(lower), upper === null ? null : LexoRank.parse(upper));
  } catch {
    // The pattern lets through a few strings that the package refuses, such as a bucket other than the neighbour's.
    return null;
  }
  const fits =
    rank.length <= longestRank && isRank(rank) && (lower === null || rank > lower) && (upper === null || rank < upper);
  return fits ? rank : null;
};

const betweenParsed = (lower: LexoRank | null, upper: LexoRank | null): string => {
  if (lower && upper) return lower.between(upper).toString();
  if (lower) return lower.genNext().toString();
  if (upper) return upper.genPrev().toString();
  return middle;
};

/** Ranks for a whole list, evenly apart, so that each gap has room again. */
export const spread = (count: number): string[] => {
  const ranks: string[] = Array.from({ length: count });
  const fill = (from: number, to: number, lower: LexoRank, upper: LexoRank): void => {
    if (from >= to) return;
    const half = (from + to) >> 1;
    const rank = lower.between(upper);
    ranks[half] = rank.toString();
    fill(from, half, lower, rank);
    fill(half + 1, to, rank, upper);
  };
  fill(0, count, LexoRank.min(), LexoRank.max());
  return ranks;
};
