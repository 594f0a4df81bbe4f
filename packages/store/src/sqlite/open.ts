// Hearth's database in one file on this machine.
import { Kysely, sql } from 'kysely';
import { accessStore } from '../access.ts';
import { actionItemStore } from '../action-items.ts';
import { attachmentStore } from '../attachments.ts';
import { sqliteTypes } from '../column-types.ts';
import { feedbackStore } from '../feedback.ts';
import { documentHistory } from '../history.ts';
import { leases } from '../leases.ts';
import { migrate } from '../migrate.ts';
import type { Store } from '../ports/store.ts';
import { publishingStore } from '../publishing.ts';
import { reviewStore } from '../reviews.ts';
import type { Tables } from '../schema.ts';
import { templateStore } from '../templates.ts';
import { updateLog } from '../update-log.ts';
import { SqliteConnection } from './connection.ts';
import { WorkerDialect } from './dialect.ts';

export interface SqliteOptions {
  /** The database's file; it and its folder are created when missing. Two more files live beside it (-wal, -shm). */
  path: string;
  /** Upper bound of the file in bytes (its journal apart); writes beyond it fail with `full`. None when left out. */
  maxBytes?: number;
  /** Unix milliseconds, for leases; the machine's clock when left out. */
  nowMs?: () => number;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws StoreError  `cannot-open`, `in-use`, `newer-schema` or `full`.
 */
export const openSqliteStore = async ({ path, maxBytes, nowMs }: SqliteOptions): Promise<Store> => {
  const connection = await SqliteConnection.open({ path, maxBytes: maxBytes ?? null });
  try {
    return await storeOn(connection, nowMs);
  } catch (error) {
    await connection.close();
    throw error;
  }
};

/** The store on a connection that is open already. */
export const storeOn = async (connection: SqliteConnection, nowMs = Date.now): Promise<Store> => {
  const db = new Kysely<Tables>({ dialect: new WorkerDialect(connection) });
  await migrate(db, sqliteTypes);
  return {
    access: accessStore(db, connection.lookUp),
    reviews: reviewStore(db),
    actionItems: actionItemStore(db),
    attachments: attachmentStore(db),
    publishing: publishingStore(db),
    templates: templateStore(db),
    feedback: feedbackStore(db),
    updateLog: updateLog(db, (entries) => connection.append(entries)),
    history: documentHistory(db),
    leases: leases(db, () => sql<number>`${nowMs()}`),
    ready: async () => {
      await db.selectFrom('review').select('id').limit(1).execute();
    },
    close: () => connection.close(),
  };
};
