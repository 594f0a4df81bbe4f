import type { CardId, ColumnId, LinkId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardOf } from './document.ts';
import { addCard, addLink, openWriter, removeCard, type NewCard } from './operations.ts';
import { putBack } from './put-back.ts';
import { snapshotOf } from './snapshot.ts';

const by = { author: { id: null, name: 'Priya' }, nowMs: 1_700_000_000_000 };
const factor = (id: string, text: string): NewCard => ({
  kind: 'factor',
  id: id as CardId,
  category: 'human',
  theme: null,
  text,
});
const started = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  for (const [id, text] of [
    ['factor-one', 'One'],
    ['factor-two', 'Two'],
    ['factor-three', 'Three'],
  ] as const)
    addCard(writer, factor(id, text), by);
  addLink(writer, {
    id: 'link-00001' as LinkId,
    from: 'factor-two' as CardId,
    to: 'factor-one' as CardId,
    meaning: 'led-to',
  });
  const before = snapshotOf(doc);
  const two = before.cards.find(({ id }) => id === 'factor-two');
  if (!two) throw new Error('no card');
  return { doc, writer, before, two };
};

describe('putting back', () => {
  it('[W11] a card that was removed stands where it stood, with its author, its time and its links', () => {
    const { doc, writer, before, two } = started();
    removeCard(openWriter(doc), two.id);
    expect(putBack(writer, two, before.links)).toBe(true);
    expect(snapshotOf(doc)).toEqual(before);
    writer.undo.undo();
    expect(snapshotOf(doc).cards.map(({ text }) => text)).toEqual(['One', 'Three']);
  });

  it('[W11] with the words that were being written; links to what is gone stay away', () => {
    const { doc, writer, before, two } = started();
    removeCard(writer, two.id);
    removeCard(writer, 'factor-one' as CardId);
    putBack(writer, { ...two, text: 'Two, and then' }, before.links);
    const after = snapshotOf(doc);
    expect(after.cards.map(({ text }) => text)).toEqual(['Two, and then', 'Three']);
    expect(after.links).toEqual([]);
  });

  it('[W11] a card that is back already takes the words, once', () => {
    const { doc, writer, two } = started();
    expect(putBack(writer, two, [])).toBe(false);
    expect(putBack(writer, { ...two, text: 'Two, mine' }, [])).toBe(true);
    expect(snapshotOf(doc).cards.map(({ text }) => text)).toEqual(['One', 'Two, mine', 'Three']);
  });

  it('[W11] [D7] a card of an unknown kind keeps its kind', () => {
    const { doc, writer } = started();
    const map = new Y.Map<unknown>([
      ['kind', 'hypothesis'],
      ['text', new Y.Text('It was the cache')],
    ]);
    boardOf(doc).cards.set('card-newer', map);
    const strange = snapshotOf(doc).cards.find(({ id }) => id === 'card-newer');
    if (!strange) throw new Error('no card');
    removeCard(writer, strange.id);
    putBack(writer, strange, []);
    expect(snapshotOf(doc).cards).toContainEqual(strange);
    expect((boardOf(doc).cards.get('card-newer') as Y.Map<unknown>).get('kind')).toBe('hypothesis');
  });

  it('[W11] a perspective comes back into its column', () => {
    const { doc, writer } = started();
    const card: NewCard = {
      kind: 'perspective',
      id: 'view-00001' as CardId,
      columnId: 'column-01' as ColumnId,
      facet: 'saw',
      text: 'Quiet',
    };
    addCard(writer, card, by);
    const seen = snapshotOf(doc).cards.find(({ id }) => id === card.id);
    if (!seen) throw new Error('no card');
    removeCard(writer, seen.id);
    putBack(writer, seen, []);
    expect(snapshotOf(doc).cards).toContainEqual(seen);
  });
});
