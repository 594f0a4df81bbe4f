// Compares sentences by their words: equal whatever the case and punctuation, or nearly equal after an edit. Pure.

const fillers: ReadonlySet<string> = new Set(
  'a an the to of for on in at by and or we will should must need needs with is are be it that this so from as'.split(
    ' ',
  ),
);

/** Words in lower case, one space between them; the text itself where it has no words. */
export const normalised = (text: string): string => {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? text.trim() : words;
};

/** The words that carry the meaning; all of them when a text has nothing but fillers. */
export const meaningfulWords = (text: string): ReadonlySet<string> => {
  const all = normalised(text).split(' ');
  const kept = all.filter((word) => !fillers.has(word));
  return new Set(kept.length > 0 ? kept : all);
};

/** Share of words that two texts have in common, 0 to 1 (Dice). */
export const overlap = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  if (a.size + b.size === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return (2 * common) / (a.size + b.size);
};

/** FNV-1a in 64 bits over UTF-16 code units, as 16 hexadecimal digits. For ids, not for secrets. */
export const fingerprint = (text: string): string => {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  return hash.toString(16).padStart(16, '0');
};
