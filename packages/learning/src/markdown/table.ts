// Reads a pipe table: a header row, a delimiter row, then rows up to the first line without a pipe. Rules: SPEC M3.

import type { TableBlock, TableRow } from './block.ts';
import { isBlank, type Line } from './lines.ts';

const delimiterRow = /^[\s|:-]+$/;

export function tableStartsAt(lines: readonly Line[], index: number): boolean {
  const header = lines[index]?.text ?? '';
  const delimiter = lines[index + 1]?.text ?? '';
  return header.includes('|') && delimiter.includes('-') && delimiter.includes('|') && delimiterRow.test(delimiter);
}

export function readTable(lines: readonly Line[], start: number): { block: TableBlock; next: number } | null {
  if (!tableStartsAt(lines, start)) return null;
  const rows: TableRow[] = [];
  let next = start + 2;
  while (next < lines.length && !isBlank(lines[next]!) && lines[next]!.text.includes('|')) {
    rows.push({ cells: splitCells(lines[next]!.text), line: lines[next]!.number });
    next += 1;
  }
  const head = lines[start]!;
  return { block: { kind: 'table', header: splitCells(head.text), rows, line: head.number }, next };
}

/** Cells of a row; `\|` and pipes within back-ticks belong to a cell. */
function splitCells(row: string): string[] {
  const trimmed = row.trim();
  const cells: string[] = [];
  let cell = '';
  let inCode = false;
  for (let index = trimmed.startsWith('|') ? 1 : 0; index < trimmed.length; index += 1) {
    const character = trimmed[index]!;
    if (character === '\\' && trimmed[index + 1] === '|') {
      cell += '|';
      index += 1;
    } else if (character === '|' && !inCode) {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (character === '`') inCode = !inCode;
      cell += character;
    }
  }
  if (inCode)
    return trimmed
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((part) => part.trim());
  if (cell.trim() !== '') cells.push(cell.trim());
  return cells;
}
