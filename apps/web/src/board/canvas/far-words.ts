// Words from afar, where a line has room for a few letters.

/**
 * @param words  one line of text.
 * @param perLine  letters that a line has room for.
 * @param most  lines.
 * @returns lines of whole words; a word longer than a line, and what no line is left for, end in an ellipsis.
 */
export const farLines = (words: string, perLine: number, most: number): string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ').filter((part) => part !== '')) {
    const fits = `${line} ${word}`.trimStart();
    if (fits.length <= perLine) {
      line = fits;
      continue;
    }
    if (line !== '') lines.push(line);
    line = word.length <= perLine ? word : ended(word, perLine);
    if (lines.length === most) break;
  }
  if (lines.length < most) return line === '' ? lines : [...lines, line];
  const last = lines.at(-1) ?? '';
  return [...lines.slice(0, -1), ended(last, Math.min(perLine, last.length + 1))];
};

const ended = (words: string, most: number): string => {
  if (words.endsWith('…')) return words;
  const letters = [...words].slice(0, Math.max(1, most - 1));
  return `${letters.join('').trimEnd()}…`;
};
