// Lines of a text that hold what is looked for. Pure.

export const mostLines = 500;

export interface FoundLines {
  /** How many there are. */
  found: number;
  /** The first of them, each with its number in the text. */
  shown: { number: number; line: string }[];
}

// What colours a terminal is noise here.
const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g');

/** @param wanted  letters of any case; empty: every line. */
export const linesWith = (lines: readonly string[], wanted: string): FoundLines => {
  const sought = wanted.trim().toLocaleLowerCase();
  const shown: FoundLines['shown'] = [];
  let found = 0;
  for (const [index, line] of lines.entries()) {
    const plain = line.replaceAll(colours, '');
    if (!plain.toLocaleLowerCase().includes(sought)) continue;
    found += 1;
    if (shown.length < mostLines) shown.push({ number: index + 1, line: plain });
  }
  return { found, shown };
};
