// What people say after a meeting, and apart from it who has said something. Never changed after a release.
import type { Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';

export const feedback = (types: ColumnTypes) => ({
  up: async (db: Kysely<unknown>): Promise<void> => {
    // Neither table has a time, and no row of one leads to a row of the other: see feedback.ts.
    await db.schema
      .createTable('feedbackAnswer')
      .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('day', 'text', (column) => column.notNull())
      .addColumn('facilitation', 'integer')
      .addColumn('document', 'integer')
      .addColumn('learned', 'text')
      .addColumn('again', 'text')
      .addColumn('helped', 'text', (column) => column.notNull())
      .addColumn('change', 'text', (column) => column.notNull())
      .addColumn('together', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('feedbackAnswerKey', ['reviewId', 'id'])
      .modifyEnd(types.byKey)
      .execute();
    await db.schema
      .createTable('feedbackGiver')
      .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
      .addColumn('participantId', 'text', (column) => column.notNull().references('participant.id').onDelete('cascade'))
      .addPrimaryKeyConstraint('feedbackGiverKey', ['reviewId', 'participantId'])
      .modifyEnd(types.byKey)
      .execute();
    await db.schema.createIndex('feedbackGiverByParticipant').on('feedbackGiver').column('participantId').execute();
  },
});
