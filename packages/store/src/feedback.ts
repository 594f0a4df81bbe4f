// What people say after a meeting, on any engine. Rules: SPEC V1-V4.
import type { Kysely } from 'kysely';
import { feedbackLimits, withAnswer, type FeedbackAnswer } from '@hearth/review/feedback/feedback';
import type { ReviewId } from '@hearth/review/ids';
import type { FeedbackStore, GiveOutcome } from './ports/feedback.ts';
import type { Tables } from './schema.ts';

export const feedbackStore = (db: Kysely<Tables>): FeedbackStore => ({
  give: (reviewId, participantId, answer) =>
    db.transaction().execute(async (tx): Promise<GiveOutcome> => {
      // Takes the review's row lock: of two who answer at once the second sees the first.
      await tx
        .updateTable('review')
        .set((eb) => ({ demo: eb.ref('demo') }))
        .where('id', '=', reviewId)
        .execute();
      const givers = await giversOf(tx, reviewId);
      if (givers.includes(participantId)) return 'given-before';
      const answers = await answersOf(tx, reviewId);
      if (answers.length >= feedbackLimits.answers) return 'full';

      // Where a row lies in a file, and which transaction wrote it, would tell who wrote which answer. So all rows of the
      // review are written anew each time, in the order of ids that mean nothing.
      await tx.deleteFrom('feedbackAnswer').where('reviewId', '=', reviewId).execute();
      await tx.deleteFrom('feedbackGiver').where('reviewId', '=', reviewId).execute();
      for (const rows of inBatches(withAnswer(answers, answer)))
        await tx
          .insertInto('feedbackAnswer')
          .values(rows.map((row) => ({ ...row, reviewId, together: row.together ? 1 : 0 }) as const))
          .execute();
      for (const rows of inBatches([...givers, participantId].toSorted()))
        await tx
          .insertInto('feedbackGiver')
          .values(rows.map((giver) => ({ reviewId, participantId: giver })))
          .execute();
      return 'given';
    }),

  hasGiven: async (reviewId, participantId) => {
    const row = await db
      .selectFrom('feedbackGiver')
      .select('participantId')
      .where('reviewId', '=', reviewId)
      .where('participantId', '=', participantId)
      .executeTakeFirst();
    return row !== undefined;
  },

  answers: (reviewId) => answersOf(db, reviewId),
});

const answersOf = async (db: Kysely<Tables>, reviewId: ReviewId): Promise<FeedbackAnswer[]> => {
  const rows = await db
    .selectFrom('feedbackAnswer')
    .select(['id', 'day', 'facilitation', 'document', 'learned', 'again', 'helped', 'change', 'together'])
    .where('reviewId', '=', reviewId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, together: row.together === 1 }));
};

const giversOf = async (db: Kysely<Tables>, reviewId: ReviewId) => {
  const rows = await db.selectFrom('feedbackGiver').select('participantId').where('reviewId', '=', reviewId).execute();
  return rows.map(({ participantId }) => participantId);
};

const batch = 50;
const inBatches = <Row>(rows: readonly Row[]): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) => rows.slice(index * batch, (index + 1) * batch));
