// Text as numbered lines, the form in which all readers of pasted documents take it.

export interface Line {
  readonly text: string;
  /** 1-based, in the document as it was pasted. */
  readonly number: number;
}

const tabWidth = 4;

export function toLines(text: string): Line[] {
  return text.split(/\r\n|\r|\n/).map((content, index) => ({ text: content, number: index + 1 }));
}

export const isBlank = (line: Line): boolean => line.text.trim() === '';

/** Columns of white space before the first character; a tab reaches to the next multiple of four. */
export function indentOf(text: string): number {
  let column = 0;
  for (const character of text) {
    if (character === ' ') column += 1;
    else if (character === '\t') column += tabWidth - (column % tabWidth);
    else break;
  }
  return column;
}

/** The line without its first `columns` columns of white space. */
export function dedent(line: Line, columns: number): Line {
  const indent = indentOf(line.text);
  const rest = line.text.trimStart();
  return { text: ' '.repeat(Math.max(0, indent - columns)) + rest, number: line.number };
}
