// How a document came to be, on any engine. Rules: SPEC H1, H2.
import type { Kysely } from 'kysely';
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
});
