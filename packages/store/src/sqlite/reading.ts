// Reads the database's file from beside the server. For the command line: statements run on the calling thread.
// Rules: SPEC B5.
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { sqliteTypes } from '../column-types.ts';
import { allMigrations } from '../migrations/all.ts';
import { inOneTransaction } from '../one-transaction.ts';
import type { ReadOnce } from '../ports/reading.ts';
import { readingOf } from '../reading.ts';
import { StoreError } from '../store-error.ts';
import { openingFailure } from './failures.ts';

/** @param path  the database's file. */
export const sqliteReading =
  (path: string): ReadOnce =>
  async (work) => {
    if (!existsSync(path)) throw new StoreError('cannot-open', `${path}: there is no database to read.`);
    const dialect = new SqliteDialect({ database: () => Promise.resolve(open(path)) });
    return inOneTransaction(dialect, {}, async (db) => work(await readingOf(db, allMigrations(sqliteTypes))));
  };

const open = (path: string): Database.Database => {
  try {
    const database = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
    // Opening reads nothing yet: a file of another kind shows here.
    database.pragma('schema_version');
    return database;
  } catch (error) {
    throw openingFailure(path, error instanceof Database.SqliteError ? error.code : '', messageOf(error));
  }
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
