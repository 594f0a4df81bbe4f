// Comments on what the narrative says and on cards: threads with replies, read from a document that any client may have
// written, and the operations that write them. A comment whose text or card is gone stays, with the words that it was about.
// SPEC M4–M10.
import { isId, type CardId, type CommentId, type ParticipantId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { anchorAt, placesOf, readAnchor, wordsAt, type RangeAnchor, type TextRange } from './anchors.ts';
import { boardOf } from './document.ts';
import { longestQuote, quoteOf } from './last-words.ts';
import type { Author, Writer } from './operations.ts';
import { readCard } from './read.ts';

interface Remark {
  id: CommentId;
  author: { id: ParticipantId | null; name: string } | null;
  /** Unix milliseconds, of the writer's clock. */
  createdAt: number;
  text: string;
}

export type Reply = Remark;

export interface Thread extends Remark {
  /** The card that it is about, still there or not; null where it is about words of the narrative. */
  card: CardId | null;
  /** The words that it was about when it was begun; of a card that was removed, its last ones. */
  quote: string;
  resolved: { name: string; at: number } | null;
  /** By time. */
  replies: readonly Reply[];
}

/** Longer ones are cut, when written and when read. */
export const longestComment = 4_000;
const longestName = 80;

/** A thread about words of the narrative, and where they are. */
interface Anchored {
  thread: Thread;
  anchor: RangeAnchor;
}

interface Read {
  thread: Thread;
  /** null where it is about a card. */
  anchor: RangeAnchor | null;
}

/** Threads about the narrative with their anchors, oldest first. Never throws; what can't be shown is left out. */
export const readComments = (comments: Y.Map<unknown>): Anchored[] => readAll(comments).filter(isAnchored);

/** All threads, oldest first, without where they stand: equal for equal comments, however their text came to where it is. */
export const readThreads = (comments: Y.Map<unknown>): Thread[] => readAll(comments).map(({ thread }) => thread);

const isAnchored = (read: Read): read is Anchored => read.anchor !== null;

const readAll = (comments: Y.Map<unknown>): Read[] => {
  const threads: Read[] = [];
  const replies = new Map<string, Reply[]>();
  for (const [id, value] of comments.entries()) {
    if (!isId(id) || !(value instanceof Y.Map)) continue;
    const remark: Remark = {
      id: id as CommentId,
      author: readAuthor(value.get('author')),
      createdAt: instant(value.get('createdAt')),
      text: words(value.get('text'), longestComment),
    };
    if (remark.text.trim() === '') continue;
    const thread: unknown = value.get('thread');
    if (isId(thread)) {
      replies.set(thread, [...(replies.get(thread) ?? []), remark]);
      continue;
    }
    const about: unknown = value.get('about');
    if (!isRecord(about)) continue;
    const card = isId(about['card']) ? (about['card'] as CardId) : null;
    const anchor = card === null ? readAnchor(about) : null;
    if (card === null && anchor === null) continue;
    const quote = words(about['quote'], longestQuote);
    const resolved = readResolved(value.get('resolved'));
    threads.push({ anchor, thread: { ...remark, card, quote, resolved, replies: [] } });
  }
  return threads
    .map(({ anchor, thread }) => ({
      anchor,
      thread: { ...thread, replies: (replies.get(thread.id) ?? []).toSorted(byTime) },
    }))
    .toSorted((one, other) => byTime(one.thread, other.thread));
};

const byTime = (one: Remark, other: Remark): number => one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);

/** Begins a thread about a range of the narrative. @returns false where it holds no letter, or the words are none. */
export const beginThread = (
  writer: Writer,
  thread: { id: CommentId; range: TextRange; text: string },
  by: Author,
): boolean => {
  const { board } = writer;
  const places = placesOf(board.narrative);
  const anchor = anchorAt(places, thread.range);
  const quote = wordsAt(places, thread.range).slice(0, longestQuote).toWellFormed();
  if (anchor === null || quote.trim() === '') return false;
  return add(writer, thread, by, { about: { ...anchor, quote }, resolved: null });
};

/** Begins a thread about a card. @returns false where there is no such card, or the words are none. */
export const beginCardThread = (
  writer: Writer,
  { card, ...thread }: { id: CommentId; card: CardId; text: string },
  by: Author,
): boolean => {
  const about = readCard(card, writer.board.cards.get(card));
  if (about === null) return false;
  return add(writer, thread, by, { about: { card, quote: quoteOf(about.text) }, resolved: null });
};

/** Answers in a thread. Whoever answers in a resolved one opens it again. */
export const replyTo = (
  writer: Writer,
  thread: CommentId,
  reply: { id: CommentId; text: string },
  by: Author,
): boolean =>
  writer.board.doc.transact(() => {
    if (!threadMap(writer, thread) || !add(writer, reply, by, { thread })) return false;
    resolveThread(writer, thread, null);
    return true;
  }, writer.origin);

/** @param by  null opens it again. */
export const resolveThread = (writer: Writer, id: CommentId, by: { name: string; nowMs: number } | null): boolean => {
  const map = threadMap(writer, id);
  if (!map || (readResolved(map.get('resolved')) !== null) === (by !== null)) return false;
  const resolved = by && { name: by.name.slice(0, longestName), at: by.nowMs };
  writer.board.doc.transact(() => map.set('resolved', resolved), writer.origin);
  return true;
};

/** Removes a reply, or a thread with all its replies. */
export const removeComment = (writer: Writer, id: CommentId): boolean => {
  const { comments, doc } = writer.board;
  if (!comments.has(id)) return false;
  doc.transact(() => {
    for (const [other, value] of comments.entries())
      if (other === id || (value instanceof Y.Map && value.get('thread') === id)) comments.delete(other);
  }, writer.origin);
  return true;
};

/** Pins a thread to where its text stands now, after an edit that made its letters anew. */
export const moveThread = (writer: Writer, id: CommentId, range: TextRange): boolean => {
  const map = threadMap(writer, id);
  const about: unknown = map?.get('about');
  const anchor = anchorAt(placesOf(writer.board.narrative), range);
  if (!map || !isRecord(about) || anchor === null) return false;
  writer.board.doc.transact(() => map.set('about', { ...about, ...anchor }), writer.origin);
  return true;
};

const threadMap = ({ board }: Writer, id: CommentId): Y.Map<unknown> | null => {
  const map = board.comments.get(id);
  return map instanceof Y.Map && map.has('about') ? (map as Y.Map<unknown>) : null;
};

const add = (
  { board, origin }: Writer,
  { id, text }: { id: CommentId; text: string },
  { author, nowMs }: Author,
  fields: Record<string, unknown>,
): boolean => {
  const kept = text.trim().slice(0, longestComment).toWellFormed();
  if (kept === '' || board.comments.has(id)) return false;
  board.doc.transact(() => {
    const map = new Y.Map<unknown>(Object.entries({ ...fields, text: kept, createdAt: nowMs, author }));
    board.comments.set(id, map);
  }, origin);
  return true;
};

export interface CommentsView {
  /** Threads about the narrative with their anchors; the same array until a comment changes. */
  all(): readonly Anchored[];
  /** Every thread, oldest first; the same array until a comment changes. */
  threads(): readonly Thread[];
  subscribe(listener: () => void): () => void;
}

/** Where cards are shown that were joined to others; a `BoardView` is one. */
interface Shown {
  shownBy(id: CardId): CardId;
  subscribe(listener: () => void): () => void;
}

/**
 * A live view; it observes the document only while somebody listens.
 * @param shown  what is said about a joined card is said about the one that shows it, for as long as they are one.
 */
export const viewComments = (doc: Y.Doc, shown: Shown | null = null): CommentsView => {
  const { comments } = boardOf(doc);
  const listeners = new Set<() => void>();
  let read: { all: readonly Anchored[]; threads: readonly Thread[]; cards: readonly CardId[] } | null = null;
  const look = (): NonNullable<typeof read> => {
    if (read === null) {
      const found = readAll(comments);
      const threads = found.map(({ thread }) => {
        const card = thread.card === null ? null : shownFor(thread.card);
        return card === thread.card ? thread : { ...thread, card };
      });
      read = { all: found.filter(isAnchored), threads, cards: found.flatMap(({ thread }) => thread.card ?? []) };
    }
    return read;
  };
  const shownFor = (card: CardId): CardId => shown?.shownBy(card) ?? card;
  const places = (): string => look().cards.map(shownFor).join(' ');
  let placed = '';
  let stop: (() => void) | null = null;
  const onCards = (): void => {
    const now = places();
    if (now === placed) return;
    placed = now;
    changed();
  };
  const changed = (): void => {
    read = null;
    for (const listener of listeners) listener();
  };
  return {
    all: () => look().all,
    threads: () => look().threads,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        read = null;
        comments.observeDeep(changed);
        placed = places();
        stop = shown?.subscribe(onCards) ?? null;
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        comments.unobserveDeep(changed);
        stop?.();
      };
    },
  };
};

const readAuthor = (value: unknown): Remark['author'] => {
  if (!isRecord(value) || typeof value['name'] !== 'string') return null;
  return { id: isId(value['id']) ? (value['id'] as ParticipantId) : null, name: words(value['name'], longestName) };
};

const readResolved = (value: unknown): Thread['resolved'] =>
  isRecord(value) ? { name: words(value['name'], longestName), at: instant(value['at']) } : null;

const words = (value: unknown, longest: number): string => (typeof value === 'string' ? value.slice(0, longest) : '');

const instant = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 7_258_118_400_000
    ? Math.round(value)
    : 0;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Y.AbstractType);
