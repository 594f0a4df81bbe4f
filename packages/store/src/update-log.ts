// The update log on any engine. Appending is the hot path, so each engine brings its own. Rules: SPEC L1-L5.
import type { Kysely } from 'kysely';
import type { UpdateLog } from '@hearth/sync/update-log';
import type { Tables } from './schema.ts';

export const updateLog = (db: Kysely<Tables>, append: UpdateLog['append']): UpdateLog => ({
  append,

  // One reading of the database: a compaction between the two statements would leave a gap.
  load: (document) =>
    db
      .transaction()
      .setIsolationLevel('repeatable read')
      .execute(async (tx) => {
        const state = await tx
          .selectFrom('documentState')
          .select(['seq', 'bytes'])
          .where('document', '=', document)
          .executeTakeFirst();
        const snapshotSeq = state?.seq ?? 0;
        const updates = await tx
          .selectFrom('documentUpdate')
          .select(['seq', 'bytes'])
          .where('document', '=', document)
          .where('seq', '>', snapshotSeq)
          .orderBy('seq')
          .execute();
        return {
          snapshot: state?.bytes ?? null,
          snapshotSeq,
          updates: updates.map(({ seq, bytes }) => ({ seq, update: bytes })),
        };
      }),

  compact: (document, state, seq) =>
    db.transaction().execute(async (tx) => {
      // Takes the document's row lock, so that compactions and appends come one after the other.
      const live = await tx
        .updateTable('liveDocument')
        .set((eb) => ({ lastSeq: eb.ref('lastSeq') }))
        .where('name', '=', document)
        .returning('lastSeq')
        .executeTakeFirst();
      if (!live || seq < 1 || seq > live.lastSeq)
        throw new RangeError(`no update ${seq} has been appended to this document, so no state can contain it`);
      const winner = await tx
        .selectFrom('documentState')
        .select('seq')
        .where('document', '=', document)
        .where('seq', '>=', seq)
        .executeTakeFirst();
      if (winner) return false;
      // First make room: a full disk is a reason to compact.
      await tx.deleteFrom('documentUpdate').where('document', '=', document).where('seq', '<=', seq).execute();
      await tx
        .insertInto('documentState')
        .values({ document, seq, bytes: state })
        .onConflict((conflict) => conflict.column('document').doUpdateSet({ seq, bytes: state }))
        .execute();
      return true;
    }),
});
