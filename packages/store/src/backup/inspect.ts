// Whether a file is a backup that this Hearth can use. Rules: SPEC B3.
import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { sqliteTypes } from '../column-types.ts';
import { refuseNewer } from '../migrate.ts';
import { allMigrations } from '../migrations/all.ts';
import { StoreError } from '../store-error.ts';

/** @throws StoreError  `cannot-open`. */
export const refuseMissing = (file: string): void => {
  if (!existsSync(file)) throw new StoreError('cannot-open', `${file}: there is no such file.`);
  if (hasBytes(`${file}-wal`))
    throw new StoreError(
      'cannot-open',
      `${file} has a journal beside it, so it is no backup. Make one: hearth backup.`,
    );
};

/**
 * @param part  the file to read.
 * @param named  the file that people know it by.
 * @returns the names of its migrations, in their order.
 * @throws StoreError  `cannot-open` or `newer-schema`.
 */
export const inspect = (part: string, named: string): string[] => {
  checkPages(part, named);
  const db = new Database(part, { readonly: true });
  try {
    const tables = db.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    const isHearth = ['kysely_migration', 'review', 'documentUpdate'].every((name) => tables.includes(name));
    if (!isHearth) throw new StoreError('cannot-open', `${named} is not a database of Hearth. Nothing was changed.`);
    const applied = db.prepare('select name from kysely_migration order by name').pluck().all() as string[];
    refuseNewer(applied, allMigrations(sqliteTypes));
    return applied;
  } finally {
    db.close();
  }
};

/** @throws StoreError  `cannot-open` when a page of the file is not as it was written. */
export const checkPages = (part: string, named: string): void => {
  const damaged = new StoreError(
    'cannot-open',
    `${named} is damaged or is no database of Hearth. Nothing was changed.`,
  );
  let db: Database.Database | null = null;
  try {
    db = new Database(part, { readonly: true });
    if (db.pragma('integrity_check', { simple: true }) !== 'ok') throw damaged;
  } catch {
    throw damaged;
  } finally {
    db?.close();
  }
};

export const hasBytes = (file: string): boolean => (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
