import type { CardId, ColumnId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import {
  draftColumn,
  draftDocument,
  mostThoughts,
  namelessColumn,
  readThoughts,
  revealThoughts,
  type Draft,
} from './drafts.ts';
import { addCard, addColumn, openWriter, removeCard, editText } from './operations.ts';
import { snapshotOf } from './snapshot.ts';

const priya = { id: 'priya-raman' as ParticipantId, name: 'Priya Raman' };
const tomasz = { id: 'tomasz-wolny' as ParticipantId, name: 'Tomasz' };
const nowMs = Date.UTC(2026, 10, 21);

const write = (draft: Y.Doc, id: string, text: string, author: Draft['author'] | null): void => {
  const card = { kind: 'perspective', id: id as CardId, text, columnId: draftColumn, facet: 'knew' } as const;
  addCard(openWriter(draft), card, { author, nowMs: 5 });
};
const draftOf = (author: Draft['author'], ids: readonly string[], anonymous = false): Draft => {
  const doc = new Y.Doc();
  for (const id of ids) write(doc, id, `what ${id} says`, anonymous ? null : author);
  return { author, thoughts: readThoughts(doc) };
};
const cardsOf = (board: Y.Doc) => snapshotOf(board).cards;
const attributed = { attribution: 'attributed', nowMs } as const;
const anonymous = { attribution: 'anonymous', nowMs } as const;

describe('a draft', () => {
  test('[R1] is a document of one person and one round', () => {
    expect(draftDocument('review-1' as ReviewId, priya.id, 2)).toBe('draft/review-1/priya-raman/2');
  });

  test('[R2] is read in its order, without what is empty, broken or no perspective, and no further than the limit', () => {
    const doc = new Y.Doc();
    write(doc, 'thought-2', ' the second comes first ', priya);
    write(doc, 'thought-1', 'then the first', null);
    write(doc, 'thought-3', '   ', priya);
    addCard(openWriter(doc), { kind: 'learning', id: 'learning-1' as CardId, text: 'no' }, { author: null, nowMs });
    doc.getMap('cards').set('thought-4', 'no map');
    expect(readThoughts(doc)).toEqual([
      { id: 'thought-2', text: 'the second comes first', facet: 'knew', anonymous: false },
      { id: 'thought-1', text: 'then the first', facet: 'knew', anonymous: true },
    ]);
    const many = new Y.Doc();
    many.transact(() => {
      for (let index = 0; index <= mostThoughts; index += 1)
        many
          .getMap('cards')
          .set(
            `thought-${index}`,
            new Y.Map(Object.entries({ kind: 'perspective', columnId: draftColumn, text: 'words' })),
          );
    });
    expect(readThoughts(many)).toHaveLength(mostThoughts);
  });
});

describe('a reveal', () => {
  test('[R3] is one update; each person’s thoughts stand in their own column, in their order, with their name', () => {
    const board = new Y.Doc();
    addColumn(openWriter(board), { id: 'column-1' as ColumnId, name: 'priya raman ', role: 'Support' });
    const updates: Uint8Array[] = [];
    board.on('update', (update: Uint8Array) => updates.push(update));
    const drafts = [draftOf(priya, ['thought-2', 'thought-1']), draftOf(tomasz, ['thought-3'])];
    expect(revealThoughts(board, drafts, attributed)).toBe(3);
    expect(updates).toHaveLength(1);
    const { cards, columns } = snapshotOf(board);
    expect(columns.map(({ id, name }) => [id, name])).toEqual([
      ['column-1', 'priya raman '],
      [tomasz.id, 'Tomasz'],
    ]);
    expect(cards).toMatchObject([
      { id: 'thought-2', columnId: 'column-1', author: priya, text: 'what thought-2 says', facet: 'knew' },
      { id: 'thought-1', columnId: 'column-1', author: priya },
      { id: 'thought-3', columnId: tomasz.id, author: tomasz },
    ]);
  });

  test('[R4] without names leaves no author, no column, no time and no order that tells who wrote what', () => {
    const board = new Y.Doc();
    const drafts = [draftOf(priya, ['thought-9', 'thought-1']), draftOf(tomasz, ['thought-5'])];
    revealThoughts(board, drafts, anonymous);
    const { cards, columns } = snapshotOf(board);
    expect(columns).toMatchObject([namelessColumn]);
    expect(cards.map(({ id, author, createdAt }) => [id, author, createdAt])).toEqual([
      ['thought-1', null, nowMs],
      ['thought-5', null, nowMs],
      ['thought-9', null, nowMs],
    ]);
    const bytes = String.fromCharCode(...Y.encodeStateAsUpdate(board));
    for (const { id, name } of [priya, tomasz]) {
      expect(bytes).not.toContain(id);
      expect(bytes).not.toContain(name);
    }
    const otherWayRound = new Y.Doc();
    revealThoughts(otherWayRound, drafts.toReversed(), anonymous);
    expect(snapshotOf(otherWayRound)).toEqual(snapshotOf(board));
  });

  test('[R4] keeps the promise under which a thought was written, whatever the round has become', () => {
    const board = new Y.Doc();
    revealThoughts(board, [draftOf(priya, ['thought-1'], true)], attributed);
    expect(cardsOf(board)).toMatchObject([{ id: 'thought-1', author: null, columnId: namelessColumn.id }]);
  });

  test('[R5] repeated adds nothing, and brings back nothing that was edited or removed since', () => {
    const board = new Y.Doc();
    const drafts = [draftOf(priya, ['thought-1', 'thought-2', 'thought-3'])];
    revealThoughts(board, drafts, attributed);
    const writer = openWriter(board);
    removeCard(writer, 'thought-1' as CardId);
    editText(writer, 'thought-2' as CardId, { index: 0, remove: 4, insert: 'All' });
    const before = snapshotOf(board);
    expect(revealThoughts(board, drafts, attributed)).toBe(0);
    expect(snapshotOf(board)).toEqual(before);
    const reloaded = new Y.Doc();
    Y.applyUpdate(reloaded, Y.encodeStateAsUpdate(board));
    expect(revealThoughts(reloaded, drafts, attributed)).toBe(0);
    const later = [{ ...drafts[0]!, thoughts: [...drafts[0]!.thoughts, ...draftOf(priya, ['thought-4']).thoughts] }];
    expect(revealThoughts(reloaded, later, attributed)).toBe(1);
  });

  test('[R6] by two servers at once gives each thought once', () => {
    const [here, there] = [new Y.Doc(), new Y.Doc()];
    const drafts = [draftOf(priya, ['thought-1', 'thought-2']), draftOf(tomasz, ['thought-3'], true)];
    for (const board of [here, there]) revealThoughts(board, drafts, attributed);
    Y.applyUpdate(here, Y.encodeStateAsUpdate(there));
    Y.applyUpdate(there, Y.encodeStateAsUpdate(here));
    expect(snapshotOf(here)).toEqual(snapshotOf(there));
    expect(
      cardsOf(here)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['thought-1', 'thought-2', 'thought-3']);
    expect(snapshotOf(here).columns).toHaveLength(2);
  });
});
