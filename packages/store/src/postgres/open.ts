// Hearth's database in a PostgreSQL, for one node or several.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { accessStore } from '../access.ts';
import { actionItemStore } from '../action-items.ts';
import { attachmentStore } from '../attachments.ts';
import { postgresTypes } from '../column-types.ts';
import { feedbackStore } from '../feedback.ts';
import { documentHistory } from '../history.ts';
import { leases } from '../leases.ts';
import { migrate } from '../migrate.ts';
import { inOneTransaction } from '../one-transaction.ts';
import type { Store } from '../ports/store.ts';
import { publishingStore } from '../publishing.ts';
import { reviewStore } from '../reviews.ts';
import type { Tables } from '../schema.ts';
import type { StoreError } from '../store-error.ts';
import { templateStore } from '../templates.ts';
import { updateLog } from '../update-log.ts';
import { appendTo, createAppend } from './append.ts';
import { openingFailure } from './failures.ts';
import { placeOf } from './place.ts';
import { Sessions } from './sessions.ts';

export interface PostgresOptions {
  /** postgres://user:password@host:5432/database */
  url: string;
  /** Connections at most; 10 when left out. */
  poolSize?: number;
  /** How long connecting, or one statement, may take before it is rejected with `failed`; 15 s when left out. */
  answerWithinMs?: number;
}

/**
 * Opens the database and brings its tables up to date.
 * @throws StoreError  `cannot-open`, `newer-schema` or `full`; never with the password.
 */
export const openPostgresStore = async ({
  url,
  poolSize = 10,
  answerWithinMs = 15_000,
}: PostgresOptions): Promise<Store> => {
  await bringUpToDate(url, answerWithinMs);
  const sessions = new Sessions({ url, poolSize, answerWithinMs });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: sessions }) });
  const ready = async (): Promise<void> => {
    await db.selectFrom('review').select('id').limit(1).execute();
  };
  await ready();
  return {
    access: accessStore(db),
    reviews: reviewStore(db),
    actionItems: actionItemStore(db),
    attachments: attachmentStore(db),
    publishing: publishingStore(db),
    templates: templateStore(db),
    feedback: feedbackStore(db),
    updateLog: updateLog(db, appendTo(sessions)),
    history: documentHistory(db),
    leases: leases(db, () => sql<number>`(extract(epoch from clock_timestamp()) * 1000)::bigint`),
    ready,
    close: () => sessions.end(),
  };
};

/** A number of our own among the advisory locks of a database. */
const migrationLock = 7_405_513_381;

/** Of nodes that start at the same time, one migrates and the others wait for it. */
const bringUpToDate = async (url: string, answerWithinMs: number): Promise<void> => {
  const place = placeOf(url);
  // After the first failure PostgreSQL refuses the rest of the transaction for no other reason.
  let first: StoreError | null = null;
  const failure = (error: unknown): StoreError => (first ??= openingFailure(error, place));
  const sessions = new Sessions({ url, poolSize: 1, answerWithinMs, patient: true, failure });
  try {
    await inOneTransaction(new PostgresDialect({ pool: sessions }), {}, async (db) => {
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(db);
      await migrate(db, postgresTypes);
      await createAppend(db);
    });
  } catch (error) {
    throw first ?? error;
  }
};
