// Which cards may say the same: words they share, the rarer on this board the weightier. It proposes; people decide.
// Pure. SPEC G11–G13. Source: TF-IDF weights and the cosine of two texts, as in Salton and Buckley, "Term-weighting
// approaches in automatic text retrieval" (1988).
import type { CardId } from '@hearth/review/ids';
import { fold } from './search.ts';

export interface SimilarCard {
  id: CardId;
  text: string;
  /** Cards of one place are together already; null: it stands alone. */
  place: string | null;
}

export interface Similar {
  /** Two to four cards, in the order in which they were given. */
  cards: readonly CardId[];
  /** Words that they share, as somebody wrote them, the weightiest first. */
  shared: readonly string[];
  /** 0 to 1, of the weakest pair. */
  strength: number;
}

/** Pairs below are as good as chance. */
const leastStrength = 0.38;
const mostTogether = 4;
/** So many cards are compared with each other at most, the last ones, and so many letters of each. */
const mostCards = 200;
const mostLetters = 400;

const stopWords = new Set(
  (
    'a about after again all also although an and any are as at be because been before being between both but by can cannot ' +
    'could did do does doing done down during each even ever every few for from further get got had has have having he her ' +
    'here him his how i if in into is it its just made make makes many may me might more most much must my never no nobody ' +
    'nor not nothing now of off on once one only or other our out over own same say says see seen she should since so some ' +
    'still such than that the their them then there these they thing this those though three through to too two under until ' +
    'up us use used very was we were what when where whether which while who whom whose why will with within without would ' +
    'yet you your'
  ).split(' '),
);

const endings: readonly [RegExp, string][] = [
  [/(ss|sh|ch|x|z)es$/, '$1'],
  [/ies$/, 'y'],
  [/([^s])s$/, '$1'],
  [/(.{3,})(?:ing|ed)$/, '$1'],
  [/(.{4,})ly$/, '$1'],
];

/** "alerts", "alerted" and "alerting" are one word; what is left needs to be no word of a dictionary. */
export const stem = (word: string): string => {
  let root = word;
  for (const [ending, kept] of endings) root = root.replace(ending, kept);
  return root.replace(/([^aeiouls])\1$/, '$1').replace(/(.{3,})e$/, '$1');
};

/** Stem → the word as it was written first. */
const wordsOf = (text: string): Map<string, { word: string; count: number }> => {
  const words = new Map<string, { word: string; count: number }>();
  for (const written of text.slice(0, mostLetters).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const folded = fold(written).text;
    if (stopWords.has(folded)) continue;
    const root = stem(folded);
    const known = words.get(root);
    if (known) known.count += 1;
    else words.set(root, { word: written, count: 1 });
  }
  return words;
};

interface Weighed {
  card: SimilarCard;
  words: ReadonlyMap<string, { word: string; count: number }>;
  weights: ReadonlyMap<string, number>;
}

/**
 * Finds cards that may belong together, the strongest first; no card is in two of them.
 * @param declined  pairs of which people said that they do not.
 */
export const similarCards = (
  cards: readonly SimilarCard[],
  declined: (one: CardId, other: CardId) => boolean,
): Similar[] => {
  const weighed = weigh(cards.slice(-mostCards));
  const pairs: { a: Weighed; b: Weighed; strength: number }[] = [];
  for (const [a, b] of pairsWithWords(weighed)) {
    if (togetherAlready(a, b) || declined(a.card.id, b.card.id)) continue;
    const strength = strengthOf(a, b);
    if (strength >= leastStrength) pairs.push({ a, b, strength });
  }
  pairs.sort((one, other) => other.strength - one.strength);
  const found: { members: Weighed[]; strength: number }[] = [];
  const of = new Map<CardId, { members: Weighed[]; strength: number }>();
  for (const { a, b, strength } of pairs) {
    const [left, right] = [of.get(a.card.id), of.get(b.card.id)];
    if (left && right) continue;
    const near = left ?? right;
    const one = left ? b : a;
    if (!near) {
      const group = { members: [a, b], strength };
      found.push(group);
      of.set(a.card.id, group);
      of.set(b.card.id, group);
    } else if (near.members.length < mostTogether && fits(one, near.members, declined)) {
      near.members.push(one);
      near.strength = strength;
      of.set(one.card.id, near);
    }
  }
  return found.map(({ members, strength }) => ({
    cards: weighed.filter((one) => members.includes(one)).map((one) => one.card.id),
    shared: sharedWords(members),
    strength,
  }));
};

/** Pairs that have at least two words in common, or one where that is all that one of them says: few of all that there are. */
const pairsWithWords = (weighed: readonly Weighed[]): [Weighed, Weighed][] => {
  const standing = new Map<string, number[]>();
  const pairs: [Weighed, Weighed][] = [];
  for (const [index, one] of weighed.entries()) {
    const shared = new Map<number, number>();
    for (const word of one.weights.keys()) {
      const before = standing.get(word) ?? [];
      for (const other of before) shared.set(other, (shared.get(other) ?? 0) + 1);
      before.push(index);
      standing.set(word, before);
    }
    for (const [place, count] of [...shared].toSorted(([a], [b]) => a - b)) {
      const other = weighed[place];
      if (other && (count >= 2 || Math.min(one.weights.size, other.weights.size) === 1)) pairs.push([other, one]);
    }
  }
  return pairs;
};

const togetherAlready = (a: Weighed, b: Weighed): boolean => a.card.place !== null && a.card.place === b.card.place;

/** Like each of them: a chain of likenesses is none. And no two that people took apart, or put into different places. */
const fits = (one: Weighed, members: readonly Weighed[], declined: (one: CardId, other: CardId) => boolean): boolean =>
  members.every(
    (other) =>
      !declined(one.card.id, other.card.id) &&
      strengthOf(one, other) >= leastStrength &&
      !(one.card.place !== null && other.card.place !== null && one.card.place !== other.card.place),
  );

const weigh = (cards: readonly SimilarCard[]): Weighed[] => {
  const told = cards.map((card) => ({ card, words: wordsOf(card.text) }));
  const standing = new Map<string, number>();
  for (const { words } of told) for (const word of words.keys()) standing.set(word, (standing.get(word) ?? 0) + 1);
  return told.map(({ card, words }) => {
    const raw = [...words].map(([word, { count }]): [string, number] => [
      word,
      (1 + Math.log(count)) * Math.log(1 + told.length / (standing.get(word) ?? 1)),
    ]);
    const length = Math.hypot(...raw.map(([, weight]) => weight)) || 1;
    return { card, words, weights: new Map(raw.map(([word, weight]) => [word, weight / length])) };
  });
};

/** One word in common is chance, whatever it weighs: unless it is all that one of them says. */
const strengthOf = (a: Weighed, b: Weighed): number => {
  const [fewer, more] = a.weights.size <= b.weights.size ? [a.weights, b.weights] : [b.weights, a.weights];
  let sum = 0;
  let shared = 0;
  for (const [word, weight] of fewer) {
    const other = more.get(word);
    if (other === undefined) continue;
    sum += weight * other;
    shared += 1;
  }
  return shared >= 2 || (shared === 1 && fewer.size === 1) ? sum : 0;
};

const sharedWords = ([first, ...others]: readonly Weighed[]): string[] =>
  !first
    ? []
    : [...first.weights]
        .filter(([word]) => others.every((other) => other.weights.has(word)))
        .toSorted((a, b) => b[1] - a[1])
        .flatMap(([word]) => first.words.get(word)?.word ?? []);
