import type { CommentId, ParticipantId } from '@hearth/review/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { placesOf, rangeOf, wordsAt, type TextRange } from './anchors.ts';
import {
  beginThread,
  longestComment,
  moveThread,
  readComments,
  readThreads,
  removeComment,
  replyTo,
  resolveThread,
  viewComments,
} from './comments.ts';
import { compareBoards, isSame } from './compare.ts';
import { writeNarrative, type NarrativeNode } from './narrative.ts';
import { openWriter, type Author, type Writer } from './operations.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';

const by: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1000 };
const id = (name: string): CommentId => `comment-${name}` as CommentId;
const paragraph = (...content: NarrativeNode[]): NarrativeNode => ({ type: 'paragraph', content });
const text = (words: string): NarrativeNode => ({ type: 'text', text: words });
const cite: NarrativeNode = { type: 'cite', attrs: { cardId: 'card-0001', label: 'A card' } };

const open = (...content: NarrativeNode[]): Writer => {
  const writer = openWriter(new Y.Doc());
  writeNarrative(writer.board.narrative, { type: 'doc', content });
  return writer;
};
const letters = ({ board }: Writer, block = 0): Y.XmlText => {
  const found = (board.narrative.get(block) as Y.XmlElement).get(0);
  if (!(found instanceof Y.XmlText)) throw new Error('no words there');
  return found;
};
/** The range of some words, as the editor counts. */
const at = ({ board }: Writer, words: string): TextRange => {
  for (const block of placesOf(board.narrative).blocks) {
    const index = block.words.indexOf(words);
    if (index >= 0) return { from: block.from + index, to: block.from + index + words.length };
  }
  throw new Error(`nobody wrote "${words}"`);
};
const comment = (writer: Writer, words: string, name = '1'): boolean =>
  beginThread(writer, { id: id(name), range: at(writer, words), text: 'Is this so?' }, by);
/** The words that a comment stands at; null when they are gone. */
const wordsOf = ({ board }: Writer, name = '1'): string | null => {
  const found = readComments(board.comments).find(({ thread }) => thread.id === id(name));
  if (!found) throw new Error('no such thread');
  const places = placesOf(board.narrative);
  const range = rangeOf(board.doc, places, found.anchor, found.thread.quote);
  return range && wordsAt(places, range);
};
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('where a comment stands', () => {
  it('[M1] it keeps its words while others write before, after and between them', () => {
    const writer = open(paragraph(text('Nobody watched the queue at night.')));
    comment(writer, 'the queue');
    letters(writer).insert(0, 'So: ');
    letters(writer).insert(letters(writer).length, ' Or ever.');
    expect(wordsOf(writer)).toBe('the queue');
    letters(writer).insert(letters(writer).toString().indexOf('queue'), 'print ');
    expect(wordsOf(writer)).toBe('the print queue');
    const end = letters(writer).toString().indexOf(' at night');
    letters(writer).insert(end, 's');
    expect(wordsOf(writer)).toBe('the print queue');
  });

  it('[M2] it goes where its words went; where they are gone or stand twice, it is kept without a place', () => {
    const writer = open(paragraph(text('Nobody watched the print queue at night.')), paragraph(text('More.')));
    comment(writer, 'watched the print queue');
    writer.board.narrative.delete(0, 1);
    expect(wordsOf(writer)).toBeNull();
    expect(readThreads(writer.board.comments)[0]?.quote).toBe('watched the print queue');
    letters(writer).insert(0, 'Who watched the print queue? ');
    expect(wordsOf(writer)).toBe('watched the print queue');
    letters(writer).insert(0, 'We watched the print queue. ');
    expect(wordsOf(writer)).toBeNull();
  });

  it('[M2] short words are not followed', () => {
    const writer = open(paragraph(text('the queue')), paragraph(text('More.')));
    comment(writer, 'queue');
    writer.board.narrative.delete(0, 1);
    letters(writer).insert(0, 'queue ');
    expect(wordsOf(writer)).toBeNull();
  });

  it('[M3] nodes count as in the editor', () => {
    const writer = open(
      { type: 'horizontalRule' },
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('one'), cite, text('two'))] }] },
      paragraph(text('three')),
    );
    const { runs } = placesOf(writer.board.narrative);
    expect(runs.map(({ from }) => from)).toEqual([4, 8, 15]);
    expect(wordsAt(placesOf(writer.board.narrative), { from: 6, to: 17 })).toBe('etwo th');
    expect(beginThread(writer, { id: id('1'), range: { from: 6, to: 17 }, text: 'Both' }, by)).toBe(true);
    expect(wordsOf(writer)).toBe('etwo th');
  });

  it('[M1] it can be pinned anew', () => {
    const writer = open(paragraph(text('Nobody watched the queue at night.')));
    comment(writer, 'the queue');
    expect(moveThread(writer, id('1'), at(writer, 'at night'))).toBe(true);
    expect(wordsOf(writer)).toBe('at night');
    expect(moveThread(writer, id('2'), at(writer, 'at night'))).toBe(false);
  });
});

describe('threads', () => {
  it('[M5] are about words, have some, and are begun once', () => {
    const writer = open(paragraph(cite), paragraph(text('The queue.')));
    expect(beginThread(writer, { id: id('1'), range: { from: 1, to: 2 }, text: 'On a citation' }, by)).toBe(false);
    expect(beginThread(writer, { id: id('1'), range: at(writer, 'queue'), text: '  ' }, by)).toBe(false);
    expect(comment(writer, 'queue')).toBe(true);
    expect(comment(writer, 'queue')).toBe(false);
    expect(readThreads(writer.board.comments)).toEqual([
      {
        id: id('1'),
        author: { id: 'person-0001', name: 'Priya' },
        createdAt: 1000,
        text: 'Is this so?',
        card: null,
        quote: 'queue',
        resolved: null,
        replies: [],
      },
    ]);
  });

  it('[M6] two answers at once are both heard, and open what was resolved', () => {
    const one = open(paragraph(text('The queue.')));
    comment(one, 'queue');
    expect(resolveThread(one, id('1'), { name: 'Priya', nowMs: 5 })).toBe(true);
    expect(resolveThread(one, id('1'), { name: 'Priya', nowMs: 6 })).toBe(false);
    expect(readThreads(one.board.comments)[0]?.resolved).toEqual({ name: 'Priya', at: 5 });
    const other = openWriter(copyOf(one.board.doc));
    replyTo(one, id('1'), { id: id('2'), text: 'Yes' }, { ...by, nowMs: 7 });
    replyTo(other, id('1'), { id: id('3'), text: 'No' }, { author: null, nowMs: 6 });
    Y.applyUpdate(one.board.doc, Y.encodeStateAsUpdate(other.board.doc));
    Y.applyUpdate(other.board.doc, Y.encodeStateAsUpdate(one.board.doc));
    for (const { board } of [one, other]) {
      const [thread] = readThreads(board.comments);
      expect(thread?.resolved).toBeNull();
      expect(thread?.replies.map(({ text: words, author }) => [words, author?.name])).toEqual([
        ['No', undefined],
        ['Yes', 'Priya'],
      ]);
    }
    expect(replyTo(one, id('9'), { id: id('4'), text: 'To nobody' }, by)).toBe(false);
  });

  it('[M7] are removed with their answers, and nothing else is', () => {
    const writer = open(paragraph(text('The queue at night.')));
    comment(writer, 'queue');
    comment(writer, 'night', '2');
    replyTo(writer, id('1'), { id: id('3'), text: 'Yes' }, by);
    replyTo(writer, id('2'), { id: id('4'), text: 'Yes' }, by);
    expect(removeComment(writer, id('1'))).toBe(true);
    expect(removeComment(writer, id('1'))).toBe(false);
    expect(readThreads(writer.board.comments)).toMatchObject([{ id: id('2'), replies: [{ id: id('4') }] }]);
    expect(writer.board.comments.size).toBe(2);
  });

  it('[M4] never throw on what a client may have written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('comment-1', 'bad', 'comment-2'), fc.anything()), (entries) => {
        const doc = new Y.Doc();
        const { comments, narrative } = openWriter(doc).board;
        for (const [key, fields] of Object.entries(entries)) {
          const map = new Y.Map<unknown>();
          comments.set(key, map);
          map.set('text', 'words');
          try {
            map.set('about', { start: { client: 1, clock: 0 }, end: fields, quote: fields });
            map.set('author', fields);
            map.set('resolved', fields);
          } catch {
            // Yjs itself takes only what JSON can hold.
          }
        }
        for (const { anchor, thread } of readComments(comments))
          expect(rangeOf(doc, placesOf(narrative), anchor, thread.quote)).toBeNull();
      }),
    );
    const writer = open(paragraph(text('The queue.')));
    beginThread(writer, { id: id('1'), range: at(writer, 'queue'), text: 'x'.repeat(100_000) }, by);
    expect(readThreads(writer.board.comments)[0]?.text).toHaveLength(longestComment);
  });

  it('[M4] a view is the same until a comment changes', () => {
    const writer = open(paragraph(text('The queue.')));
    const view = viewComments(writer.board.doc);
    let told = 0;
    const stop = view.subscribe(() => (told += 1));
    const before = view.all();
    expect(view.all()).toBe(before);
    comment(writer, 'queue');
    expect(told).toBe(1);
    expect(view.all()).toHaveLength(1);
    stop();
    resolveThread(writer, id('1'), { name: 'Priya', nowMs: 5 });
    expect(told).toBe(1);
  });
});

describe('comments and history', () => {
  it('[M8] a restore brings them back at their words, and is none where nothing differs', () => {
    const writer = open(paragraph(text('Nobody watched the queue.')), paragraph(text('The queue grew.')));
    const range = at(writer, 'The queue');
    beginThread(writer, { id: id('1'), range, text: 'Which one?' }, by);
    const then = copyOf(writer.board.doc);
    removeComment(writer, id('1'));
    writer.board.narrative.delete(1, 1);
    comment(writer, 'watched', '2');
    const between = copyOf(writer.board.doc);
    expect(compareBoards(snapshotOf(then), snapshotOf(between)).comments).toMatchObject({
      added: [{ id: id('2') }],
      removed: [{ id: id('1') }],
    });

    expect(restoreBoard(writer.board.doc, then, null)).toBe(true);
    expect(isSame(compareBoards(snapshotOf(writer.board.doc), snapshotOf(then)))).toBe(true);
    expect(wordsOf(writer)).toBe('The queue');
    expect(restoreBoard(writer.board.doc, then, null)).toBe(false);

    expect(restoreBoard(writer.board.doc, between, null)).toBe(true);
    expect(snapshotOf(writer.board.doc)).toEqual(snapshotOf(between));
    expect(wordsOf(writer, '2')).toBe('watched');
  });

  it('[H8] an answer and a resolution are changes', () => {
    const writer = open(paragraph(text('The queue.')));
    comment(writer, 'queue');
    const before = snapshotOf(writer.board.doc);
    resolveThread(writer, id('1'), { name: 'Priya', nowMs: 5 });
    const { comments } = compareBoards(before, snapshotOf(writer.board.doc));
    expect(comments.changed.map(({ after }) => after.resolved?.name)).toEqual(['Priya']);
  });
});
