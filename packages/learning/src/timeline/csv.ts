// Timeline rows of a CSV export: finds the delimiter, the header and the columns. Pure. Rules: SPEC T52-T56.

import { type Line } from '../markdown/lines.ts';
import { guessOrder, type DateOrder } from './calendar.ts';
import { readCsv, type CsvRecord } from './csv-cells.ts';
import { notUnderstood, readTime, type TimeExpression } from './expression.ts';
import type { Given } from './given.ts';
import type { EntryMark } from './marks.ts';
import { resolveRows } from './resolve.ts';
import type { TimelineParse } from './row.ts';
import { findZone } from './zone.ts';

const delimiters = [',', ';', '\t', '|'];
const timeHeader =
  /^(?:.{0,20}\b)?(?:time|timestamp|datetime|when|ts|at|clock|hour|occurred|created|start(?:ed)?)(?:\b.{0,30})?$/i;
const glued =
  /^(?:date_?time|time_?stamp|created_?at|occurred_?at|started_?at|event_?time|start_?time|log_?time|@timestamp)/i;
const dateHeader = /^(?:date|day)\b/i;
const textHeader =
  /\b(?:event|description|what|text|message|summary|details?|notes?|action|title|entry|comment|activity|body|content|happened|update)\b/i;
const whoHeader = /^(?:who|user(?:name)?|author|actor|by|from|person|name|sender|responder)$/i;

interface Columns {
  readonly time: number;
  readonly date: number;
  readonly texts: readonly number[];
  readonly who: number;
  readonly hasHeader: boolean;
}

const isTimeHeader = (title: string): boolean => timeHeader.test(title.replace(/_/g, ' ')) || glued.test(title);

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
    if (short && titles.some((title) => isTimeHeader(title) || dateHeader.test(title)) && !readTime(head)) return true;
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
    time: readEpoch(written) ?? readTime(written, { order, loose: true }) ?? notUnderstood(written),
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

/** Unix seconds or milliseconds, as chat and alert exports write them. */
function readEpoch(written: string): TimeExpression | null {
  const match = /^(1\d{9})(?:(\d{3})|\.\d{1,6})?$/.exec(written);
  return match && readTime(new Date(Number(match[1]) * 1000 + Number(match[2] ?? 0)).toISOString());
}

function findColumns(records: readonly CsvRecord[], order: DateOrder): Columns | null {
  const header = records[0]?.cells ?? [];
  const sample = records.slice(0, 50);
  const width = Math.max(0, ...sample.map((record) => record.cells.length));
  const timed = Array.from({ length: width }, (_, column) =>
    shareOf(sample, column, (cell) => readsAsTime(cell, order)),
  );
  const hasHeader = header.length > 0 && !header.some((cell) => readsAsTime(cell, order));
  const date = hasHeader ? header.findIndex((title) => dateHeader.test(title) && !isTimeHeader(title)) : -1;
  const named = hasHeader ? header.findIndex((title) => isTimeHeader(title)) : -1;
  const time =
    named >= 0 ? named : date >= 0 && (timed[date] ?? 0) > 0.5 ? date : timed.findIndex((part) => part > 0.5);
  if (time < 0) return null;
  const dateColumn = date === time ? -1 : date;
  const who = hasHeader ? header.findIndex((title) => whoHeader.test(title)) : -1;
  const others = Array.from({ length: width }, (_, column) => column).filter(
    (column) => column !== time && column !== dateColumn && column !== who,
  );
  const titled = hasHeader ? others.filter((column) => textHeader.test((header[column] ?? '').replace(/_/g, ' '))) : [];
  return { time, date: dateColumn, texts: titled.length > 0 ? titled : others, who, hasHeader };
}

function readsAsTime(cell: string, order: DateOrder): boolean {
  if (readEpoch(cell)) return true;
  const time = readTime(cell, { order, loose: true });
  return time !== null && time.rest.trim().length < 4;
}

function shareOf(records: readonly CsvRecord[], column: number, holds: (cell: string) => boolean): number {
  const cells = records.map((record) => record.cells[column] ?? '').filter((cell) => cell !== '');
  return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
}
