import { addCard, editText, openWriter } from '@hearth/board/operations';
import { draftColumn, draftDocument } from '@hearth/board/drafts';
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { MemoryPendingStore } from '../live/test/memory-pending-store.ts';
import { readLeftBehind } from './left-behind.ts';

const review = 'review-1' as ReviewId;
const me = 'priya-raman' as ParticipantId;
const changeOf = (id: string, text: string): Uint8Array => {
  const doc = new Y.Doc();
  const card = { kind: 'perspective', id: id as CardId, text, columnId: draftColumn, facet: 'saw' } as const;
  addCard(openWriter(doc), card, { author: null, nowMs: 0 });
  return Y.encodeStateAsUpdate(doc);
};

it('[V4] finds what a closed tab has left of a round, whole or broken, and forgets it when told to', async () => {
  const store = new MemoryPendingStore();
  const document = draftDocument(review, me, 1);
  const updates = [changeOf('thought-1', 'Written offline'), Uint8Array.of(9, 9, 9), changeOf('thought-2', 'And this')];
  for (const [index, update] of updates.entries())
    await store.keep({ document, tab: 'gone', sequence: index + 1, update, madeAtMs: 0 });
  const left = await readLeftBehind(review, me, 1, store);
  expect(left.thoughts.map(({ id, text, anonymous }) => [id, text, anonymous])).toEqual(
    expect.arrayContaining([
      ['thought-1', 'Written offline', true],
      ['thought-2', 'And this', true],
    ]),
  );
  expect((await readLeftBehind(review, me, 2, store)).thoughts).toEqual([]);
  left.close();
  expect((await readLeftBehind(review, me, 1, store)).thoughts).toHaveLength(2);
  await left.forget();
  expect((await readLeftBehind(review, me, 1, store)).thoughts).toEqual([]);
});

it('[V4] reads what was written offline after words that the server had, and that are forgotten there by now', async () => {
  const store = new MemoryPendingStore();
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  const add = (id: string, text: string) =>
    addCard(
      writer,
      { kind: 'perspective', id: id as CardId, text, columnId: draftColumn, facet: 'knew' },
      { author: null, nowMs: 0 },
    );
  add('thought-1', 'The server had this one');
  const later: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => later.push(update));
  editText(writer, 'thought-1' as CardId, { index: 0, remove: 3, insert: 'Our' });
  add('thought-2', 'Written on the train');
  for (const [index, update] of later.entries())
    await store.keep({ document: draftDocument(review, me, 1), tab: 'gone', sequence: index + 1, update, madeAtMs: 0 });
  const left = await readLeftBehind(review, me, 1, store);
  expect(left.thoughts).toEqual([{ id: 'thought-2', text: 'Written on the train', facet: 'knew', anonymous: true }]);
});
