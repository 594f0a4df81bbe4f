import { beginCardThread, readThreads, replyTo, resolveThread } from '@hearth/board/comments';
import { addCard, openWriter, removeCard, type Author, type Writer } from '@hearth/board/operations';
import type { CardId, CommentId, ParticipantId } from '@hearth/review/ids';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { countByCard, countWords, unreadIn } from './counts.ts';
import { openDeviceNotes } from './device-notes.ts';
import { mentionBefore, names, namesFor, stretchesOf } from './mentions.ts';
import { sortedThreads } from './sorted.ts';
import { saidWords, watchTalk, type Said } from './talk-news.ts';

const by = (name: string): Author => ({ author: { id: `person-${name}` as ParticipantId, name }, nowMs: 1 });
const card = (name: string): CardId => `card-${name}` as CardId;
const comment = (name: string): CommentId => `comment-${name}` as CommentId;
const mineOf = (name: string) => (remark: { author: { id: string | null } | null }) =>
  remark.author?.id === `person-${name}`;

const open = (): Writer => {
  const writer = openWriter(new Y.Doc());
  for (const name of ['one1', 'two2'])
    addCard(writer, { kind: 'learning', id: card(name), text: `Words of ${name}` }, by('Ada'));
  return writer;
};
const say = (writer: Writer, name: string, on: string, who = 'Ada', text = 'Why?'): boolean =>
  beginCardThread(writer, { id: comment(name), card: card(on), text }, by(who));

const shelf = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
};

describe('what is said about cards', () => {
  it('[N1] unread is what others said since my first visit and I have not seen', () => {
    const writer = open();
    say(writer, '1', 'one1');
    const notes = openDeviceNotes(shelf(), 'room', () => 'mark-0001');
    const threads = () => readThreads(writer.board.comments);
    const isMine = mineOf('Ben');
    expect(countByCard(threads(), notes.kept(), isMine).get(card('one1'))?.unread).toBe(0);
    notes.begin([comment('1')]);
    replyTo(writer, comment('1'), { id: comment('2'), text: 'Because.' }, by('Ada'));
    replyTo(writer, comment('1'), { id: comment('3'), text: 'I see.' }, by('Ben'));
    const [thread] = threads();
    expect(thread && unreadIn(thread, notes.kept(), isMine)).toEqual([comment('2')]);
    const count = countByCard(threads(), notes.kept(), isMine).get(card('one1'));
    expect(count).toEqual({ open: 1, resolved: 0, unread: 1 });
    expect(count && countWords(count)).toBe('1 comment, 1 unread');
    notes.see([comment('2')]);
    notes.begin([]);
    resolveThread(writer, comment('1'), { name: 'Ada', nowMs: 2 });
    expect(countByCard(threads(), notes.kept(), isMine).get(card('one1'))).toEqual({
      open: 0,
      resolved: 1,
      unread: 0,
    });
  });

  it('[N2] open, resolved and mine, in the order of the board; what is gone comes last', () => {
    const writer = open();
    say(writer, '1', 'two2', 'Ben');
    say(writer, '2', 'one1');
    say(writer, '3', 'one1', 'Ben');
    const order = { cards: [card('one1'), card('two2')], placeInNarrative: new Map(), isMine: mineOf('Ben') };
    const sorted = (shown: 'open' | 'resolved' | 'mine') => {
      const { board, gone } = sortedThreads(readThreads(writer.board.comments), shown, order);
      return [board.map(({ id }) => id), gone.map(({ id }) => id)];
    };
    expect(sorted('open')).toEqual([[comment('2'), comment('3'), comment('1')], []]);
    expect(sorted('mine')).toEqual([[comment('3'), comment('1')], []]);
    resolveThread(writer, comment('2'), { name: 'Ada', nowMs: 2 });
    expect(sorted('resolved')).toEqual([[comment('2')], []]);
    removeCard(writer, card('two2'));
    order.cards.pop();
    expect(sorted('open')).toEqual([[comment('3')], [comment('1')]]);
  });
});

describe('news of comments', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('[N3] told once for many, and not my own', () => {
    const mine = open();
    const theirs = openWriter(new Y.Doc());
    Y.applyUpdate(theirs.board.doc, Y.encodeStateAsUpdate(mine.board.doc));
    const told: (readonly Said[])[] = [];
    const stop = watchTalk(mine, (said) => told.push(said), 1_000);
    const sync = (): void => Y.applyUpdate(mine.board.doc, Y.encodeStateAsUpdate(theirs.board.doc), 'network');
    say(mine, '1', 'one1');
    vi.advanceTimersByTime(2_000);
    expect(told).toEqual([]);
    say(theirs, '2', 'two2', 'Ben');
    sync();
    vi.advanceTimersByTime(2_000);
    expect(told.map((said) => saidWords(said, 'normal'))).toEqual(['Ben commented on “Words of two2”.']);
    expect(saidWords(told[0] ?? [], 'quiet')).toBeNull();
    expect(saidWords(told[0] ?? [], 'all')).toBe('Ben commented on “Words of two2”: Why?');
    replyTo(theirs, comment('2'), { id: comment('3'), text: 'And?' }, { author: null, nowMs: 1 });
    sync();
    vi.advanceTimersByTime(2_000);
    expect(saidWords(told[1] ?? [], 'normal')).toBe('New answer on “Words of two2”.');
    say(theirs, '4', 'two2', 'Ben');
    sync();
    say(theirs, '5', 'two2', 'Ben');
    sync();
    vi.advanceTimersByTime(2_000);
    expect(saidWords(told[2] ?? [], 'normal')).toBe('2 new comments.');
    expect(saidWords(told[2] ?? [], 'all')).toBe(
      'Ben commented on “Words of two2”: Why? Ben commented on “Words of two2”: Why?',
    );
    stop();
    say(theirs, '6', 'two2', 'Ben');
    sync();
    vi.advanceTimersByTime(2_000);
    expect(told).toHaveLength(3);
  });
});

describe('what the device keeps', () => {
  it('[N4] a mark is drawn once for a card and a kind, outlives a reload, and two have nothing in common', () => {
    let drawn = 0;
    const draw = (): string => `mark-000${(drawn += 1)}`;
    const place = shelf();
    const notes = openDeviceNotes(place, 'room', draw);
    const first = notes.markFor(card('one1'), 'more');
    expect(notes.markFor(card('one1'), 'more')).toBe(first);
    expect(notes.markFor(card('two2'), 'more')).not.toBe(first);
    notes.own('comment-1');
    const again = openDeviceNotes(place, 'room', draw);
    expect(again.markFor(card('one1'), 'more')).toBe(first);
    expect(again.kept().mine.has('comment-1')).toBe(true);
    expect(openDeviceNotes(place, 'another room', draw).markFor(card('one1'), 'more')).not.toBe(first);
  });

  it('[N4] what another tab noted is kept; what is broken or full counts as nothing', () => {
    const place = shelf();
    const one = openDeviceNotes(place, 'room', () => 'mark-0001');
    const other = openDeviceNotes(place, 'room', () => 'mark-0002');
    one.begin([]);
    other.see(['comment-1']);
    one.see(['comment-2']);
    expect([...(openDeviceNotes(place, 'room', () => 'x').kept().seen ?? [])].toSorted()).toEqual([
      'comment-1',
      'comment-2',
    ]);
    for (const broken of ['{', '[]', '7', '{"seen":{},"marks":[[1,2],["a"]],"mine":[null]}']) {
      place.setItem('room', broken);
      expect(openDeviceNotes(place, 'room', () => 'x').kept().mine.size).toBe(0);
    }
    const full = openDeviceNotes(
      {
        getItem: () => null,
        setItem: () => {
          throw new Error('quota');
        },
      },
      'room',
      () => 'mark-0001',
    );
    full.see(['comment-1']);
    expect(full.kept().seen?.has('comment-1')).toBe(true);
    expect(openDeviceNotes(null, 'room', () => 'mark-0001').markFor('a', 'b')).toBe('mark-0001');
  });
});

describe('names in a comment', () => {
  const people = ['Ada', 'Ada Raman', 'Ben O’Neil', 'Sørine'];

  it('[N5] are offered while they are typed, and read as written', () => {
    expect(mentionBefore('So @ad', 6)).toEqual({ at: 3, typed: 'ad' });
    expect(mentionBefore('ada@example', 11)).toBeNull();
    expect(mentionBefore('nobody', 6)).toBeNull();
    expect(namesFor('ra', people)).toEqual(['Ada Raman']);
    expect(namesFor('sø', people)).toEqual(['Sørine']);
    expect(namesFor('Sørine and', people)).toEqual([]);
    expect(stretchesOf('Ask @Ada Raman, or mail a@Ada.', people)).toEqual([
      { text: 'Ask ', mention: false },
      { text: '@Ada Raman', mention: true },
      { text: ', or mail a@Ada.', mention: false },
    ]);
    expect(names('@Ada Raman?', 'Ada', people)).toBe(false);
    expect(names('@Ada?', 'Ada', people)).toBe(true);
  });
});
