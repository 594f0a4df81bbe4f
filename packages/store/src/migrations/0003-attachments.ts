// Files on cards: what is told of them, and which contents were ever begun. Never changed after a release.
import type { Kysely } from 'kysely';

export const attachments = () => ({
  up: async (db: Kysely<unknown>): Promise<void> => {
    // Refers to no review: what is left in a store of contents must be found after its review has gone.
    await db.schema
      .createTable('attachmentContent')
      .addColumn('key', 'text', (column) => column.primaryKey())
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('attachment')
      .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('participantId', 'text', (column) => column.references('participant.id').onDelete('set null'))
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('type', 'text', (column) => column.notNull())
      .addColumn('bytes', 'bigint', (column) => column.notNull())
      .addColumn('sha256', 'text', (column) => column.notNull())
      .addColumn('width', 'integer')
      .addColumn('height', 'integer')
      .addColumn('contentKey', 'text', (column) => column.notNull().references('attachmentContent.key'))
      .addColumn('thumbnailKey', 'text', (column) => column.references('attachmentContent.key'))
      .addColumn('thumbnailType', 'text')
      .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
      .addColumn('onBoard', 'integer', (column) => column.notNull())
      .addPrimaryKeyConstraint('attachmentKey', ['reviewId', 'id'])
      .execute();
    for (const column of ['contentKey', 'thumbnailKey', 'participantId'])
      await db.schema.createIndex(`attachmentBy_${column}`).on('attachment').column(column).execute();
  },
});
