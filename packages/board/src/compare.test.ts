import type { CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { Card } from './cards.ts';
import { compareBoards, isSame } from './compare.ts';
import { writeNarrative, type NarrativeNode } from './narrative.ts';
import {
  addCard,
  addColumn,
  addLink,
  changeCard,
  editText,
  moveCard,
  openWriter,
  removeCard,
  type Author,
  type NewCard,
} from './operations.ts';
import { snapshotOf, type BoardSnapshot } from './snapshot.ts';

const priya: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1000 };
const nobody: Author = { author: null, nowMs: 1000 };
const id = (name: string): CardId => `card-${name.padStart(4, '0')}` as CardId;
const factor = (name: string, text = name): NewCard => ({ kind: 'factor', id: id(name), category: 'human', text });
const open = () => {
  const writer = openWriter(new Y.Doc());
  return { writer, now: (): BoardSnapshot => snapshotOf(writer.board.doc) };
};
const ids = (cards: readonly Card[]): string[] => cards.map((card) => card.id);

describe('comparing two moments', () => {
  it('[H8] tells cards that came, went, changed and moved', () => {
    const { writer, now } = open();
    for (const name of ['a', 'b', 'c', 'd']) addCard(writer, factor(name), priya);
    const before = now();
    addCard(writer, factor('e'), nobody);
    removeCard(writer, id('a'));
    editText(writer, id('b'), { index: 1, remove: 0, insert: '!' });
    changeCard(writer, id('c'), { category: 'technical' });
    const found = compareBoards(before, now());
    expect([ids(found.added), ids(found.removed)]).toEqual([[id('e')], [id('a')]]);
    expect(found.changed.map(({ after, aspects }) => [after.id, aspects])).toEqual([[id('b'), ['text']]]);
    expect(found.moved.map(({ after, aspects }) => [after.id, aspects])).toEqual([[id('c'), ['place']]]);
    expect(isSame(found)).toBe(false);
    expect(isSame(compareBoards(now(), now()))).toBe(true);
  });

  it('[H9] names who added a card where the card does, and nobody for anything else', () => {
    const { writer, now } = open();
    const before = now();
    addCard(writer, factor('a'), priya);
    addCard(writer, factor('b'), nobody);
    const { added } = compareBoards(before, now());
    expect(added.map((card) => card.author?.name ?? null)).toEqual(['Priya', null]);
    editText(writer, id('a'), { index: 0, remove: 0, insert: 'x' });
    const { changed } = compareBoards(before, now());
    expect(changed).toEqual([]);
  });

  it('[H10] a card moved among its own, not those that it passed nor those whose rank was only written anew', () => {
    const { writer, now } = open();
    for (const name of ['a', 'b', 'c', 'd']) addCard(writer, factor(name), priya);
    const before = now();
    moveCard(writer, id('d'), now().cards, 'first');
    const found = compareBoards(before, now());
    expect(found.moved.map(({ after, aspects }) => [after.id, aspects])).toEqual([[id('d'), ['order']]]);
    const spread: BoardSnapshot = {
      ...before,
      cards: before.cards.map((card, index) => ({ ...card, rank: `0|${'abcd'[index]}:` })),
    };
    expect(isSame(compareBoards(before, spread))).toBe(true);
  });

  it('[H10] a dated event stands by its time, so that its rank is nobody’s news', () => {
    const { writer, now } = open();
    const event = (name: string, at: number | null): NewCard => ({
      kind: 'event',
      id: id(name),
      text: name,
      at,
      endAt: null,
      precision: 'exact',
      eventKind: 'action',
      lane: '',
      key: false,
    });
    addCard(writer, event('a', 10), priya);
    addCard(writer, event('b', 20), priya);
    const before = now();
    moveCard(writer, id('b'), now().cards, 'first');
    expect(isSame(compareBoards(before, now()))).toBe(true);
    changeCard(writer, id('b'), { at: 25, key: true });
    expect(compareBoards(before, now()).changed.map(({ aspects }) => aspects)).toEqual([['time', 'key']]);
  });

  it('[H8] tells columns and links', () => {
    const { writer, now } = open();
    addCard(writer, factor('a'), priya);
    addCard(writer, factor('b'), priya);
    const before = now();
    addColumn(writer, { id: 'column-01' as ColumnId, name: 'Tomasz', role: '' });
    addLink(writer, { id: 'link-0001' as LinkId, from: id('a'), to: id('b'), meaning: 'led-to' });
    const between = now();
    addLink(writer, { id: 'link-0001' as LinkId, from: id('a'), to: id('b'), meaning: 'contributed' });
    const found = compareBoards(before, between);
    expect([found.columns.added.length, found.links.added.length]).toEqual([1, 1]);
    expect(compareBoards(between, now()).links.changed.map(({ after }) => after.meaning)).toEqual(['contributed']);
    expect(compareBoards(between, before).columns.removed).toHaveLength(1);
  });

  it('[H8] tells the narrative by its blocks; empty ones are no news', () => {
    const block = (words: string): NarrativeNode => ({
      type: 'paragraph',
      ...(words ? { content: [{ type: 'text', text: words }] } : {}),
    });
    const board = (...blocks: NarrativeNode[]): BoardSnapshot => {
      const doc = new Y.Doc();
      writeNarrative(openWriter(doc).board.narrative, { type: 'doc', content: blocks });
      return snapshotOf(doc);
    };
    const before = board(block('Labels stopped printing at noon.'), block(''), block('Nobody was told.'));
    const after = board(block('Labels stopped printing at 13:22.'), block('Staff wrote by hand.'), block(''));
    expect(compareBoards(before, after).narrative.map(({ kind }) => kind)).toEqual(['changed', 'added', 'removed']);
    expect(
      compareBoards(before, board(block('Labels stopped printing at noon.'), block('Nobody was told.'))).narrative,
    ).toEqual([]);
  });
});
