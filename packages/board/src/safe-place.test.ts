// What another version wrote, or what lost its place, is shown: nothing is dropped.
import type { CardId, ColumnId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { boardOf } from './document.ts';
import { addCard, addColumn, changeCard, openWriter } from './operations.ts';
import { columnOfNobody } from './read.ts';
import { snapshotOf } from './snapshot.ts';
import { openView } from './view.ts';

const written = (id: string, fields: Record<string, unknown>) => {
  const doc = new Y.Doc();
  boardOf(doc).cards.set(id, new Y.Map(Object.entries(fields)));
  return doc;
};

describe('a safe place', () => {
  it('[D7] a card of a kind that this version does not know is a question, with its words and its kind', () => {
    const doc = written('card-newer', { kind: 'hypothesis', text: new Y.Text('It was the cache'), confidence: 0.4 });
    const [card] = snapshotOf(doc).cards;
    expect(card).toMatchObject({ kind: 'question', unknownKind: 'hypothesis', text: 'It was the cache' });
    const view = openView(doc);
    expect(view.list('question').map(({ id }) => id)).toEqual(['card-newer']);
    const writer = openWriter(doc);
    changeCard(writer, 'card-newer' as CardId, { evidence: [{ url: 'https://a.example', label: '' }] });
    const kept = boardOf(doc).cards.get('card-newer') as Y.Map<unknown>;
    expect([kept.get('kind'), kept.get('confidence')]).toEqual(['hypothesis', 0.4]);
  });

  it('[D8] a perspective whose column is gone, or was never told, stands in a column of its own', () => {
    for (const columnId of ['column-gone', 7, undefined]) {
      const doc = written('view-00001', { kind: 'perspective', columnId, text: new Y.Text('Quiet') });
      const view = openView(doc);
      expect(view.columns()).toEqual([columnOfNobody]);
      expect(view.list('perspective')).toMatchObject([{ columnId: columnOfNobody.id, text: 'Quiet' }]);
      expect(snapshotOf(doc).columns).toEqual([columnOfNobody]);
    }
  });

  it('[D8] [V2] when its column comes it goes there, and the column of nobody is gone', () => {
    const doc = new Y.Doc();
    const writer = openWriter(doc);
    const view = openView(doc);
    const columnId = 'column-01' as ColumnId;
    addCard(
      writer,
      { kind: 'perspective', id: 'view-00001' as CardId, columnId, facet: 'saw', text: 'Quiet' },
      { author: null, nowMs: 0 },
    );
    expect(view.columns()).toEqual([columnOfNobody]);
    addColumn(writer, { id: columnId, name: 'Maya', role: '' });
    expect(view.columns().map(({ name }) => name)).toEqual(['Maya']);
    expect(view.list('perspective')).toMatchObject([{ columnId }]);
    boardOf(doc).columns.delete(columnId);
    expect(view.columns()).toEqual([columnOfNobody]);
    expect(view.columns()).toBe(view.columns());
    expect(snapshotOf(doc)).toMatchObject({ columns: [columnOfNobody], cards: [{ columnId: columnOfNobody.id }] });
  });

  it('[D8] without such cards there is no such column', () => {
    const doc = new Y.Doc();
    addColumn(openWriter(doc), { id: 'column-01' as ColumnId, name: 'Maya', role: '' });
    expect(openView(doc).columns()).toHaveLength(1);
    expect(snapshotOf(doc).columns).toHaveLength(1);
  });
});
