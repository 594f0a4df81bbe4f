// Hearth's database in one file on this machine.
import { Kysely } from 'kysely';
import { accessStore } from '../access.ts';
import { actionItemStore } from '../action-items.ts';
import { sqliteTypes } from '../column-types.ts';
import { migrate } from '../migrate.ts';
import type { Store } from '../ports/store.ts';
import { publishingStore } from '../publishing.ts';
import { reviewStore } from '../reviews.ts';
import type { Tables } from '../schema.ts';
import { updateLog } from '../update-log.ts';
import { SqliteConnection } from './connection.ts';
import { WorkerDialect } from './dialect.ts';

export interface SqliteOptions {
  /** The database's file; it and its folder are created when missing. Two more files live beside it (-wal, -shm). */
  path: string;
  /** Upper bound of the file in bytes (its journal apart); writes beyond it fail with `full`. None when left out. */
  maxBytes?: number;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws StoreError  `cannot-open`, `in-use`, `newer-schema` or `full`.
 */
export const openSqliteStore = async ({ path, maxBytes }: SqliteOptions): Promise<Store> => {
  const connection = await SqliteConnection.open({ path, maxBytes: maxBytes ?? null });
  try {
    return await storeOn(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/** The store on a connection that is open already. */
export const storeOn = async (connection: SqliteConnection): Promise<Store> => {
  const db = new Kysely<Tables>({ dialect: new WorkerDialect(connection) });
  await migrate(db, sqliteTypes);
  return {
    access: accessStore(db),
    reviews: reviewStore(db),
    actionItems: actionItemStore(db),
    publishing: publishingStore(db),
    updateLog: updateLog(db, (entries) => connection.append(entries)),
    ready: async () => {
      await db.selectFrom('review').select('id').limit(1).execute();
    },
    close: () => connection.close(),
  };
};
