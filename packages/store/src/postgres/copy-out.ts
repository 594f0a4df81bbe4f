// Reads the tables of PostgreSQL in parts, by their keys. Rules: SPEC B1.
import { CompiledQuery, type Kysely } from 'kysely';
import type { CopiedTable } from '../backup/copied-tables.ts';
import { batchBytes, batchRows, quoted, type Row, type RowBatch, type Value } from '../backup/row-batch.ts';
import type { Tables } from '../schema.ts';

type Database = Kysely<Tables>;

/** Lengths of the texts and bytes in a row; PostgreSQL knows them without reading the values. */
const bytesOfRow = ({ sized }: CopiedTable): string =>
  ['0', ...sized.map((column) => `coalesce(octet_length("${column}"), 0)`)].join(' + ');

/** What the texts and bytes of these tables take. */
export const bytesOf = async (db: Database, tables: readonly CopiedTable[]): Promise<number> => {
  let total = 0;
  for (const table of tables) {
    const [row] = await ask(
      db,
      `select coalesce(sum(${bytesOfRow(table)}), 0)::float8 as "bytes" from "${table.name}"`,
    );
    total += Number(row?.['bytes']);
  }
  return total;
};

/** A table's rows by its key: first how large the next ones are, then as many as fit. */
export async function* copyOut(db: Database, table: CopiedTable): AsyncGenerator<RowBatch> {
  const { name, columns, key } = table;
  const after = (last: readonly Value[]): string =>
    last.length === 0 ? 'true' : `(${quoted(key)}) > (${key.map((_, index) => `$${index + 1}`).join(', ')})`;
  let last: Value[] = [];
  for (;;) {
    const sizes = await ask(
      db,
      `select ${bytesOfRow(table)} as "bytes" from "${name}" where ${after(last)} order by ${quoted(key)} limit ${batchRows}`,
      last,
    );
    const { rows: count, bytes } = asManyAsFit(sizes.map((row) => Number(row['bytes'])));
    if (count === 0) return;
    const found = await ask(
      db,
      `select ${quoted(columns)} from "${name}" where ${after(last)} order by ${quoted(key)} limit ${count}`,
      last,
    );
    const rows = found.map((row): Row => columns.map((column) => row[column] as Value));
    yield { rows, bytes };
    last = key.map((column) => found.at(-1)?.[column] as Value);
  }
}

/** At least one, however large. */
const asManyAsFit = (sizes: readonly number[]): { rows: number; bytes: number } => {
  let rows = 0;
  let bytes = 0;
  for (const size of sizes) {
    if (rows > 0 && bytes + size > batchBytes) break;
    rows += 1;
    bytes += size;
  }
  return { rows, bytes };
};

const ask = async (
  db: Database,
  statement: string,
  parameters: readonly Value[] = [],
): Promise<Record<string, unknown>[]> =>
  (await db.executeQuery<Record<string, unknown>>(CompiledQuery.raw(statement, [...parameters]))).rows;
