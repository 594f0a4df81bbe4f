// Timeline rows of a CSV export: finds the delimiter and turns its records into entries. Pure. Rules: SPEC T52-T54.

import { type Line } from '../markdown/lines.ts';
import { guessOrder, type DateOrder } from './calendar.ts';
import { readCsv, type CsvRecord } from './csv-cells.ts';
import { findColumns, isDateTitle, isTimeTitle, readEpoch, type Columns } from './csv-columns.ts';
import { notUnderstood, readTime, type TimeExpression } from './expression.ts';
import type { Given } from './given.ts';
import type { EntryMark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineParse } from './row.ts';
import { findZone } from './zone.ts';

const delimiters = [',', ';', '\t', '|'];
/** The delimiter that gives the first lines the same number of cells, at least two. */
function findDelimiter(text: string): string | null {
  const counts = delimiters.map((delimiter) => {
    const read = readCsv(text.slice(0, 20_000), delimiter);
    const records = read.ok ? read.records : [];
    const width = records[0]?.cells.length ?? 0;
    const even = records.slice(0, 20).filter((record) => record.cells.length === width).length;
    return { delimiter, width, share: records.length === 0 ? 0 : even / Math.min(20, records.length) };
  });
  const fitting = counts.filter(({ width, share }) => width > 1 && share >= 0.6);
  return (
    fitting.reduce<(typeof fitting)[number] | null>((best, one) => (best && best.width >= one.width ? best : one), null)
      ?.delimiter ?? null
  );
}

/** True for a header that names a time, or rows that all start with one and have as many cells. */
export function looksLikeCsv(input: string, lines: readonly Line[]): boolean {
  const head = lines[0]?.text ?? '';
  if (/^\s*(?:[|#>*-]|\d+\.\s)/.test(head)) return false;
  for (const delimiter of delimiters.slice(0, 3)) {
    const titles = head.split(delimiter).map((title) => title.trim().replace(/^"|"$/g, ''));
    const short = titles.length > 1 && titles.every((title) => title.length < 40);
    if (short && titles.some((title) => isTimeTitle(title) || isDateTitle(title)) && !readTime(head)) return true;
  }
  const delimiter = findDelimiter(input);
  if (!delimiter || lines.length < 2) return false;
  const read = readCsv(input.slice(0, 20_000), delimiter);
  if (!read.ok) return false;
  const timed = read.records.filter((record) => isWholeTime(record.cells[0] ?? '')).length;
  return timed >= Math.max(2, read.records.length * 0.8);
}

function isWholeTime(cell: string): boolean {
  const time = readTime(cell);
  return time !== null && time.rest.trim() === '';
}

export function parseCsv(input: string, given: Given): TimelineParse {
  const text = input.replace(/^\uFEFF/, '');
  const delimiter = findDelimiter(text) ?? ',';
  const read = readCsv(text, delimiter);
  if (!read.ok) {
    const advice = `The quote that opens on line ${read.line} is never closed. Close it, or paste the rows as plain text.`;
    return { ok: false, reason: 'broken-csv', advice };
  }
  const order = guessOrder(text);
  const columns = findColumns(read.records, order);
  if (!columns) {
    const advice = 'No column holds times. Name one of the columns "time" and one "event", or paste plain text.';
    return { ok: false, reason: read.records.length < 2 ? 'no-rows' : 'broken-csv', advice };
  }
  const header = columns.hasHeader ? read.records[0]!.cells : [];
  const zone = findZone(header[columns.time] ?? '') ?? given.zone;
  const records = read.records.slice(columns.hasHeader ? 1 : 0);
  const marks = records.map((record) => entryOf(record, columns, order));
  const rows = resolveRows(marks, new Set(marks), { date: given.date, zone, year: null, order });
  if (rows.length > 0) return { ok: true, format: 'csv', rows };
  return { ok: false, reason: 'no-rows', advice: 'There is a header but no row under it.' };
}

function entryOf(record: CsvRecord, columns: Columns, order: DateOrder): EntryMark {
  const cell = (index: number): string => record.cells[index] ?? '';
  const written = `${columns.date >= 0 ? cell(columns.date) : ''} ${cell(columns.time)}`.trim();
  const who = cell(columns.who);
  const texts = columns.texts
    .map(cell)
    .filter((value) => value !== '')
    .join(' ');
  return {
    kind: 'entry',
    time: withEnd(readCell(written, order) ?? notUnderstood(written), readCell(cell(columns.end), order)),
    text: who !== '' && texts !== '' ? `${who}: ${texts}` : texts,
    line: record.line,
    form: 'table',
    group: 'csv',
    role: 'event',
    depth: null,
    place: 'said',
    zone: null,
  };
}

function readCell(written: string, order: DateOrder): TimeExpression | null {
  return readEpoch(written) ?? readTime(written, { order, loose: true });
}

/** The time of a row with the end that another column gives. */
function withEnd(time: TimeExpression, end: TimeExpression | null): TimeExpression {
  return end?.clock ? { ...time, end: { date: end.date, clock: end.clock } } : time;
}
