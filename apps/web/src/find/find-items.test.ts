import { beginCardThread, readThreads } from '@hearth/board/comments';
import { addCard, addColumn, addLink, openWriter, removeCard } from '@hearth/board/operations';
import { writeNarrative } from '@hearth/board/narrative';
import { findWords } from '@hearth/board/search';
import { groupCards } from '@hearth/board/themes';
import { openView } from '@hearth/board/view';
import type { CardId, ColumnId, CommentId, LinkId, ParticipantId, ThemeId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { findItems, tellsMore } from './find-items.ts';

const at = Date.UTC(2026, 10, 12, 14, 24);
const by = { author: null, nowMs: 1 };
const card = (name: string): CardId => `card-${name}` as CardId;

const open = () => {
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  const view = openView(doc);
  addColumn(writer, { id: 'column-1' as ColumnId, name: 'Mara Ilić', role: 'On-call' });
  addCard(
    writer,
    {
      kind: 'perspective',
      id: card('saw'),
      text: 'The panel was green',
      columnId: 'column-1' as ColumnId,
      facet: 'saw',
    },
    by,
  );
  addCard(writer, { kind: 'factor', id: card('firmware'), text: 'One firmware', category: 'technical' }, by);
  addCard(
    writer,
    {
      kind: 'event',
      id: card('calls'),
      text: 'Four calls',
      at,
      endAt: null,
      precision: 'exact',
      eventKind: 'detection',
      lane: 'Support',
      key: true,
    },
    by,
  );
  addLink(writer, { id: 'link-0001' as LinkId, from: card('firmware'), to: card('calls'), meaning: 'made-possible' });
  writeNarrative(writer.board.narrative, {
    type: 'doc',
    content: [
      { type: 'heading', content: [{ type: 'text', text: 'What happened' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Labels stopped at Oldham Road.' }] },
    ],
  });
  beginCardThread(writer, { id: 'comment-1' as CommentId, card: card('calls'), text: 'Who took these?' }, by);
  const people = [{ participantId: 'person-0001' as ParticipantId, name: 'Mara Ilić' }];
  const items = () =>
    findItems({
      view,
      narrative: writer.board.narrative,
      comments: readThreads(writer.board.comments),
      people,
      anchorMs: at,
      zone: 'UTC',
    });
  const keys = (query: string): string[] =>
    findWords(items(), query)
      .filter((one) => tellsMore(one, query))
      .map(({ item }) => `${item.section}: ${item.key}`);
  return { writer, items, keys };
};

describe('[B21] what can be found', () => {
  it('comments by words and author; by those of their card once that is gone', () => {
    const { writer, keys } = open();
    expect(keys('took')).toEqual(['Comments: comment-1']);
    expect(keys('four calls')).toEqual(['Timeline: card-calls']);
    removeCard(writer, card('calls'));
    expect(keys('four calls')).toEqual(['Comments: comment-1']);
  });

  it('cards by words, time, lane and kind', () => {
    const { keys } = open();
    expect(keys('four')).toEqual(['Timeline: card-calls']);
    expect(keys('14:24')).toEqual(['Timeline: card-calls']);
    expect(keys('support detection')).toEqual(['Timeline: card-calls']);
    expect(keys('technical')).toEqual(['Factors: card-firmware']);
  });

  it('columns, what stands in them, people and paragraphs, in the order of the room', () => {
    const { keys } = open();
    expect(keys('ilic')).toEqual(['Perspectives: column-1', 'Perspectives: card-saw', 'People: person-0001']);
    expect(keys('oldham')).toEqual(['Narrative: block 1']);
  });

  it('themes by their name, before the factors in them', () => {
    const { writer, keys } = open();
    groupCards(writer, { id: 'theme-0001' as ThemeId, name: 'Silent queues' }, [card('firmware')]);
    expect(keys('silent')).toEqual(['Factors: theme-0001', 'Factors: card-firmware']);
  });

  it('links by what they mean, and not for every word of their cards', () => {
    const { keys } = open();
    expect(keys('made possible')).toEqual(['Links: link-0001']);
    expect(keys('firmware possible')).toEqual(['Links: link-0001']);
    expect(keys('firmware')).toEqual(['Factors: card-firmware']);
  });

  it('an item stays the same object until its words change', () => {
    const { items, writer } = open();
    const before = items();
    addCard(writer, { kind: 'learning', id: card('new'), text: 'new' }, by);
    const after = items();
    expect(after.find((item) => item.key === card('calls'))).toBe(before.find((item) => item.key === card('calls')));
    expect(after).toHaveLength(before.length + 1);
  });
});
