// What is known of the files on cards, on any engine. Rules: SPEC F1-F6.
import type { Kysely, Selectable } from 'kysely';
import type { Attachment, AttachmentStore } from './ports/attachments.ts';
import type { Tables } from './schema.ts';

const mostAtOnce = 500;

export const attachmentStore = (db: Kysely<Tables>): AttachmentStore => ({
  beginContent: async (key, nowMs) => {
    await db.insertInto('attachmentContent').values({ key, createdAtMs: nowMs }).execute();
  },

  unusedContents: async (beforeMs) => {
    const rows = await unused(db)
      .select('attachmentContent.key')
      .where('attachmentContent.createdAtMs', '<', beforeMs)
      .orderBy('attachmentContent.createdAtMs')
      .limit(mostAtOnce)
      .execute();
    return rows.map(({ key }) => key);
  },

  forgetContent: async (key) => {
    await db
      .deleteFrom('attachmentContent')
      .where('key', 'in', unused(db).select('attachmentContent.key').where('attachmentContent.key', '=', key))
      .execute();
  },

  add: (attachment, mostBytes) =>
    db.transaction().execute(async (tx) => {
      const { reviewId, id, thumbnail: _, ...columns } = attachment;
      // Takes the review's row: of two who add at the same time, the second counts what the first added.
      const held = await tx
        .updateTable('review')
        .set((eb) => ({ demo: eb.ref('demo') }))
        .where('id', '=', reviewId)
        .executeTakeFirst();
      if (held.numUpdatedRows === 0n) return { ok: false, reason: 'not-found' };
      const known = await selectOne(tx, reviewId, id);
      if (known) return { ok: false, reason: 'taken', attachment: toAttachment(known) };
      const { bytes } = await tx
        .selectFrom('attachment')
        .select((eb) => eb.fn.coalesce(eb.fn.sum<number | string>('bytes'), eb.val(0)).as('bytes'))
        .where('reviewId', '=', reviewId)
        .executeTakeFirstOrThrow();
      if (Number(bytes) + attachment.bytes > mostBytes) return { ok: false, reason: 'review-full' };
      await tx
        .insertInto('attachment')
        .values({ reviewId, id, ...columns, thumbnailKey: null, thumbnailType: null, onBoard: 0 })
        .execute();
      return { ok: true, attachment: { ...attachment, thumbnail: null } };
    }),

  addThumbnail: async (reviewId, id, { key, type }) => {
    const { numUpdatedRows } = await db
      .updateTable('attachment')
      .set({ thumbnailKey: key, thumbnailType: type })
      .where('reviewId', '=', reviewId)
      .where('id', '=', id)
      .where('thumbnailKey', 'is', null)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  },

  find: async (reviewId, id) => {
    const row = await selectOne(db, reviewId, id);
    return row ? toAttachment(row) : null;
  },

  list: async (reviewId) => {
    const rows = await db
      .selectFrom('attachment')
      .selectAll()
      .where('reviewId', '=', reviewId)
      .orderBy('createdAtMs')
      .orderBy('id')
      .execute();
    return rows.map(toAttachment);
  },

  remove: async (reviewId, id) => {
    const row = await db
      .deleteFrom('attachment')
      .where('reviewId', '=', reviewId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    return row ? toAttachment(row) : null;
  },

  notOnBoard: () =>
    db
      .selectFrom('attachment')
      .select(['reviewId', 'id', 'createdAtMs'])
      .where('onBoard', '=', 0)
      .orderBy('createdAtMs')
      .execute(),

  seenOnBoard: async (reviewId, ids) => {
    if (ids.length === 0) return;
    await db
      .updateTable('attachment')
      .set({ onBoard: 1 })
      .where('reviewId', '=', reviewId)
      .where('id', 'in', [...ids])
      .execute();
  },
});

const unused = (db: Kysely<Tables>) =>
  db.selectFrom('attachmentContent').where(({ not, exists, selectFrom }) =>
    not(
      exists(
        selectFrom('attachment')
          .select('attachment.id')
          .where((eb) =>
            eb.or([
              eb('attachment.contentKey', '=', eb.ref('attachmentContent.key')),
              eb('attachment.thumbnailKey', '=', eb.ref('attachmentContent.key')),
            ]),
          ),
      ),
    ),
  );

const selectOne = (db: Kysely<Tables>, reviewId: Attachment['reviewId'], id: Attachment['id']) =>
  db.selectFrom('attachment').selectAll().where('reviewId', '=', reviewId).where('id', '=', id).executeTakeFirst();

const toAttachment = (stored: Selectable<Tables['attachment']>): Attachment => {
  const { thumbnailKey: key, thumbnailType: type, onBoard: _, ...row } = stored;
  return { ...row, thumbnail: key === null || type === null ? null : { key, type } };
};
