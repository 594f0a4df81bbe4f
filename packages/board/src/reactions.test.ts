import type { CardId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { reactionKinds } from './cards.ts';
import { clipOf } from './clip.ts';
import { compareBoards } from './compare.ts';
import { addCard, editText, openWriter, removeCard, type Writer } from './operations.ts';
import { countReactions, toggleReaction, type Reactor } from './reactions.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';
import { openView } from './view.ts';

const card = 'card-0001' as CardId;
const other = 'card-0002' as CardId;
const person = (name: string): Reactor => ({
  id: `person-${name}` as ParticipantId,
  name,
  mark: `mark-of-${name}`,
  nameless: false,
});
const ada = person('Ada');
const ben = person('Ben');

const open = (doc = new Y.Doc()): Writer => {
  const writer = openWriter(doc);
  for (const id of [card, other])
    addCard(writer, { kind: 'learning', id, text: 'Every panel was green.' }, { author: null, nowMs: 0 });
  return writer;
};
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};
const given = ({ board }: Writer, id = card) =>
  snapshotOf(board.doc).cards.find((one) => one.id === id)?.reactions ?? [];

describe('reactions', () => {
  it('[E1] one a person and kind, taken back by giving it again', () => {
    const writer = open();
    expect(toggleReaction(writer, card, 'surprised', ada)).toBe('given');
    toggleReaction(writer, card, 'same-here', ben);
    toggleReaction(writer, card, 'surprised', ben);
    expect(given(writer)).toEqual([
      { kind: 'same-here', by: ben.id, name: 'Ben' },
      { kind: 'surprised', by: ada.id, name: 'Ada' },
      { kind: 'surprised', by: ben.id, name: 'Ben' },
    ]);
    expect(given(writer, other)).toEqual([]);
    expect(toggleReaction(writer, card, 'surprised', ada)).toBe('taken-back');
    expect(countReactions({ reactions: given(writer) }, ({ by }) => by === ada.id)).toEqual([
      { kind: 'same-here', count: 1, names: ['Ben'], mine: false },
      { kind: 'surprised', count: 1, names: ['Ben'], mine: false },
    ]);
    expect(toggleReaction(writer, 'card-gone' as CardId, 'more', ada)).toBeNull();
  });

  it('[E1] nobody’s is lost when many react at once, in any order of arrival', () => {
    const start = open().board.doc;
    const toggle = fc.record({
      person: fc.constantFrom('Ada', 'Ben', 'Cal'),
      kind: fc.constantFrom(...reactionKinds),
      nameless: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(toggle, { maxLength: 24 }), fc.boolean(), (toggles, backwards) => {
        const desks = new Map(['Ada', 'Ben', 'Cal'].map((name) => [name, openWriter(copyOf(start))]));
        const wanted = new Map<string, number>();
        for (const { person: name, kind, nameless } of toggles) {
          const desk = desks.get(name);
          if (!desk) continue;
          const now = toggleReaction(desk, card, kind, { ...person(name), nameless });
          wanted.set(`${name} ${kind}`, now === 'given' ? 1 : 0);
        }
        const docs = [...desks.values()].map(({ board }) => board.doc);
        const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
        for (const doc of docs)
          for (const update of backwards ? updates.toReversed() : updates) Y.applyUpdate(doc, update);
        const [first, ...rest] = docs.map((doc) => snapshotOf(doc));
        for (const snapshot of rest) expect(snapshot).toEqual(first);
        const total = [...wanted.values()].reduce((sum, one) => sum + one, 0);
        expect(first?.cards.find(({ id }) => id === card)?.reactions ?? []).toHaveLength(total);
      }),
    );
  });

  it('[E2] an anonymous one holds no person; without a mark there is none', () => {
    const writer = open();
    const nameless = { ...ada, nameless: true };
    expect(toggleReaction(writer, card, 'more', { ...nameless, mark: null })).toBeNull();
    expect(toggleReaction(writer, card, 'more', nameless)).toBe('given');
    expect(given(writer)).toEqual([{ kind: 'more', by: ada.mark, name: null }]);
    const bytes = String.fromCharCode(...Y.encodeStateAsUpdate(writer.board.doc));
    expect(bytes).not.toContain(ada.id);
    expect(bytes).not.toContain('{"name"');
    expect(toggleReaction(writer, card, 'more', nameless)).toBe('taken-back');
  });

  it('[E3] nobody counts twice, with the name once and once without', () => {
    const writer = open();
    toggleReaction(writer, card, 'more', ada);
    expect(toggleReaction(writer, card, 'more', { ...ada, nameless: true })).toBe('taken-back');
    expect(given(writer)).toEqual([]);
    toggleReaction(writer, card, 'more', { ...ada, nameless: true });
    expect(toggleReaction(writer, card, 'more', ada)).toBe('taken-back');
    expect(given(writer)).toEqual([]);
  });

  it('[E4] undo takes back my reaction and leaves what others gave and what I wrote before', () => {
    const writer = open();
    editText(writer, card, { index: 0, remove: 0, insert: 'So: ' });
    toggleReaction(writer, card, 'surprised', ada);
    const theirs = openWriter(copyOf(writer.board.doc));
    toggleReaction(theirs, card, 'surprised', ben);
    Y.applyUpdate(writer.board.doc, Y.encodeStateAsUpdate(theirs.board.doc));
    writer.undo.undo();
    expect(given(writer)).toEqual([{ kind: 'surprised', by: ben.id, name: 'Ben' }]);
    expect(snapshotOf(writer.board.doc).cards[0]?.text).toBe('So: Every panel was green.');
    writer.undo.redo();
    expect(given(writer)).toHaveLength(2);
  });

  it('[E5] what a hostile client wrote is read without harm', () => {
    const writer = open();
    const fields = writer.board.cards.get(card) as Y.Map<unknown>;
    writer.board.doc.transact(() => {
      fields.set('react:', true);
      fields.set('react:applause:person-Ada', true);
      fields.set('react:more', true);
      fields.set('react:more:short', true);
      fields.set('react:more:person-Ada:person-Ben', true);
      fields.set('react:more:person-Ada', { name: 'z'.repeat(300) });
      fields.set('react:surprised:person-Ben', [1, 2]);
      for (let n = 0; n < 600; n += 1) fields.set(`react:thank-you:person-${n}`, true);
    });
    const reactions = given(writer);
    expect(reactions).toHaveLength(400);
    expect(reactions.slice(0, 2)).toEqual([
      { kind: 'surprised', by: ben.id, name: null },
      { kind: 'more', by: ada.id, name: 'z'.repeat(80) },
    ]);
  });

  it('[E6] go with their card: compared, restored and removed with it, not copied', () => {
    const writer = open();
    const before = copyOf(writer.board.doc);
    toggleReaction(writer, card, 'more', ada);
    const then = copyOf(writer.board.doc);
    expect(compareBoards(snapshotOf(before), snapshotOf(then)).changed).toMatchObject([{ aspects: ['reactions'] }]);
    removeCard(writer, card);
    restoreBoard(writer.board.doc, then, {});
    expect(given(writer)).toEqual([{ kind: 'more', by: ada.id, name: 'Ada' }]);
    restoreBoard(writer.board.doc, before, {});
    expect(given(writer)).toEqual([]);
    const view = openView(then);
    expect(JSON.stringify(clipOf(view, [card]))).not.toContain('Ada');
    view.destroy();
  });
});
