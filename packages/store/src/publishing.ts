// Publications on any engine. Rules: SPEC P1, P2.
import type { Kysely, Selectable } from 'kysely';
import type { Report } from '@hearth/learning/publishing/report';
import type { Publication, PublishingStore } from './ports/publishing.ts';
import type { Tables } from './schema.ts';

export const publishingStore = (db: Kysely<Tables>): PublishingStore => ({
  publish: async ({ reviewId, slug, publishedAtMs, snapshotId, report, markdown }) => {
    const columns = { publishedAtMs, snapshotId, report: JSON.stringify(report), markdown };
    const row = await db
      .insertInto('publication')
      .values({ reviewId, slug, revision: 1, ...columns })
      .onConflict((conflict) =>
        conflict.column('reviewId').doUpdateSet((eb) => ({ ...columns, revision: eb('publication.revision', '+', 1) })),
      )
      .returningAll()
      .executeTakeFirstOrThrow();
    return toPublication(row);
  },

  findBySlug: async (slug) => {
    const row = await db.selectFrom('publication').selectAll().where('slug', '=', slug).executeTakeFirst();
    return row ? toPublication(row) : null;
  },

  findByReview: async (reviewId) => {
    const row = await db.selectFrom('publication').selectAll().where('reviewId', '=', reviewId).executeTakeFirst();
    return row ? toPublication(row) : null;
  },
});

const toPublication = (row: Selectable<Tables['publication']>): Publication => ({
  ...row,
  report: JSON.parse(row.report) as Report,
});
