import { beginThread, replyTo } from '@hearth/board/comments';
import { writeNarrative } from '@hearth/board/narrative';
import { addCard, addLink, editText, openWriter, removeCard, changeCard, type Writer } from '@hearth/board/operations';
import type { CardId, CommentId, LinkId } from '@hearth/review/ids';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPassages } from './passages.ts';

const by = { author: null, nowMs: 0 };
const id = (name: string) => `card-${name}-000000` as CardId;

/** Somebody's board, and what they have changed in it since the last look. */
const desk = () => {
  const doc = new Y.Doc();
  let changes: { update: Uint8Array }[] = [];
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'other') changes.push({ update });
  });
  const writer: Writer = openWriter(doc);
  const takeChanges = () => {
    const taken = changes;
    changes = [];
    return taken;
  };
  const elsewhere = (work: (writer: Writer) => void) => {
    const other = new Y.Doc();
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
    work(openWriter(other));
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'other');
  };
  return { doc, writer, takeChanges, elsewhere, passages: () => readPassages(doc, takeChanges()) };
};

describe('words of changes that were not taken', () => {
  test('[Q8] a new card: its kind, and what stands on it', () => {
    const { writer, passages } = desk();
    addCard(writer, { kind: 'factor', id: id('a'), text: 'Nobody watches the queue', category: 'technical' }, by);
    expect(passages()).toEqual([{ place: 'Factor', text: 'Nobody watches the queue' }]);
  });

  test('[Q8] letter by letter, in front and in the middle: in the order in which it reads, without what others wrote', () => {
    const { writer, takeChanges, passages } = desk();
    addCard(writer, { kind: 'learning', id: id('a'), text: 'Alarms were quiet' }, by);
    takeChanges();
    for (const [index, letter] of [...' at night'].entries())
      editText(writer, id('a'), { index: 17 + index, remove: 0, insert: letter });
    for (const [index, letter] of [...'All '].entries())
      editText(writer, id('a'), { index, remove: 0, insert: letter });
    expect(passages()).toEqual([{ place: 'Learning “All Alarms were quiet at night”', text: 'All  …  at night' }]);
  });

  test('[Q8] a comment and an answer', () => {
    const { writer, passages } = desk();
    writeNarrative(writer.board.narrative, {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: 'The queue.' }] }],
    });
    beginThread(writer, { id: 'comment-1' as CommentId, range: { from: 1, to: 4 }, text: 'Which?' }, by);
    replyTo(writer, 'comment-1' as CommentId, { id: 'comment-2' as CommentId, text: 'Both' }, by);
    expect(passages()).toEqual([
      { place: 'Comment', text: 'Which?' },
      { place: 'Comment', text: 'Both' },
      { place: 'Narrative', text: 'The queue.' },
    ]);
  });

  test('[Q8] what its author took back again is not told', () => {
    const { writer, takeChanges, passages } = desk();
    addCard(writer, { kind: 'learning', id: id('a'), text: 'Quiet' }, by);
    takeChanges();
    editText(writer, id('a'), { index: 5, remove: 0, insert: ' nights and days' });
    editText(writer, id('a'), { index: 6, remove: 11, insert: '' });
    expect(passages()).toEqual([{ place: 'Learning “Quiet days”', text: ' days' }]);
  });

  test('[Q8] words on a card that somebody else has removed meanwhile are told all the same', () => {
    const { writer, takeChanges, elsewhere, passages } = desk();
    addCard(writer, { kind: 'learning', id: id('a'), text: 'Quiet' }, by);
    takeChanges();
    editText(writer, id('a'), { index: 5, remove: 0, insert: ' nights' });
    elsewhere((other) => removeCard(other, id('a')));
    expect(passages()).toEqual([{ place: 'In a place that is there no more', text: ' nights' }]);
  });

  test('[Q8] links, times and fields in words; where a card stands is not told', () => {
    const { writer, takeChanges, passages } = desk();
    addCard(writer, { kind: 'factor', id: id('a'), text: 'No alarm', category: 'technical' }, by);
    addCard(
      writer,
      {
        kind: 'event',
        id: id('b'),
        text: 'Labels stop',
        at: 0,
        endAt: null,
        precision: 'exact',
        eventKind: 'impact',
        lane: '',
        key: false,
      },
      by,
    );
    takeChanges();
    addLink(writer, { id: 'link-000000000000' as LinkId, from: id('a'), to: id('b'), meaning: 'led-to' });
    changeCard(writer, id('b'), { at: Date.UTC(2026, 2, 12, 14, 24), lane: 'Packing' });
    expect(passages()).toEqual([
      { place: 'Links', text: '“No alarm” led to “Labels stop”' },
      { place: 'Event “Labels stop”', text: 'Time: 2026-03-12 14:24 UTC\nLane: Packing' },
    ]);
  });

  test('[Q8] the narrative: a line for each paragraph', () => {
    const { doc, passages } = desk();
    const fragment = doc.getXmlFragment('narrative');
    for (const words of ['It began at two.', 'It ended at four.']) {
      const paragraph = new Y.XmlElement('paragraph');
      fragment.push([paragraph]);
      paragraph.insert(0, [new Y.XmlText(words)]);
    }
    expect(passages()).toEqual([{ place: 'Narrative', text: 'It began at two.\nIt ended at four.' }]);
  });

  test('[Q8] moves and removals have no words', () => {
    const { writer, takeChanges, passages } = desk();
    addCard(writer, { kind: 'learning', id: id('a'), text: 'Quiet' }, by);
    takeChanges();
    removeCard(writer, id('a'));
    expect(passages()).toEqual([]);
  });
});
