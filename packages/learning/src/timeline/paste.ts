// Rows of whatever was pasted onto a board: a spreadsheet's cells, a chat, a list. A row is a card. Pure. Rules: SPEC T70-T74.
import { guessOrder } from './calendar.ts';
import { findColumns, type Columns } from './csv-columns.ts';
import { readCsv, type CsvRecord } from './csv-cells.ts';
import { detectFormat } from './format.ts';
import { maxTimelineBytes, parseTimeline } from './parse.ts';
import type { AcceptedRow } from './to-cards.ts';

export interface PasteSource {
  text: string;
  /** Cells of a table that was pasted with its structure; null where there was none. */
  cells: readonly (readonly string[])[] | null;
}

export interface PasteFrame {
  /** Day (`YYYY-MM-DD`) and zone that are meant where the text tells none. */
  date: string;
  zone: string;
  /** Whether rows become events. Elsewhere a time stays among the words. */
  events: boolean;
}

export const rowsOfPaste = (source: PasteSource, frame: PasteFrame): AcceptedRow[] => {
  if (source.text.length > maxTimelineBytes) return [];
  const cells = source.cells ?? cellsOfText(source.text);
  if (cells !== null) return rowsOfCells(cells, frame);
  return (frame.events ? timedRows(source.text, frame) : null) ?? plainRows(source.text);
};

/** Tabs in most lines: a spreadsheet, without its structure. */
const cellsOfText = (text: string): string[][] | null => {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length === 0 || lines.filter((line) => line.includes('\t')).length * 2 <= lines.length) return null;
  const read = readCsv(text, '\t');
  return read.ok ? read.records.map((record) => record.cells) : lines.map((line) => line.split('\t'));
};

const rowsOfCells = (cells: readonly (readonly string[])[], frame: PasteFrame): AcceptedRow[] => {
  const records = cells
    .map((row, index): CsvRecord => ({ cells: row.map((cell) => cell.trim()), line: index + 1 }))
    .filter((record) => record.cells.some((cell) => cell !== ''));
  const columns = findColumns(records, guessOrder(records.map((record) => record.cells.join(' ')).join('\n')));
  if (columns === null) {
    const rows = untimedRows(records);
    // A time may stand in front of the words, in their cell.
    const lines = rows.map((row) => row.text.replaceAll('\n', '\n  ')).join('\n');
    return (frame.events ? timedRows(lines, frame, 'text') : null) ?? rows;
  }
  const body = records.slice(columns.hasHeader ? 1 : 0);
  const told = body.map((record) => ({ when: whenOf(record, columns), words: wordsOf(record, columns) }));
  if (!frame.events) return told.flatMap(({ when, words }) => rowOf([when, words].filter(Boolean).join(' ')));
  const table = [
    'time,end,event',
    ...body.map((record, row) =>
      [told[row]?.when, record.cells[columns.end], told[row]?.words].map((cell) => quoted(cell ?? '')).join(','),
    ),
  ].join('\n');
  return timedRows(table, frame, 'csv') ?? told.flatMap(({ words }) => rowOf(words));
};

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

const whenOf = ({ cells }: CsvRecord, { date, time }: Columns): string =>
  `${cells[date] ?? ''} ${cells[time] ?? ''}`.trim();

/** The first telling cell is the title; what stands beside it are notes, a line each. */
const wordsOf = ({ cells }: CsvRecord, { texts, who }: Columns): string => {
  const words = texts.map((column) => cells[column] ?? '').filter((cell) => cell !== '');
  const speaker = cells[who] ?? '';
  return (speaker !== '' && words.length > 0 ? `${speaker}: ` : '') + words.join('\n');
};

const headTitle = /\b(?:title|event|what|text|notes?|description|summary|details?|name|factor|learning|action|card)\b/i;

const untimedRows = (records: readonly CsvRecord[]): AcceptedRow[] => {
  const head = records[0]?.cells ?? [];
  const titled =
    records.length > 1 &&
    head.every((cell) => cell.length < 40 && !/\d/.test(cell)) &&
    head.some((cell) => headTitle.test(cell));
  const body = records.slice(titled ? 1 : 0);
  const width = Math.max(0, ...body.map((record) => record.cells.length));
  const telling = Array.from({ length: width }, (_, column) => column).filter((column) =>
    body.some((record) => /\p{L}/u.test(record.cells[column] ?? '')),
  );
  return body.flatMap(({ cells }) =>
    rowOf((telling.length > 0 ? telling.map((column) => cells[column] ?? '') : cells).filter(Boolean).join('\n')),
  );
};

const rowOf = (text: string): AcceptedRow[] =>
  text.trim() === '' ? [] : [{ at: null, endAt: null, precision: 'unknown', text: text.trim() }];

/** @returns null where nothing has a time that can be told. */
const timedRows = (text: string, { date, zone }: PasteFrame, told?: 'csv' | 'text'): AcceptedRow[] | null => {
  const drawn = text.split('\n').filter((line) => line.trimStart().startsWith('|')).length > 1;
  const format = told ?? (drawn ? 'markdown' : detectFormat(text) === 'csv' ? 'csv' : 'text');
  const parsed = parseTimeline(text, { format, date, zone });
  if (!parsed.ok || parsed.rows.every((row) => row.at === null)) return null;
  return parsed.rows.flatMap((row) => {
    if (row.problem === 'empty-text') return [];
    // A day that can't be right would stretch the axis over years; and what was not understood is not lost.
    if (row.at === null || row.problem === 'absurd-date') return rowOf([row.time, row.text].filter(Boolean).join(' '));
    return [{ at: row.at, endAt: row.endAt, precision: row.precision, text: row.text }];
  });
};

/** A card a line, without the mark of a list. */
const plainRows = (text: string): AcceptedRow[] =>
  text.split(/\r\n|[\n\r\u2028\u2029]/).flatMap((line) => rowOf(line.trim().replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '')));
