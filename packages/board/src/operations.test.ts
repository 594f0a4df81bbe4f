import type { AttachmentId, CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CardFile } from './cards.ts';
import {
  attachFile,
  describeFile,
  detachFile,
  addCard,
  addCards,
  addColumn,
  addLink,
  changeCard,
  editText,
  endEdit,
  moveCard,
  openWriter,
  removeCard,
  removeColumn,
  type Author,
  type NewCard,
  type Writer,
} from './operations.ts';
import { snapshotOf } from './snapshot.ts';

const by: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1000 };
const id = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;
const factor = (name: string, text = name): NewCard => ({ kind: 'factor', id: id(name), category: 'human', text });

const pair = (): [Writer, Writer] => {
  const left = new Y.Doc();
  const right = new Y.Doc();
  left.on('update', (update: Uint8Array, origin: unknown) => origin !== right && Y.applyUpdate(right, update, left));
  right.on('update', (update: Uint8Array, origin: unknown) => origin !== left && Y.applyUpdate(left, update, right));
  return [openWriter(left), openWriter(right)];
};
const one = (): Writer => openWriter(new Y.Doc());
const texts = (writer: Writer): string[] => snapshotOf(writer.board.doc).cards.map((card) => card.text);

describe('operations', () => {
  it('[W1] makes one update of one operation', () => {
    const writer = one();
    let updates = 0;
    writer.board.doc.on('update', () => updates++);
    addCards(writer, [factor('a'), factor('b'), factor('c')], by);
    expect(updates).toBe(1);
    expect(texts(writer)).toEqual(['a', 'b', 'c']);
  });

  it('[W2] undoes my card and leaves yours', () => {
    const [mine, yours] = pair();
    addCard(mine, factor('a'), by);
    addCard(yours, factor('b'), by);
    changeCard(yours, id('a'), { category: 'technical' });
    mine.undo.undo();
    expect(texts(yours)).toEqual(['b']);
    mine.undo.redo();
    expect(texts(yours).toSorted()).toEqual(['a', 'b']);
  });

  it('[W2] undoes my words inside your card, step by step', () => {
    const [mine, yours] = pair();
    addCard(yours, factor('a', 'slow'), by);
    editText(mine, id('a'), { index: 4, remove: 0, insert: ' and' });
    editText(mine, id('a'), { index: 8, remove: 0, insert: ' safe' });
    endEdit(mine);
    editText(yours, id('a'), { index: 0, remove: 0, insert: 'Very ' });
    editText(mine, id('a'), { index: 18, remove: 0, insert: '!' });
    expect(texts(mine)).toEqual(['Very slow and safe!']);
    mine.undo.undo();
    expect(texts(yours)).toEqual(['Very slow and safe']);
    mine.undo.undo();
    expect(texts(yours)).toEqual(['Very slow']);
  });

  it('[W3] does nothing to a card that is gone', () => {
    const writer = one();
    expect(changeCard(writer, id('a'), { category: 'human' })).toBe(false);
    expect(editText(writer, id('a'), { index: 0, remove: 0, insert: 'x' })).toBe(false);
    expect(moveCard(writer, id('a'), [], 'first')).toBe(false);
    expect(removeCard(writer, id('a'))).toBe(false);
  });

  it('[W3] writes no field that the kind does not have', () => {
    const writer = one();
    addCard(writer, factor('a'), by);
    expect(changeCard(writer, id('a'), { parked: true })).toBe(false);
    expect(writer.board.cards.toJSON()['card-000a']).not.toHaveProperty('parked');
  });

  it('[W4] adds an id once', () => {
    const writer = one();
    expect(addCard(writer, factor('a'), by)).toBe(true);
    expect(addCard(writer, factor('a', 'again'), by)).toBe(false);
    expect(texts(writer)).toEqual(['a']);
  });

  it('[W5] [W6] keeps one link a direction and removes it with its card', () => {
    const writer = one();
    addCards(writer, [factor('a'), factor('b')], by);
    const link = { from: id('a'), to: id('b') };
    addLink(writer, { ...link, id: 'link-0001' as LinkId, meaning: 'contributed' });
    addLink(writer, { ...link, id: 'link-0002' as LinkId, meaning: 'led-to' });
    expect(snapshotOf(writer.board.doc).links).toEqual([{ ...link, id: 'link-0001', meaning: 'led-to' }]);
    expect(addLink(writer, { id: 'link-0003' as LinkId, from: id('a'), to: id('a'), meaning: 'led-to' })).toBe(false);
    removeCard(writer, id('b'));
    expect(writer.board.links.size).toBe(0);
  });

  it('[W7] keeps a column that holds perspectives', () => {
    const writer = one();
    const columnId = 'column-01' as ColumnId;
    addColumn(writer, { id: columnId, name: 'Priya', role: 'Support' });
    addCard(writer, { kind: 'perspective', id: id('a'), columnId, facet: 'saw', text: 'calls' }, by);
    expect(removeColumn(writer, columnId)).toBe(false);
    removeCard(writer, id('a'));
    expect(removeColumn(writer, columnId)).toBe(true);
  });

  it('[W8] stores no author of an anonymous card', () => {
    const writer = one();
    addCard(writer, factor('a'), { author: null, nowMs: 1 });
    expect(snapshotOf(writer.board.doc).cards[0]?.author).toBeNull();
    expect(JSON.stringify(writer.board.doc.toJSON())).not.toContain('author');
  });

  it('[O2] moves a card before, after, first and last', () => {
    const writer = one();
    addCards(writer, [factor('a'), factor('b'), factor('c')], by);
    const list = () => snapshotOf(writer.board.doc).cards;
    moveCard(writer, id('c'), list(), { before: id('b') });
    expect(texts(writer)).toEqual(['a', 'c', 'b']);
    moveCard(writer, id('a'), list(), { after: id('c') }, { category: 'technical' });
    expect(texts(writer)).toEqual(['c', 'a', 'b']);
    expect(list()[1]).toMatchObject({ category: 'technical' });
    moveCard(writer, id('b'), list(), 'first');
    moveCard(writer, id('c'), list(), 'last');
    expect(texts(writer)).toEqual(['b', 'a', 'c']);
  });
});

describe('files on cards', () => {
  const file = (name: string, addedAt = 1): CardFile => ({
    id: `file-${name.padStart(4, '0')}` as AttachmentId,
    name: `${name}.png`,
    type: 'image/png',
    bytes: 900,
    width: 30,
    height: 20,
    alt: '',
    thumbnail: true,
    addedAt,
  });
  const filesOf = (writer: Writer): readonly CardFile[] => snapshotOf(writer.board.doc).cards[0]?.files ?? [];

  it('[W10] keeps what two people put on one card at once, in the order of their times', () => {
    const [left, right] = [one(), one()];
    addCard(left, factor('a'), by);
    Y.applyUpdate(right.board.doc, Y.encodeStateAsUpdate(left.board.doc));
    expect(attachFile(left, id('a'), file('late', 2))).toBe(true);
    expect(attachFile(right, id('a'), file('early', 1))).toBe(true);
    expect(attachFile(right, id('a'), file('early', 3))).toBe(false);
    Y.applyUpdate(right.board.doc, Y.encodeStateAsUpdate(left.board.doc));
    Y.applyUpdate(left.board.doc, Y.encodeStateAsUpdate(right.board.doc));
    expect(filesOf(left)).toEqual([file('early', 1), file('late', 2)]);
    expect(filesOf(right)).toEqual(filesOf(left));
  });

  it('[W10] [W2] tells what can be seen in it, and takes it off and back', () => {
    const writer = one();
    addCard(writer, { ...factor('a'), files: [file('graph')] }, by);
    expect(describeFile(writer, id('a'), file('graph').id, 'Queue depth')).toBe(true);
    expect(describeFile(writer, id('a'), file('graph').id, 'Queue depth')).toBe(false);
    expect(filesOf(writer)).toEqual([{ ...file('graph'), alt: 'Queue depth' }]);
    expect(detachFile(writer, id('a'), file('graph').id)).toBe(true);
    expect(detachFile(writer, id('a'), file('graph').id)).toBe(false);
    expect(filesOf(writer)).toEqual([]);
    writer.undo.undo();
    expect(filesOf(writer)).toEqual([{ ...file('graph'), alt: 'Queue depth' }]);
  });

  it('[W3] does nothing on a card or with a file that is not there', () => {
    const writer = one();
    addCard(writer, factor('a'), by);
    expect(attachFile(writer, id('b'), file('graph'))).toBe(false);
    expect(describeFile(writer, id('a'), file('graph').id, 'x')).toBe(false);
    expect(detachFile(writer, id('b'), file('graph').id)).toBe(false);
  });
});
