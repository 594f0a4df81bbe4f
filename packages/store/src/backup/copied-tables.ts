// The tables that a backup holds, read off a database's own schema: a new table can't be forgotten. Rules: SPEC B6.
import type Database from 'better-sqlite3';

export interface CopiedTable {
  name: string;
  columns: readonly string[];
  /** The primary key's columns, in its order. */
  key: readonly string[];
  /** Columns of any length: texts and bytes. */
  sized: readonly string[];
}

/** Written by the migrations themselves; or worth nothing to another server, as a lease. */
const notCopied: ReadonlySet<string> = new Set(['kysely_migration', 'kysely_migration_lock', 'lease']);

/**
 * @param db  a database with Hearth's tables, of any version.
 * @returns each table after those that it refers to.
 */
export const copiedTables = (db: Database.Database): CopiedTable[] => {
  const names = allTables(db).filter((name) => !notCopied.has(name));
  const ordered: string[] = [];
  const visit = (name: string, path: readonly string[]): void => {
    if (ordered.includes(name)) return;
    if (path.includes(name)) throw new Error(`the tables ${path.join(', ')} refer to each other in a circle`);
    for (const other of referredBy(db, name)) if (other !== name) visit(other, [...path, name]);
    ordered.push(name);
  };
  for (const name of names) visit(name, []);
  return ordered.map((name) => describe(db, name));
};

/** Every table of a database, SQLite's own apart. */
export const allTables = (db: Database.Database): string[] =>
  db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' order by name",
    )
    .pluck()
    .all() as string[];

const describe = (db: Database.Database, name: string): CopiedTable => {
  const columns = db.prepare('select name, type, pk from pragma_table_info(?) order by cid').all(name) as {
    name: string;
    type: string;
    pk: number;
  }[];
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk);
  if (key.length === 0) throw new Error(`the table ${name} has no primary key, so it can't be read in parts`);
  return {
    name,
    columns: columns.map((column) => column.name),
    key: key.map((column) => column.name),
    sized: columns.filter(({ type }) => /^(text|blob)$/i.test(type)).map((column) => column.name),
  };
};

const referredBy = (db: Database.Database, name: string): string[] =>
  db.prepare('select distinct "table" from pragma_foreign_key_list(?) order by 1').pluck().all(name) as string[];
