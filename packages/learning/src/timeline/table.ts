// Timeline entries of a table: which columns hold the time and the date, and which the text. Pure. Rules: SPEC T44.

import { plainText } from '../markdown/inline.ts';
import type { TableBlock } from '../markdown/block.ts';
import { addEntry, nextGroup, note, placeOfWalk, type Walk } from './walk.ts';
import { readTime } from './expression.ts';
import { findZone } from './zone.ts';

const timeHeader = /\b(?:time|times|when|timestamp|utc|gmt|hour|clock|start(?:ed)?(?: (?:at|time))?)\b/i;
const dateHeader = /^date\b/i;
const dayHeader = /^day\b/i;
const idleHeader = /^(?:day|weekday|#|no\.?|nr\.?|id|index|step)$/i;

interface Columns {
  readonly time: number;
  readonly date: number;
}

/** Notes the rows as entries. False where the table is not about times. */
export function collectTable(walk: Walk, table: TableBlock): boolean {
  const header = table.header.map(plainText);
  const columns = findColumns(walk, table, header);
  if (!columns) return false;
  note(walk, header.join(' | '));
  const group = nextGroup(walk, 'table');
  const zone = findZone(header[columns.time] ?? '') ?? findZone(header.join(' | '));
  let lastDate = '';
  for (const row of table.rows) {
    const dateCell = columns.date >= 0 ? plainText(row.cells[columns.date] ?? '') : '';
    if (dateCell !== '') lastDate = dateCell;
    const timeCell = plainText(row.cells[columns.time] ?? '');
    const time = readTime(`${lastDate} ${timeCell}`.trim(), { order: walk.order, loose: true });
    if (!time) continue;
    const text = row.cells
      .filter((_, index) => index !== columns.time && index !== columns.date && !idleHeader.test(header[index] ?? ''))
      .filter((cell) => cell !== '')
      .join(' ');
    addEntry(walk, { time, text: text === '' ? time.rest : text, line: row.line, form: 'table', group, zone });
  }
  return true;
}

function findColumns(walk: Walk, table: TableBlock, header: readonly string[]): Columns | null {
  const date = findDateColumn(table, header);
  const named = header.findIndex((title) => timeHeader.test(title));
  if (named >= 0) return holdsTimes(walk, table, named, date) ? { time: named, date } : null;
  const guessed = header.findIndex((_, index) => index !== date && holdsTimes(walk, table, index, -1) && index < 3);
  if (guessed >= 0 && (placeOfWalk(walk) || table.rows.length > 1)) return { time: guessed, date };
  return date >= 0 && placeOfWalk(walk) ? { time: date, date: -1 } : null;
}

/** "Date" before "Day": the latter often holds only weekdays. */
function findDateColumn(table: TableBlock, header: readonly string[]): number {
  const named = header.findIndex((title) => dateHeader.test(title) && !timeHeader.test(title));
  if (named >= 0) return named;
  const day = header.findIndex((title) => dayHeader.test(title));
  return table.rows.some((row) => /\d/.test(row.cells[day] ?? '')) ? day : -1;
}

/** Most of a column's cells start with a time. */
function holdsTimes(walk: Walk, table: TableBlock, column: number, date: number): boolean {
  const cells = table.rows.map((row) => plainText(row.cells[column] ?? '')).filter((cell) => cell !== '');
  const timed = cells.filter((cell) => {
    const time = readTime(cell, { order: walk.order, loose: true });
    return time !== null && time.rest.length < 40;
  });
  return cells.length > 0 ? timed.length >= cells.length * 0.5 : date >= 0 && table.rows.length > 0;
}
