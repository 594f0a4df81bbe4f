// The first tables. Never changed after a release: a change is a new migration.
import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';

type Db = Kysely<unknown>;

export const first = (types: ColumnTypes) => ({
  up: async (db: Db): Promise<void> => {
    await createReviews(db, types);
    await createAccess(db);
    await createActionItems(db);
    await createPublishing(db);
    await createUpdateLog(db, types);
  },
});

const createReviews = async (db: Db, types: ColumnTypes): Promise<void> => {
  await db.schema
    .createTable('review')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('incident', 'text', (column) => column.notNull())
    .addColumn('sortAtMs', 'bigint', (column) => column.notNull())
    .addColumn('meeting', 'text', (column) => column.notNull())
    .addColumn('meetingVersion', 'bigint', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('demo', 'integer', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('reviewBySortAt').on('review').columns(['sortAtMs']).execute();
  await db.schema
    .createTable('boardSnapshot')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('stageId', 'text')
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('bytes', 'bigint', (column) => column.notNull())
    .addColumn('state', types.bytes, (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('boardSnapshotByReview')
    .on('boardSnapshot')
    .columns(['reviewId', 'createdAtMs', 'id'])
    .execute();
};

const createAccess = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('account')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('owner', 'integer', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('oneOwner')
    .unique()
    .on('account')
    .column('owner')
    .where(sql.ref('owner'), '=', sql.lit(1))
    .execute();
  await db.schema
    .createTable('ownerLink')
    .addColumn('secretHash', 'text', (column) => column.primaryKey())
    .addColumn('accountId', 'text', (column) => column.notNull().references('account.id').onDelete('cascade'))
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('usedAtMs', 'bigint')
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('tokenHash', 'text', (column) => column.notNull().unique())
    .addColumn('accountId', 'text', (column) => column.references('account.id').onDelete('cascade'))
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('expiresAtMs', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('joinLink')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('secretHash', 'text', (column) => column.notNull().unique())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('expiresAtMs', 'bigint', (column) => column.notNull())
    .addColumn('revokedAtMs', 'bigint')
    .execute();
  await db.schema.createIndex('joinLinkByReview').on('joinLink').columns(['reviewId', 'createdAtMs']).execute();
  await createParticipants(db);
};

const createParticipants = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('participant')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('joinLinkId', 'text', (column) => column.references('joinLink.id'))
    .addColumn('joinedAtMs', 'bigint', (column) => column.notNull())
    .addColumn('sessionId', 'text', (column) => column.references('session.id').onDelete('set null'))
    .addColumn('accountId', 'text', (column) => column.references('account.id').onDelete('set null'))
    .addUniqueConstraint('oneSeatASession', ['reviewId', 'sessionId'])
    .addUniqueConstraint('oneSeatAnAccount', ['reviewId', 'accountId'])
    .execute();
  for (const column of ['sessionId', 'accountId', 'joinLinkId'])
    await db.schema.createIndex(`participantBy_${column}`).on('participant').column(column).execute();
};

const createActionItems = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('actionItem')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('due', 'text')
    .addColumn('priority', 'text')
    .addColumn('kind', 'text')
    .addColumn('ticket', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull())
    .addColumn('completionNote', 'text', (column) => column.notNull())
    .addColumn('createdAtMs', 'bigint', (column) => column.notNull())
    .addColumn('updatedAtMs', 'bigint', (column) => column.notNull())
    .addColumn('completedAtMs', 'bigint')
    .addColumn('version', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('actionItemByReview').on('actionItem').columns(['reviewId', 'status']).execute();
  await db.schema
    .createTable('actionProposal')
    .addColumn('reviewId', 'text', (column) => column.notNull().references('review.id').onDelete('cascade'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('owner', 'text')
    .addColumn('due', 'text')
    .addColumn('priority', 'text')
    .addColumn('kind', 'text')
    .addColumn('ticket', 'text')
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('actionItemId', 'text', (column) => column.references('actionItem.id'))
    .addPrimaryKeyConstraint('actionProposalKey', ['reviewId', 'id'])
    .execute();
};

const createPublishing = async (db: Db): Promise<void> => {
  await db.schema
    .createTable('publication')
    .addColumn('reviewId', 'text', (column) => column.primaryKey().references('review.id').onDelete('cascade'))
    .addColumn('slug', 'text', (column) => column.notNull().unique())
    .addColumn('revision', 'integer', (column) => column.notNull())
    .addColumn('publishedAtMs', 'bigint', (column) => column.notNull())
    .addColumn('snapshotId', 'text', (column) => column.notNull())
    .addColumn('report', 'text', (column) => column.notNull())
    .addColumn('markdown', 'text', (column) => column.notNull())
    .execute();
};

const createUpdateLog = async (db: Db, types: ColumnTypes): Promise<void> => {
  await db.schema
    .createTable('liveDocument')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('lastSeq', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('documentUpdate')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', types.bytes, (column) => column.notNull())
    .addPrimaryKeyConstraint('documentUpdateKey', ['document', 'seq'])
    .execute();
  await db.schema
    .createTable('documentState')
    .addColumn('document', 'text', (column) => column.primaryKey())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', types.bytes, (column) => column.notNull())
    .execute();
};
