// Reviews, their meetings and their snapshots on any engine. Rules: SPEC R1-R4.
import type { Kysely } from 'kysely';
import type { StoredMeeting } from '@hearth/review/facilitation/state';
import type { Incident } from '@hearth/review/incident';
import type { Review, ReviewMarks, ReviewStore } from './ports/reviews.ts';
import type { Tables } from './schema.ts';

export const reviewStore = (db: Kysely<Tables>): ReviewStore => ({
  create: ({ id, incident, meeting, createdAtMs, demo, board }) =>
    db.transaction().execute(async (tx) => {
      await tx
        .insertInto('review')
        .values({
          id,
          incident: JSON.stringify(incident),
          sortAtMs: incident.startedAt ?? createdAtMs,
          meeting: JSON.stringify(meeting),
          meetingVersion: meeting.version,
          createdAtMs,
          demo: demo ? 1 : 0,
        })
        .execute();
      const updates = [{ update: board.update, atMs: createdAtMs }, ...(board.later ?? [])];
      await tx.insertInto('liveDocument').values({ name: board.document, lastSeq: updates.length }).execute();
      await tx
        .insertInto('documentUpdate')
        .values(
          updates.map(({ update, atMs }, index) => ({ document: board.document, seq: index + 1, bytes: update, atMs })),
        )
        .execute();
    }),

  list: async () => {
    const rows = await selectReviews(db)
      .orderBy('review.sortAtMs', 'desc')
      .orderBy('review.createdAtMs', 'desc')
      .orderBy('review.id')
      .execute();
    return rows.map(toReview);
  },

  find: async (id) => {
    const row = await selectReviews(db).where('review.id', '=', id).executeTakeFirst();
    return row ? toReview(row) : null;
  },

  findDemo: async () => {
    const row = await selectReviews(db)
      .where('review.demo', '=', 1)
      .orderBy('review.createdAtMs')
      .orderBy('review.id')
      .limit(1)
      .executeTakeFirst();
    return row ? toReview(row) : null;
  },

  updateIncident: async (id, incident) => {
    const { numUpdatedRows } = await db
      .updateTable('review')
      .set((eb) => ({ incident: JSON.stringify(incident), sortAtMs: incident.startedAt ?? eb.ref('createdAtMs') }))
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  marks: async (ids) => {
    if (ids.length === 0) return new Map();
    const rows = await selectMarks(db).where('review.id', 'in', ids).execute();
    return new Map(rows.map((row) => [row.id, toMarks(row)]));
  },

  compareAndSetMeeting: async (id, expectedVersion, meeting) => {
    const { numUpdatedRows } = await db
      .updateTable('review')
      .set({ meeting: JSON.stringify(meeting), meetingVersion: meeting.version })
      .where('id', '=', id)
      .where('meetingVersion', '=', expectedVersion)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  addSnapshot: async ({ id, reviewId, kind, name, stageId, createdAtMs, state }) => {
    await db
      .insertInto('boardSnapshot')
      .values({ id, reviewId, kind, name, stageId, createdAtMs, bytes: state.length, state })
      .execute();
  },

  listSnapshots: (reviewId) =>
    db
      .selectFrom('boardSnapshot')
      .select(['id', 'reviewId', 'kind', 'name', 'stageId', 'createdAtMs', 'bytes'])
      .where('reviewId', '=', reviewId)
      .orderBy('createdAtMs')
      .orderBy('id')
      .execute(),

  findSnapshot: async (reviewId, snapshotId) => {
    const row = await db
      .selectFrom('boardSnapshot')
      .selectAll()
      .where('reviewId', '=', reviewId)
      .where('id', '=', snapshotId)
      .executeTakeFirst();
    return row ?? null;
  },
});

const selectReviews = (db: Kysely<Tables>) =>
  db
    .selectFrom('review')
    .leftJoin('publication', 'publication.reviewId', 'review.id')
    .select(['review.id', 'review.incident', 'review.meeting', 'review.createdAtMs', 'review.demo'])
    .select(['publication.slug', 'publication.publishedAtMs'])
    .select((eb) => [
      eb
        .selectFrom('actionItem')
        .whereRef('actionItem.reviewId', '=', 'review.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('totalActions'),
      eb
        .selectFrom('actionItem')
        .whereRef('actionItem.reviewId', '=', 'review.id')
        .where('actionItem.status', 'not in', ['completed', 'wont_do'])
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('openActions'),
    ]);

type ReviewRow = Awaited<ReturnType<ReturnType<typeof selectReviews>['execute']>>[number];

const toReview = (row: ReviewRow): Review => ({
  id: row.id,
  incident: JSON.parse(row.incident) as Incident,
  meeting: JSON.parse(row.meeting) as StoredMeeting,
  createdAtMs: row.createdAtMs,
  demo: row.demo === 1,
  publication:
    row.slug !== null && row.publishedAtMs !== null ? { slug: row.slug, publishedAtMs: row.publishedAtMs } : null,
  // PostgreSQL counts in 64 bits, which its driver hands out as text.
  actions: { total: Number(row.totalActions), open: Number(row.openActions) },
});

const selectMarks = (db: Kysely<Tables>) =>
  db
    .selectFrom('review')
    .leftJoin('publication', 'publication.reviewId', 'review.id')
    .select(['review.id', 'review.meetingVersion', 'review.meeting', 'review.incident', 'publication.revision'])
    .select((eb) => [
      eb
        .selectFrom('boardSnapshot')
        .whereRef('boardSnapshot.reviewId', '=', 'review.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('snapshots'),
      eb
        .selectFrom('actionItem')
        .whereRef('actionItem.reviewId', '=', 'review.id')
        // A new action has version 1, and every change adds one.
        .select((inner) => inner.fn.sum<number>('actionItem.version').as('sum'))
        .as('actions'),
      eb
        .selectFrom('actionProposal')
        .whereRef('actionProposal.reviewId', '=', 'review.id')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('proposals'),
      eb
        .selectFrom('actionProposal')
        .whereRef('actionProposal.reviewId', '=', 'review.id')
        .where('actionProposal.state', '=', 'proposed')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .as('undecided'),
    ]);

type MarksRow = Awaited<ReturnType<ReturnType<typeof selectMarks>['execute']>>[number];

const toMarks = (row: MarksRow): ReviewMarks => ({
  meeting: row.meetingVersion,
  review: `${(JSON.parse(row.meeting) as StoredMeeting).status} ${row.revision ?? 0} ${row.incident}`,
  publication: `${row.revision ?? 0}`,
  snapshots: `${row.snapshots ?? 0}`,
  actionItems: `${row.actions ?? 0} ${row.proposals ?? 0} ${row.undecided ?? 0}`,
});
