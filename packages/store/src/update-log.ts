// The update log on any engine. Appending is the hot path, so each engine brings its own. Rules: SPEC L1-L9.
import type { Kysely, Transaction } from 'kysely';
import type { ClientWriter, Compaction, LaterUpdates, StoredUpdate, UpdateLog } from '@hearth/sync/update-log';
import { headSeq } from './heads.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

const keptStates = 20;

export const updateLog = (db: Kysely<Tables>, append: UpdateLog['append']): UpdateLog => {
  // On a full disk the history gives way to what people write now.
  let full = false;
  return {
    ...readings(db),

    append: (entries) =>
      append(entries).then(
        (seqs) => {
          full = false;
          return seqs;
        },
        (error: unknown) => {
          full ||= isFull(error);
          throw error;
        },
      ),

    compact: async (document, compaction) => {
      const keep = (states: number) => db.transaction().execute((tx) => keepState(tx, document, compaction, states));
      if (full) return keep(1);
      try {
        return await keep(keptStates);
      } catch (error) {
        if (isFull(error)) return keep(1);
        throw error;
      }
    },
  };
};

const isFull = (error: unknown): boolean => error instanceof StoreError && error.reason === 'full';

const readings = (db: Kysely<Tables>): Pick<UpdateLog, 'load' | 'since' | 'heads'> => ({
  load: (document) =>
    oneReading(db, async (tx) => {
      const state = await tx
        .selectFrom('documentState')
        .select(['seq', 'bytes', 'sections'])
        .where('document', '=', document)
        .orderBy('seq', 'desc')
        .limit(1)
        .executeTakeFirst();
      const snapshotSeq = state?.seq ?? 0;
      return {
        snapshot: state?.bytes ?? null,
        sections: state?.sections ?? null,
        snapshotSeq,
        ...(await laterUpdates(tx, document, snapshotSeq)),
      };
    }),

  since: (document, seq) =>
    oneReading(db, async (tx) => {
      const later = await laterUpdates(tx, document, seq);
      const next = later.updates[0]?.seq ?? (await headOf(tx, document)) + 1;
      return next > seq + 1 ? null : later;
    }),

  heads: async (documents) => {
    if (documents.length === 0) return new Map();
    const rows = await db
      .selectFrom('liveDocument')
      .select(['name', headSeq.as('head')])
      .where('name', 'in', documents)
      .execute();
    return new Map(rows.flatMap(({ name, head }) => (head > 0 ? [[name, head]] : [])));
  },
});

/** One state of the database: a compaction between two statements would leave a gap. */
export const oneReading = <T>(db: Kysely<Tables>, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  db.transaction().setIsolationLevel('repeatable read').execute(work);

/** Everything after `seq`, oldest first. */
export const updatesAfter = async (db: Kysely<Tables>, document: string, seq: number): Promise<StoredUpdate[]> => {
  const rows = await db
    .selectFrom('documentUpdate')
    .select(['seq', 'atMs', 'bytes'])
    .where('document', '=', document)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map(({ bytes, ...row }) => ({ ...row, update: bytes }));
};

const laterUpdates = async (db: Kysely<Tables>, document: string, seq: number): Promise<LaterUpdates> => ({
  updates: await updatesAfter(db, document, seq),
  writers: await writersOf(db, document),
});

const writersOf = (db: Kysely<Tables>, document: string): Promise<ClientWriter[]> =>
  db
    .selectFrom('documentWriter')
    .select(['client', 'writer'])
    .where('document', '=', document)
    .orderBy('client')
    .execute();

const headOf = async (db: Kysely<Tables>, document: string): Promise<number> => {
  const live = await db
    .selectFrom('liveDocument')
    .select(headSeq.as('head'))
    .where('name', '=', document)
    .executeTakeFirst();
  return live?.head ?? 0;
};

const keepState = async (
  tx: Transaction<Tables>,
  document: string,
  { state, sections, seq, atMs }: Compaction,
  kept: number,
): Promise<boolean> => {
  // Takes the document's row lock, so that compactions and appends come one after the other.
  const live = await tx
    .updateTable('liveDocument')
    .set({ lastSeq: headSeq })
    .where('name', '=', document)
    .returning('lastSeq')
    .executeTakeFirst();
  if (!live || seq < 1 || seq > live.lastSeq)
    throw new RangeError(`no update ${seq} has been appended to this document, so no state can contain it`);
  const states = await tx
    .selectFrom('documentState')
    .select('seq')
    .where('document', '=', document)
    .orderBy('seq', 'desc')
    .execute();
  if (states[0] && states[0].seq >= seq) return false;
  // First make room, then fill it.
  const oldest = [seq, ...states.map((one) => one.seq)][kept - 1];
  if (oldest !== undefined) {
    await tx.deleteFrom('documentState').where('document', '=', document).where('seq', '<', oldest).execute();
    await tx.deleteFrom('documentUpdate').where('document', '=', document).where('seq', '<=', oldest).execute();
  }
  await tx.insertInto('documentState').values({ document, seq, bytes: state, sections, atMs }).execute();
  return true;
};
