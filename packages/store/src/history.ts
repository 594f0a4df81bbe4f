// How a document came to be, on any engine. Rules: SPEC H1-H3.
import type { Kysely } from 'kysely';
import { headSeq } from './heads.ts';
import type { DocumentHistory } from './ports/history.ts';
import type { Tables } from './schema.ts';
import { oneReading, updatesAfter } from './update-log.ts';

export const documentHistory = (db: Kysely<Tables>): DocumentHistory => ({
  replay: (document) =>
    oneReading(db, async (tx) => {
      const first = await tx
        .selectFrom('documentUpdate')
        .select('seq')
        .where('document', '=', document)
        .where('seq', '=', 1)
        .executeTakeFirst();
      if (first) return { start: null, updates: await updatesAfter(tx, document, 0) };
      const oldest = await tx
        .selectFrom('documentState')
        .select(['seq', 'atMs', 'bytes'])
        .where('document', '=', document)
        .orderBy('seq')
        .limit(1)
        .executeTakeFirst();
      const start = oldest ? { seq: oldest.seq, atMs: oldest.atMs, state: oldest.bytes } : null;
      return { start, updates: await updatesAfter(tx, document, start?.seq ?? 0) };
    }),

  forget: (document, seq) =>
    db.transaction().execute(async (tx) => {
      // Takes the document's row lock: no append comes in between.
      const live = await tx
        .updateTable('liveDocument')
        .set({ lastSeq: headSeq })
        .where('name', '=', document)
        .returning('lastSeq')
        .executeTakeFirst();
      if (live && live.lastSeq > seq) return false;
      await tx.deleteFrom('liveDocument').where('name', '=', document).execute();
      for (const table of ['documentUpdate', 'documentState', 'documentWriter'] as const)
        await tx.deleteFrom(table).where('document', '=', document).execute();
      return true;
    }),
});
