// Which columns of a CSV export hold the time, the end, the speaker and the text. Pure. Rules: SPEC T53, T54.

import type { DateOrder } from './calendar.ts';
import type { CsvRecord } from './csv-cells.ts';
import { readTime, type TimeExpression } from './expression.ts';

/** Indexes of columns, -1 where there is none. */
export interface Columns {
  readonly time: number;
  readonly end: number;
  /** A column of days beside the column of times. */
  readonly date: number;
  readonly who: number;
  readonly texts: readonly number[];
  readonly hasHeader: boolean;
}

const timeTitle =
  /^(?:.{0,20}\b)?(?:time|timestamp|datetime|when|ts|at|clock|hour|occurred|created|start(?:ed)?)(?:\b.{0,30})?$/i;
const gluedTimeTitle =
  /^(?:date_?time|time_?stamp|created_?at|occurred_?at|started_?at|event_?time|start_?time|log_?time|@timestamp)/i;
const endTitle = /\b(?:end(?:ed)?|finish(?:ed)?|resolved at|stop(?:ped)?|until|to)\b/i;
const dateTitle = /^(?:date|day)\b/i;
const textTitle =
  /\b(?:event|description|what|text|message|summary|details?|notes?|action|title|entry|comment|activity|body|content|happened|update|status)\b/i;
const whoTitle = /^(?:who|user(?:name)?|author|actor|by|from|person|name|sender|responder)$/i;
const idleTitle = /\b(?:id|uuid|key|duration|minutes|seconds|url|link|index|no|nr)\b/i;

const words = (title: string): string => title.replace(/_/g, ' ');

export const isTimeTitle = (title: string): boolean =>
  (timeTitle.test(words(title)) || gluedTimeTitle.test(title)) && !endTitle.test(words(title));

export const isDateTitle = (title: string): boolean => dateTitle.test(title);

/** Columns by their titles, else by what they hold; null where no column holds times. */
export function findColumns(records: readonly CsvRecord[], order: DateOrder): Columns | null {
  const titles = records[0]?.cells ?? [];
  const hasHeader = titles.length > 0 && !titles.some((cell) => readsAsTime(cell, order));
  const find = (fits: (title: string) => boolean): number => (hasHeader ? titles.findIndex(fits) : -1);
  const sample = records.slice(0, 50);
  const width = Math.max(0, ...sample.map((record) => record.cells.length));
  const all = Array.from({ length: width }, (_, column) => column);
  const holdsTimes = (column: number): boolean => shareOf(sample, column, (cell) => readsAsTime(cell, order)) > 0.5;

  const day = find((title) => isDateTitle(title) && !isTimeTitle(title));
  const named = find(isTimeTitle);
  const time = named >= 0 ? named : day >= 0 && holdsTimes(day) ? day : (all.find(holdsTimes) ?? -1);
  if (time < 0) return null;
  const date = day === time ? -1 : day;
  const end = find((title) => endTitle.test(words(title)) && titles.indexOf(title) !== time);
  const who = find((title) => whoTitle.test(title));
  const others = all.filter((column) => ![time, date, end, who].includes(column));
  const titled = others.filter((column) => hasHeader && textTitle.test(words(titles[column] ?? '')));
  const telling = others.filter((column) => !idleTitle.test(words(titles[column] ?? '')));
  const texts = [titled, telling, others].find((columns) => columns.length > 0) ?? [];
  return { time, end, date, who, texts, hasHeader };
}

/** Unix seconds or milliseconds, as chat and alert exports write them. */
export function readEpoch(written: string): TimeExpression | null {
  const match = /^(1\d{9})(?:(\d{3})|\.\d{1,6})?$/.exec(written);
  return match && readTime(new Date(Number(match[1]) * 1000 + Number(match[2] ?? 0)).toISOString());
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
