import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { cardsOfClip, clipOf, readClip } from './clip.ts';
import { compareBoards } from './compare.ts';
import { disagreements, markDiscussed, tellDifferently } from './differently.ts';
import { namelessColumn, readThoughts, revealThoughts, draftColumn } from './drafts.ts';
import { addCard, addColumn, addLink, openWriter, removeCard, type Author, type Writer } from './operations.ts';
import { snapshotOf } from './snapshot.ts';
import { openView } from './view.ts';

const by = (name: string): Author => ({ author: { id: `person-${name}` as ParticipantId, name }, nowMs: 5 });
const priyas = 'column-priya' as ColumnId;
const saw = 'thought-priya' as CardId;
const early = 'event-early' as CardId;
const late = 'event-late1' as CardId;

const open = (): Writer => {
  const writer = openWriter(new Y.Doc());
  addColumn(writer, { id: priyas, name: 'Priya', role: '' });
  addCard(writer, { kind: 'perspective', id: saw, text: 'It was calm.', columnId: priyas, facet: 'saw' }, by('Priya'));
  for (const [id, at] of [
    [late, 9_000_000],
    [early, 1_000_000],
  ] as const)
    addCard(
      writer,
      { kind: 'event', id, text: id, at, endAt: null, precision: 'exact', eventKind: 'decision', lane: '', key: false },
      by('Priya'),
    );
  return writer;
};
const tell = (writer: Writer, name: string, about: CardId, author = by('Ada')): boolean =>
  tellDifferently(
    writer,
    { id: `account-${name}` as CardId, link: `link-${name}-1` as LinkId, about, text: ` ${name} `, facet: 'expected' },
    author,
  );
const cardOf = (writer: Writer, id: string) => snapshotOf(writer.board.doc).cards.find((card) => card.id === id);

describe('I saw it differently', () => {
  it('[P1] an account of its own in its author’s column, tied, in one step; what it is about stays as it is', () => {
    const writer = open();
    const before = cardOf(writer, saw);
    expect(tell(writer, 'one', saw)).toBe(true);
    expect(tell(writer, 'two', saw)).toBe(true);
    expect(cardOf(writer, saw)).toEqual(before);
    const { columns, cards } = snapshotOf(writer.board.doc);
    expect(columns.map(({ name }) => name)).toEqual(['Priya', 'Ada']);
    expect(cards.filter(({ id }) => id.startsWith('account'))).toMatchObject([
      { kind: 'perspective', text: 'one', columnId: 'person-Ada', facet: 'expected', author: { name: 'Ada' } },
      { text: 'two', columnId: 'person-Ada' },
    ]);
    expect(disagreements(snapshotOf(writer.board.doc))).toMatchObject([
      { link: { id: 'link-one-1' }, about: { id: saw }, account: { text: 'one' }, discussed: false },
      { account: { text: 'two' } },
    ]);
    writer.undo.undo();
    expect(disagreements(snapshotOf(writer.board.doc))).toHaveLength(1);
    writer.undo.undo();
    expect(snapshotOf(writer.board.doc).columns.map(({ name }) => name)).toEqual(['Priya']);
  });

  it('[P1] the column that bears one’s name is taken, whoever made it', () => {
    const writer = open();
    tell(writer, 'mine', early, by('Priya'));
    expect(cardOf(writer, 'account-mine')).toMatchObject({ columnId: priyas });
  });

  it('[P2] of perspectives and events only, which are there, in words, once', () => {
    const writer = open();
    const factor = 'factor-0001' as CardId;
    addCard(writer, { kind: 'factor', id: factor, text: 'A freeze', category: 'human' }, by('Priya'));
    expect(tell(writer, 'one', factor)).toBe(false);
    expect(tell(writer, 'one', 'card-gone' as CardId)).toBe(false);
    expect(tell(writer, '', saw)).toBe(false);
    expect(tell(writer, 'one', saw)).toBe(true);
    expect(tell(writer, 'one', saw)).toBe(false);
    addLink(writer, { id: 'link-odd-1' as LinkId, from: factor, to: saw, meaning: 'saw-differently' });
    addLink(writer, { id: 'link-odd-2' as LinkId, from: saw, to: factor, meaning: 'saw-differently' });
    expect(disagreements(snapshotOf(writer.board.doc))).toHaveLength(1);
    removeCard(writer, saw);
    expect(disagreements(snapshotOf(writer.board.doc))).toEqual([]);
    expect(cardOf(writer, 'account-one')).toMatchObject({ text: 'one' });
  });

  it('[P3] listed by what they are about; talked about and not, and differences tell of it', () => {
    const writer = open();
    tell(writer, 'three', saw);
    tell(writer, 'two', late);
    tell(writer, 'one', early);
    const told = () => disagreements(snapshotOf(writer.board.doc));
    expect(told().map(({ account }) => account.text)).toEqual(['one', 'two', 'three']);
    const before = snapshotOf(writer.board.doc);
    expect(markDiscussed(writer, 'link-two-1' as LinkId, true)).toBe(true);
    expect(markDiscussed(writer, 'link-two-1' as LinkId, true)).toBe(false);
    expect(
      told()
        .filter(({ discussed }) => !discussed)
        .map(({ account }) => account.text),
    ).toEqual(['one', 'three']);
    expect(compareBoards(before, snapshotOf(writer.board.doc)).links.changed).toHaveLength(1);
    markDiscussed(writer, 'link-two-1' as LinkId, false);
    expect(told().every(({ discussed }) => !discussed)).toBe(true);
    expect(markDiscussed(writer, 'link-gone-1' as LinkId, true)).toBe(false);
  });

  it('[P4] without an author it stands in the column without names', () => {
    const writer = open();
    tell(writer, 'one', saw, { author: null, nowMs: 5 });
    expect(cardOf(writer, 'account-one')).toMatchObject({ columnId: namelessColumn.id, author: null });
  });

  it('[C3] a copied pair keeps its tie', () => {
    const writer = open();
    tell(writer, 'one', saw);
    const view = openView(writer.board.doc);
    const clip = readClip(JSON.parse(JSON.stringify(clipOf(view, [saw, 'account-one' as CardId]))));
    let next = 0;
    const ids = { card: () => `copy-000${(next += 1)}` as CardId, link: () => 'link-copy-1' as LinkId };
    const pasted = clip && cardsOfClip(clip, null, view.columns(), ids);
    expect(pasted?.links).toMatchObject([{ from: 'copy-0002', to: 'copy-0001', meaning: 'saw-differently' }]);
    view.destroy();
  });

  it('[R7] what was written privately beside a card is tied to it by the reveal, once', () => {
    const draft = openWriter(new Y.Doc());
    const thought = 'thought-ada1' as CardId;
    addCard(draft, { kind: 'perspective', id: thought, text: 'No', columnId: draftColumn, facet: 'saw' }, by('Ada'));
    draft.board.links.set('tie-00001', { from: thought, to: saw, meaning: 'saw-differently' });
    const thoughts = readThoughts(draft.board.doc);
    expect(thoughts).toMatchObject([{ id: thought, differsFrom: saw }]);
    const writer = open();
    const drafts = [{ author: { id: 'person-Ada' as ParticipantId, name: 'Ada' }, thoughts }];
    for (let again = 0; again < 2; again += 1)
      revealThoughts(writer.board.doc, drafts, { attribution: 'anonymous', nowMs: 7 });
    expect(disagreements(snapshotOf(writer.board.doc))).toMatchObject([
      { about: { id: saw }, account: { id: thought, author: null } },
    ]);
    const without = open();
    removeCard(without, saw);
    revealThoughts(without.board.doc, drafts, { attribution: 'attributed', nowMs: 7 });
    expect(cardOf(without, thought)).toMatchObject({ text: 'No' });
    expect(snapshotOf(without.board.doc).links).toEqual([]);
  });
});
