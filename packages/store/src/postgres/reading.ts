// Reads a PostgreSQL database from beside its nodes. For the command line. Rules: SPEC B5.
import { postgresTypes } from '../column-types.ts';
import { allMigrations } from '../migrations/all.ts';
import { inOneTransaction } from '../one-transaction.ts';
import type { ReadOnce } from '../ports/reading.ts';
import { readingOf } from '../reading.ts';
import { oneSession } from './one-session.ts';

/** @param url  such as postgres://user@host/hearth */
export const postgresReading =
  (url: string): ReadOnce =>
  (work) =>
    inOneTransaction(oneSession(url), { isolationLevel: 'repeatable read', accessMode: 'read only' }, async (db) =>
      work(await readingOf(db, allMigrations(postgresTypes))),
    );
