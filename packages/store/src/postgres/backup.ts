// Backups of a PostgreSQL database: the same file as SQLite's, so that each engine's can be restored into the other.
// Rules: SPEC B1-B9.
import Database from 'better-sqlite3';
import { CompiledQuery, sql, type Kysely } from 'kysely';
import { allTables, copiedTables } from '../backup/copied-tables.ts';
import { checkPages, inspect, refuseMissing } from '../backup/inspect.ts';
import { withNewTables } from '../backup/new-tables.ts';
import { batchesOf, bytesIn, rowWriter } from '../backup/row-batch.ts';
import { postgresTypes } from '../column-types.ts';
import { noteHeads } from '../heads.ts';
import { appliedMigrations, migrate, refuseNewer } from '../migrate.ts';
import { allMigrations } from '../migrations/all.ts';
import { inOneTransaction } from '../one-transaction.ts';
import { writeWhole } from '../part-file.ts';
import type { DatabaseBackup, Progress } from '../ports/backup.ts';
import type { Tables } from '../schema.ts';
import { StoreError } from '../store-error.ts';
import { copyIn } from './copy-in.ts';
import { bytesOf, copyOut } from './copy-out.ts';
import { takeDatabase } from './node-guard.ts';
import { oneSession } from './one-session.ts';

const nothing: Progress = () => undefined;

/** @param url  such as postgres://user@host/hearth */
export const postgresBackup = (url: string): DatabaseBackup => ({
  backup: (file, { replace, onProgress = nothing }) =>
    writeWhole(file, replace, async (part) => {
      const settings = { isolationLevel: 'repeatable read', accessMode: 'read only' } as const;
      await inOneTransaction(oneSession(url), settings, (db) => copyTo(part, db, onProgress));
      checkPages(part, file);
    }),

  restore: async (file, { replace, onProgress = nothing }) => {
    refuseMissing(file);
    const applied = inspect(file, file);
    await inOneTransaction(oneSession(url), {}, async (db) => {
      await makeRoom(db, replace);
      await migrate(db, postgresTypes, applied.at(-1));
      await copyFrom(file, db, onProgress);
      await migrate(db, postgresTypes);
      await noteHeads(db);
    });
    return null;
  },
});

const copyTo = async (part: string, db: Kysely<Tables>, onProgress: Progress): Promise<void> => {
  const applied = await appliedMigrations(db);
  refuseNewer(applied, allMigrations(postgresTypes));
  const newest = applied.toSorted().at(-1);
  if (newest === undefined) throw new StoreError('cannot-open', 'There is nothing of Hearth in this database.');
  await withNewTables(part, newest, async (target) => {
    const tables = copiedTables(target);
    const totalBytes = await bytesOf(db, tables);
    let doneBytes = 0;
    for (const table of tables) {
      const write = rowWriter(target, table);
      for await (const { rows, bytes } of copyOut(db, table)) {
        target.transaction(write)(rows);
        doneBytes += bytes;
        onProgress(doneBytes, totalBytes);
      }
    }
  });
};

/** Drops what is there, if that is allowed. */
const makeRoom = async (db: Kysely<Tables>, replace: boolean): Promise<void> => {
  const { rows } = await db.executeQuery<{ taken: boolean }>(CompiledQuery.raw(takeDatabase));
  if (rows[0]?.taken !== true)
    throw new StoreError(
      'in-use',
      'Hearth is using this database. Stop every node of it, and let backups end; then restore.',
    );
  // Somebody who only reads, as a backup does, is waited for, but not for long.
  await sql`set local lock_timeout = '10s'`.execute(db);
  const applied = await appliedMigrations(db);
  const newest = applied.toSorted().at(-1);
  if (newest === undefined) return;
  if (applied.some((name) => !(name in allMigrations(postgresTypes))))
    throw new StoreError('newer-schema', 'A newer Hearth wrote this database. Restore into an empty one.');
  const found = await db.selectFrom('review').select('id').limit(1).execute();
  if (found.length > 0 && !replace)
    throw new StoreError(
      'exists',
      'There are reviews in this database already. Back them up, then add --force to replace them.',
    );
  const names = await withNewTables(':memory:', newest, allTables);
  for (const name of names) await sql`drop table if exists ${sql.table(name)} cascade`.execute(db);
};

const copyFrom = async (file: string, db: Kysely<Tables>, onProgress: Progress): Promise<void> => {
  const source = new Database(file, { readonly: true });
  try {
    // One reading, so that nobody changes the file meanwhile.
    source.exec('begin');
    const tables = copiedTables(source);
    const totalBytes = bytesIn(source, tables);
    let doneBytes = 0;
    for (const table of tables)
      for (const { rows, bytes } of batchesOf(source, table)) {
        await copyIn(db, table, rows);
        doneBytes += bytes;
        onProgress(doneBytes, totalBytes);
      }
  } finally {
    source.close();
  }
};
