// Writes rows into a table of PostgreSQL, several in a statement.
import { CompiledQuery, type Kysely } from 'kysely';
import type { CopiedTable } from '../backup/copied-tables.ts';
import { quoted, type Row, type Value } from '../backup/row-batch.ts';
import type { Tables } from '../schema.ts';

/** A statement takes 65,535 parameters at most. */
const mostParameters = 30_000;

export const copyIn = async (db: Kysely<Tables>, table: CopiedTable, rows: readonly Row[]): Promise<void> => {
  const { name, columns } = table;
  const atOnce = Math.floor(mostParameters / columns.length);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    let parameter = 0;
    const places = some.map(() => `(${columns.map(() => `$${(parameter += 1)}`).join(', ')})`);
    const statement = `insert into "${name}" (${quoted(columns)}) values ${places.join(', ')}`;
    await db.executeQuery(CompiledQuery.raw(statement, some.flat().map(storable)));
  }
};

/** The one character that SQLite keeps in a text and PostgreSQL does not. */
const storable = (value: Value): Value => (typeof value === 'string' ? value.replaceAll('\u0000', '\uFFFD') : value);
