// Which commands answer to what somebody types, best first. The same letters always give the same order. Pure. SPEC K2, K3.
import { fold } from '@hearth/board/search';

export interface Matchable {
  name: string;
  words: string;
}

/** Kept for as long as the program runs: names are few. */
const foldedNames = new Map<string, string>();

const plain = (text: string): string => {
  const known = foldedNames.get(text);
  if (known !== undefined) return known;
  const folded = fold(text).text;
  foldedNames.set(text, folded);
  return folded;
};

/** Lower is better; null where it does not answer. Each word typed has to answer somewhere. */
export const rankOf = ({ name, words }: Matchable, query: string): number | null => {
  const typed = plain(query).split(/\s+/).filter(Boolean);
  const named = plain(name);
  let rank = 0;
  for (const one of typed) {
    const best = rankOfWord(one, named, plain(words));
    if (best === null) return null;
    rank += best;
  }
  return named.startsWith(typed.join(' ')) ? rank - 1 : rank;
};

/** The beginning of a word counts most, then within one, then other words for it, then letters that were left out. */
const rankOfWord = (typed: string, name: string, words: string): number | null => {
  const inName = name.split(/[^\p{L}\p{N}+]+/u);
  if (inName.some((word) => word.startsWith(typed))) return 0;
  if (words.split(' ').some((word) => word.startsWith(typed))) return 2;
  if (name.includes(typed)) return 3;
  if (typed.length >= 3 && inName.some((word) => leavesOut(typed, word))) return 5;
  return null;
};

/** "tmln" for "timeline": begins alike, and its letters stand in the word in order. */
const leavesOut = (typed: string, word: string): boolean => {
  if (word[0] !== typed[0] || typed.length * 2 < word.length) return false;
  let at = 0;
  for (const letter of word) if (letter === typed[at]) at++;
  return at === typed.length;
};

/** @param recent  ids used lately, the last one first: of what answers equally well they come first. */
export const matching = <Item extends Matchable & { id: string }>(
  items: readonly Item[],
  query: string,
  recent: readonly string[],
): Item[] => {
  const freshness = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return items
    .flatMap((item, place) => {
      const rank = rankOf(item, query);
      return rank === null ? [] : [{ item, rank, place }];
    })
    .toSorted((a, b) => a.rank - b.rank || freshness(a.item.id) - freshness(b.item.id) || a.place - b.place)
    .map(({ item }) => item);
};
