import type { CardId, CommentId, ParticipantId } from '@hearth/review/ids';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import {
  beginCardThread,
  readComments,
  readThreads,
  removeComment,
  replyTo,
  resolveThread,
  viewComments,
} from './comments.ts';
import { compareBoards } from './compare.ts';
import { addCard, editText, openWriter, removeCard, type Author, type Writer } from './operations.ts';
import { restoreBoard } from './restore.ts';
import { snapshotOf } from './snapshot.ts';

const by: Author = { author: { id: 'person-0001' as ParticipantId, name: 'Priya' }, nowMs: 1000 };
const nobody: Author = { author: null, nowMs: 2000 };
const card = 'card-0001' as CardId;
const id = (name: string): CommentId => `comment-${name}` as CommentId;

const open = (words = 'Every panel was green.'): Writer => {
  const writer = openWriter(new Y.Doc());
  addCard(writer, { kind: 'learning', id: card, text: words }, by);
  return writer;
};
const comment = (writer: Writer, name = '1', author = by): boolean =>
  beginCardThread(writer, { id: id(name), card, text: 'Which panels?' }, author);
const copyOf = (doc: Y.Doc): Y.Doc => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
};

describe('comments on cards', () => {
  it('[M9] are threads: answered, resolved, opened again, removed', () => {
    const writer = open();
    expect(comment(writer)).toBe(true);
    expect(comment(writer)).toBe(false);
    expect(replyTo(writer, id('1'), { id: id('2'), text: 'Those of dispensing.' }, by)).toBe(true);
    expect(resolveThread(writer, id('1'), { name: 'Priya', nowMs: 3000 })).toBe(true);
    expect(readThreads(writer.board.comments)).toEqual([
      {
        id: id('1'),
        author: by.author,
        createdAt: 1000,
        text: 'Which panels?',
        card,
        quote: 'Every panel was green.',
        resolved: { name: 'Priya', at: 3000 },
        replies: [{ id: id('2'), author: by.author, createdAt: 1000, text: 'Those of dispensing.' }],
      },
    ]);
    expect(removeComment(writer, id('1'))).toBe(true);
    expect(writer.board.comments.size).toBe(0);
  });

  it('[M9] are about a card that is there, and say something', () => {
    const writer = open();
    expect(beginCardThread(writer, { id: id('1'), card: 'card-gone' as CardId, text: 'Hm' }, by)).toBe(false);
    expect(beginCardThread(writer, { id: id('1'), card, text: '  ' }, by)).toBe(false);
    expect(writer.board.comments.size).toBe(0);
  });

  it('[M9] outlive their card with its last words, and are about it again when it comes back', () => {
    const writer = open('Every panel');
    comment(writer);
    editText(writer, card, { index: 11, remove: 0, insert: ' was green.' });
    removeCard(writer, card);
    expect(readThreads(writer.board.comments)).toMatchObject([{ card, quote: 'Every panel was green.' }]);
    writer.undo.undo();
    expect(snapshotOf(writer.board.doc)).toMatchObject({
      cards: [{ id: card, text: 'Every panel was green.' }],
      comments: [{ card, text: 'Which panels?' }],
    });
  });

  it('[M9] stay out of the margin of the narrative', () => {
    const writer = open();
    comment(writer);
    expect(readComments(writer.board.comments)).toEqual([]);
    const view = viewComments(writer.board.doc);
    let told = 0;
    const stop = view.subscribe(() => {
      told += 1;
    });
    expect(view.threads()).toHaveLength(1);
    expect(view.threads()).toBe(view.threads());
    comment(writer, '2');
    expect(told).toBe(1);
    expect(view.threads()).toHaveLength(2);
    expect(view.all()).toEqual([]);
    stop();
  });

  it('[M10] carry nobody in an anonymous stage', () => {
    const writer = open();
    comment(writer, '1', nobody);
    resolveThread(writer, id('1'), { name: '', nowMs: 1 });
    expect(JSON.stringify(writer.board.comments.toJSON())).not.toContain('Priya');
    expect(readThreads(writer.board.comments)).toMatchObject([{ author: null, resolved: { name: '' } }]);
  });

  it('[M4] what a hostile client wrote is read without harm', () => {
    const writer = open();
    const put = (name: string, fields: Record<string, unknown>): void =>
      void writer.board.comments.set(id(name), new Y.Map(Object.entries({ text: 'words', ...fields })));
    put('a', { about: { card: 'no id!' } });
    put('b', { about: { card: { toString: 1 } } });
    put('c', { about: card });
    put('d', { about: new Y.Map([['card', card]]) });
    put('e', { about: { card, quote: 'x'.repeat(5000) }, author: { name: 'y'.repeat(500), id: '?' }, resolved: [] });
    put('f', { about: { card, quote: 7 }, createdAt: 'soon', resolved: 3 });
    const threads = readThreads(writer.board.comments);
    expect(threads.map((thread) => thread.id)).toEqual([id('e'), id('f')]);
    expect(threads[0]?.quote).toHaveLength(400);
    expect(threads[0]?.author).toEqual({ id: null, name: 'y'.repeat(80) });
    expect(() => removeCard(writer, card)).not.toThrow();
  });

  it('[M8] come back with a restore, and differences tell of them', () => {
    const writer = open();
    const before = copyOf(writer.board.doc);
    comment(writer);
    const then = copyOf(writer.board.doc);
    expect(compareBoards(snapshotOf(before), snapshotOf(then)).comments.added).toMatchObject([{ card }]);
    removeCard(writer, card);
    removeComment(writer, id('1'));
    expect(restoreBoard(writer.board.doc, then, {})).toBe(true);
    expect(snapshotOf(writer.board.doc)).toEqual(snapshotOf(then));
    expect(restoreBoard(writer.board.doc, then, {})).toBe(false);
    restoreBoard(writer.board.doc, before, {});
    expect(snapshotOf(writer.board.doc).comments).toEqual([]);
  });
});
