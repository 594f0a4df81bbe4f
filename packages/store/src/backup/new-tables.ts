// A new SQLite file with Hearth's tables, as they were at some version: a backup has those of the database it is of.
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { sqliteTypes } from '../column-types.ts';
import { migrate } from '../migrate.ts';
import { inOneTransaction } from '../one-transaction.ts';

/**
 * @param file  empty or missing; `:memory:` for the tables alone.
 * @param upTo  the last migration.
 * @param work  what is to be done with it before it is closed.
 */
export const withNewTables = async <T>(
  file: string,
  upTo: string,
  work: (db: Database.Database) => T | Promise<T>,
): Promise<T> => {
  const db = new Database(file);
  try {
    // What is left of a run that was cut off is never used: nothing needs to be kept in a journal until the end.
    db.pragma('journal_mode = off');
    db.pragma('synchronous = off');
    const database = { prepare: (sql: string) => db.prepare(sql), close: () => undefined };
    await inOneTransaction(new SqliteDialect({ database }), {}, (kysely) => migrate(kysely, sqliteTypes, upTo));
    return await work(db);
  } finally {
    db.close();
  }
};
