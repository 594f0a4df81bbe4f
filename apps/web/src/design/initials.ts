/** One or two letters for a name: those of the first and the last word. A name of no letters gives "?". */
export const initialsOf = (name: string): string => {
  const words = name
    .trim()
    .split(/[\s-]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  if (first === undefined) return '?';
  const last = words.length > 1 ? words.at(-1) : undefined;
  return (letterOf(first) + (last === undefined ? '' : letterOf(last))).toLocaleUpperCase();
};

const letterOf = (word: string): string => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '';
