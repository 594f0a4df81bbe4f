// Rows for every table that there is, made from the schema: for tests, which so know of a new table by themselves.
import type Database from 'better-sqlite3';
import { copiedTables } from '../backup/copied-tables.ts';

interface Column {
  name: string;
  type: string;
}

/** @param count  rows a table; those of other tables that they refer to are there. */
export const fillTables = (db: Database.Database, count: number): void => {
  for (const { name, columns } of copiedTables(db)) {
    const types = db.prepare('select name, type from pragma_table_info(?)').all(name) as Column[];
    const insert = db.prepare(`insert into "${name}" values (${columns.map(() => '?').join(', ')})`);
    for (let row = 0; row < count; row += 1) insert.run(types.map((column) => valueOf(db, name, column, row)));
  }
};

const valueOf = (db: Database.Database, table: string, { name, type }: Column, row: number): unknown => {
  const reference = db
    .prepare('select "table", "to" from pragma_foreign_key_list(?) where "from" = ?')
    .get(table, name) as { table: string; to: string } | undefined;
  if (reference) return valueOf(db, reference.table, { name: reference.to, type: 'text' }, row);
  // One account may be the owner.
  if (name === 'owner' && table === 'account') return row === 0 ? 1 : 0;
  switch (type.toLowerCase()) {
    case 'text':
      return `${table} ${name} ${row} Größe 学び 🔥`;
    case 'blob':
      return Buffer.from(`${table} ${name} ${row}\0\xff`, 'latin1');
    case 'bigint':
      return Number.MAX_SAFE_INTEGER - row;
    default:
      return row;
  }
};
