// Rows on their way from one database to another: never all in memory. Rules: SPEC B1.
import type Database from 'better-sqlite3';
import type { CopiedTable } from './copied-tables.ts';

export type Value = string | number | Uint8Array | null;
/** In the order of the table's columns. */
export type Row = readonly Value[];

export interface RowBatch {
  rows: Row[];
  /** What the texts and bytes of these rows take. */
  bytes: number;
}

/** A batch holds this much, or one row that is larger. */
export const batchBytes = 4 * 1024 * 1024;
export const batchRows = 1_000;

/** Reads a table, by its key. */
export function* batchesOf(db: Database.Database, { name, columns, key }: CopiedTable): Generator<RowBatch> {
  const rows = db
    .prepare(`select ${quoted(columns)} from "${name}" order by ${quoted(key)}`)
    .raw()
    .iterate() as IterableIterator<Row>;
  let batch: RowBatch = { rows: [], bytes: 0 };
  for (const row of rows) {
    batch.rows.push(row);
    batch.bytes += bytesOf(row);
    if (batch.bytes < batchBytes && batch.rows.length < batchRows) continue;
    yield batch;
    batch = { rows: [], bytes: 0 };
  }
  if (batch.rows.length > 0) yield batch;
}

/** What the texts and bytes of these tables take. */
export const bytesIn = (db: Database.Database, tables: readonly CopiedTable[]): number =>
  tables.reduce((sum, { name, sized }) => {
    const lengths = ['0', ...sized.map((column) => `coalesce(octet_length("${column}"), 0)`)].join(' + ');
    return sum + (db.prepare(`select coalesce(sum(${lengths}), 0) from "${name}"`).pluck().get() as number);
  }, 0);

/** @returns what adds rows to a table; the caller holds the transaction. */
export const rowWriter = (db: Database.Database, { name, columns }: CopiedTable): ((rows: readonly Row[]) => void) => {
  const insert = db.prepare(`insert into "${name}" (${quoted(columns)}) values (${columns.map(() => '?').join(', ')})`);
  return (rows) => {
    for (const row of rows) insert.run(row);
  };
};

export const quoted = (names: readonly string[]): string => names.map((name) => `"${name}"`).join(', ');

const bytesOf = (row: Row): number =>
  row.reduce<number>((sum, value) => sum + (value === null || typeof value === 'number' ? 0 : value.length), 0);
