// Cells of delimiter-separated text: quotes, doubled quotes, line breaks within quotes. Pure. Rules: SPEC T52.

export interface CsvRecord {
  readonly cells: string[];
  /** 1-based line on which the record starts. */
  readonly line: number;
}
export type CsvRead = { ok: true; records: CsvRecord[] } | { ok: false; line: number };

/** Records of the text; an unclosed quote gives the line on which it opened. */
export function readCsv(text: string, delimiter: string): CsvRead {
  const records: CsvRecord[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let recordLine = 1;
  let quoteLine: number | null = null;
  /** Only blanks so far: a quote here opens a quoted cell. */
  let atStart = true;
  const endRecord = (): void => {
    cells.push(cell.trim());
    if (cells.some((value) => value !== '')) records.push({ cells, line: recordLine });
    cells = [];
    cell = '';
    atStart = true;
  };
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index]!;
    if (character === '\n') line += 1;
    if (quoteLine !== null) {
      if (character !== '"') cell += character;
      else if (text[index + 1] === '"') {
        cell += '"';
        index += 1;
      } else quoteLine = null;
    } else if (character === '"' && atStart) {
      cell = '';
      atStart = false;
      quoteLine = line;
    } else if (character === delimiter) {
      cells.push(cell.trim());
      cell = '';
      atStart = true;
    } else if (character === '\n') {
      endRecord();
      recordLine = line;
    } else if (character !== '\r') {
      cell += character;
      atStart &&= character === ' ' || character === '\t';
    }
  }
  if (quoteLine !== null) return { ok: false, line: quoteLine };
  endRecord();
  return { ok: true, records };
}
