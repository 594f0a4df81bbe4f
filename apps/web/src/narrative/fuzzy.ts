// Finding by the letters that somebody remembers. Pure.

/**
 * How well what was typed names a thing: the start of its name, of a word in it, a part of it, then its letters in order.
 * @returns higher is better; null where the letters do not occur in that order.
 */
export const match = (query: string, name: string): number | null => {
  const wanted = folded(query);
  const words = folded(name);
  if (wanted === '') return 0;
  const at = words.indexOf(wanted);
  if (at === 0) return 100 - words.length / 100;
  if (at > 0) return (/\s/.test(words.charAt(at - 1)) ? 80 : 60) - words.length / 100;
  let from = 0;
  for (const letter of wanted) {
    const found = words.indexOf(letter, from);
    if (found < 0) return null;
    from = found + 1;
  }
  return 40 - from / 100;
};

/** Those that match, best first; equally good ones stay in their order. Each may go by several names. */
export const bestOf = <Thing>(
  things: readonly Thing[],
  query: string,
  namesOf: (thing: Thing) => readonly string[],
): Thing[] =>
  things
    .flatMap((thing) => {
      const scores = namesOf(thing).flatMap((name, index) => {
        const score = match(query, name);
        return score === null ? [] : [score - index / 1_000];
      });
      return scores.length > 0 ? [{ thing, score: Math.max(...scores) }] : [];
    })
    .toSorted((a, b) => b.score - a.score)
    .map(({ thing }) => thing);

/** Small letters without accents. */
const folded = (text: string): string =>
  text.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/\s+/g, ' ');
