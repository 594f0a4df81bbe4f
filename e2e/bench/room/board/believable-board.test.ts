import { openWriter, addCards, addColumn, addLink } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { believableBoard } from './believable-board.ts';

test('as many cards as asked for, every kind among them, the same each time', () => {
  for (const count of [0, 1, 200, 2_000]) expect(believableBoard(count).cards).toHaveLength(count);
  const board = believableBoard(200);
  expect(new Set(board.cards.map(({ kind }) => kind)).size).toBe(6);
  expect(believableBoard(200)).toEqual(board);
  expect(believableBoard(200, 2)).not.toEqual(board);
});

test('what is made reads back whole from a document', () => {
  const { cards, columns, links } = believableBoard(300);
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  for (const column of columns) addColumn(writer, column);
  addCards(writer, cards, { author: null, nowMs: 0 });
  const linked = links.filter((link) => addLink(writer, link));
  const snapshot = snapshotOf(doc);
  expect(snapshot.cards).toHaveLength(300);
  expect(snapshot.links.length).toBe(new Set(linked.map(({ from, to }) => `${from} ${to}`)).size);
  expect(snapshot.links.length).toBeGreaterThan(40);
});
