// Finding words on a board: capitals and accents don't matter, every word asked for must be there. Pure. SPEC F1–F5.

/** A text as it is compared, and where each of its letters stood in the original. */
export interface Folded {
  text: string;
  /** Index of each unit of `text` in the original; null where both are the same. One more entry than letters: the end. */
  at: readonly number[] | null;
}

/** From and to (exclusive), in UTF-16 units of the text as it was written. */
export type Range = readonly [number, number];

const ascii = /^[\t\n\r\x20-\x7e]*$/;
const accents = /\p{M}/gu;
/** Letters that Unicode does not take apart. */
const apart: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Small letters without accents. */
export const fold = (text: string): Folded => {
  if (ascii.test(text)) return { text: text.toLowerCase(), at: null };
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const letter of text) {
    const small = letter.toLowerCase().normalize('NFKD').replace(accents, '');
    const plain = apart[small] ?? small;
    folded += plain;
    for (let unit = 0; unit < plain.length; unit++) at.push(index);
    index += letter.length;
  }
  at.push(index);
  return { text: folded, at };
};

/** The words that are asked for; none where nothing is. */
export const needlesOf = (query: string): string[] => [...new Set(fold(query).text.split(/\s+/).filter(Boolean))];

/** Where any of the words stands, in order, what touches or overlaps joined. */
export const rangesOf = ({ text, at }: Folded, needles: readonly string[]): Range[] => {
  const found: [number, number][] = [];
  for (const needle of needles)
    for (let from = text.indexOf(needle); from >= 0; from = text.indexOf(needle, from + needle.length)) {
      const end = from + needle.length;
      found.push(at === null ? [from, end] : [at[from] ?? 0, at[end] ?? 0]);
    }
  const joined: [number, number][] = [];
  for (const range of found.toSorted((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
};

/** What can be found: its words, and facts about it such as a time, a person, a lane. */
export interface Findable {
  text: string;
  facts: string;
}

export interface Found<Item extends Findable> {
  item: Item;
  inText: readonly Range[];
  inFacts: readonly Range[];
}

const kept = new WeakMap<Findable, { text: Folded; facts: Folded }>();

const foldedOf = (item: Findable): { text: Folded; facts: Folded } => {
  let folded = kept.get(item);
  if (!folded) {
    folded = { text: fold(item.text), facts: fold(item.facts) };
    kept.set(item, folded);
  }
  return folded;
};

/**
 * Items in which every word of the query stands, in the order given. An item is folded once: give the same object again
 * for as long as its words are the same.
 */
export const findWords = <Item extends Findable>(items: readonly Item[], query: string): Found<Item>[] => {
  const needles = needlesOf(query);
  if (needles.length === 0) return [];
  return items.flatMap((item) => {
    const { text, facts } = foldedOf(item);
    if (!needles.every((needle) => text.text.includes(needle) || facts.text.includes(needle))) return [];
    return [{ item, inText: rangesOf(text, needles), inFacts: rangesOf(facts, needles) }];
  });
};
