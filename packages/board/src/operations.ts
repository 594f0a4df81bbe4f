// The only writers of a board. One operation is one Yjs transaction with the writer's origin, so that undo takes back one's
// own and nothing else. An operation on something that is gone does nothing and says so. SPEC W1–W10.
import type { AttachmentId, CardId, ColumnId, LinkId, ParticipantId } from '@hearth/review/ids';
import * as Y from 'yjs';
import type { Card, CardFile, CardKind, CardOf, Column, Evidence, Link } from './cards.ts';
import { boardFormat, boardOf, type BoardDocument } from './document.ts';
import { joinedTo } from './joined.ts';
import { keepLastWords } from './last-words.ts';
import { compareRanked, placeAt, type Ranked } from './order.ts';
import { fileField, longestText, readCard, readColumn, readLink } from './read.ts';

/** Who writes: a document, an origin of their own, and the undo stack that follows that origin. */
export interface Writer {
  board: BoardDocument;
  origin: object;
  undo: Y.UndoManager;
}

/** Opens a document for one person. The undo stack holds only what goes through this writer. */
export const openWriter = (doc: Y.Doc): Writer => {
  const board = boardOf(doc);
  const origin = {};
  const { cards, links, columns, themes, declined, diagnostics } = board;
  const undo = new Y.UndoManager([cards, links, columns, themes, declined, diagnostics], {
    doc,
    trackedOrigins: new Set([origin]),
    captureTimeout: 1500,
  });
  return { board, origin, undo };
};

/** Where a card goes among its siblings. */
export type Place = 'first' | 'last' | { before: CardId } | { after: CardId };

type Fields<Kind extends CardKind> = Omit<
  CardOf<Kind>,
  | 'id'
  | 'kind'
  | 'text'
  | 'rank'
  | 'author'
  | 'createdAt'
  | 'evidence'
  | 'files'
  | 'reactions'
  | 'into'
  | 'tellings'
  | 'apart'
>;

/** What a document may leave out of a new card. */
type Optional = 'theme';

export type NewCard = {
  [Kind in CardKind]: {
    kind: Kind;
    id: CardId;
    text: string;
    evidence?: readonly Evidence[];
    files?: readonly CardFile[];
  } & Omit<Fields<Kind>, Optional> &
    Partial<Pick<Fields<Kind>, keyof Fields<Kind> & Optional>>;
}[CardKind];

/** Fields that may change after a card was made; `text` changes through `editText`. */
export type CardChange = Partial<
  Fields<'event'> & Fields<'perspective'> & Fields<'factor'> & Fields<'action'> & { evidence: readonly Evidence[] }
>;

export interface Author {
  /** null when the stage is anonymous: then no author is stored anywhere. */
  author: { id: ParticipantId | null; name: string } | null;
  nowMs: number;
}

/** Adds a card. Adding an id that is there already changes nothing. */
export const addCard = (writer: Writer, card: NewCard, by: Author, place: Place = 'last'): boolean =>
  act(writer, () => insertCard(writer, card, by, place, siblingsOf(writer.board, card.kind)) !== null);

/** Adds many cards in the order given, each last among its kind, in one step of undo. @returns how many were added. */
export const addCards = (writer: Writer, cards: readonly NewCard[], by: Author): number => {
  let added = 0;
  act(writer, () => {
    const siblings = new Map<CardKind, Ranked[]>();
    for (const card of cards) {
      const list = siblings.get(card.kind) ?? siblingsOf(writer.board, card.kind);
      siblings.set(card.kind, list);
      const rank = insertCard(writer, card, by, 'last', list);
      if (rank === null) continue;
      list.push({ id: card.id, rank });
      added++;
    }
    return added > 0;
  });
  return added;
};

/** Changes fields of a card. Only keys that its kind has are written. */
export const changeCard = (writer: Writer, id: CardId, change: CardChange): boolean =>
  act(writer, () => {
    const map = cardMap(writer.board, id);
    const card = map && readCard(id, map);
    if (!map || !card) return false;
    let changed = false;
    for (const [key, value] of Object.entries(change)) {
      if (!isField(card, key) || Object.is(map.get(key), value)) continue;
      map.set(key, value);
      changed = true;
    }
    return changed;
  });

/** What was known is absent until somebody says it. */
const isField = (card: Card, key: string): boolean =>
  key in card || (card.kind === 'event' && (key === 'knownThen' || key === 'knownNow'));

/** Puts a file on a card, or changes nothing where it is there already. */
export const attachFile = (writer: Writer, id: CardId, file: CardFile): boolean =>
  act(writer, () => {
    const map = cardMap(writer.board, id);
    if (!map || map.has(fileField + file.id)) return false;
    map.set(fileField + file.id, fieldsOf(file));
    return true;
  });

/** Tells what can be seen in a file. */
export const describeFile = (writer: Writer, id: CardId, file: AttachmentId, alt: string): boolean =>
  act(writer, () => {
    const map = cardMap(writer.board, id);
    const known = map && readCard(id, map)?.files.find((one) => one.id === file);
    if (!map || !known || known.alt === alt) return false;
    map.set(fileField + file, fieldsOf({ ...known, alt }));
    return true;
  });

/** Takes a file off a card. Its content stays with the server, so that this can be taken back. */
export const detachFile = (writer: Writer, id: CardId, file: AttachmentId): boolean =>
  act(writer, () => {
    const map = cardMap(writer.board, id);
    if (!map?.has(fileField + file)) return false;
    map.delete(fileField + file);
    return true;
  });

/** Moves a card among its siblings (`siblings` is the list it is shown in, in order, with or without the card itself). */
export const moveCard = (
  writer: Writer,
  id: CardId,
  siblings: readonly Ranked[],
  place: Place,
  change: CardChange = {},
): boolean =>
  act(writer, () => {
    const map = cardMap(writer.board, id);
    const card = map && readCard(id, map);
    if (!map || !card) return false;
    for (const [key, value] of Object.entries(change))
      if (isField(card, key) && !Object.is(map.get(key), value)) map.set(key, value);
    map.set(
      'rank',
      rankAt(writer.board, siblings.filter((sibling) => sibling.id !== id).toSorted(compareRanked), place),
    );
    return true;
  });

/** Removes a card, what was joined to it, and every link at them. What was said about it stays, with its last words. */
export const removeCard = (writer: Writer, id: CardId): boolean =>
  act(writer, () => {
    const { cards, links } = writer.board;
    if (!cards.has(id)) return false;
    const gone = new Set<string>([id, ...joinedTo(cards, id)]);
    for (const one of gone) keepLastWords(writer.board, one);
    for (const one of gone) cards.delete(one);
    for (const [linkId, value] of links.entries()) {
      const link = readLink(linkId, value);
      if (link && (gone.has(link.from) || gone.has(link.to))) links.delete(linkId);
    }
    return true;
  });

/**
 * Replaces `remove` UTF-16 units at `index` of a card's text by `insert`.
 * Consecutive edits join one step of undo; call `endEdit` when the field is left.
 */
export const editText = (
  writer: Writer,
  id: CardId,
  edit: { index: number; remove: number; insert: string },
): boolean => {
  const text = cardText(writer.board, id);
  if (!text) return false;
  const index = Math.max(0, Math.min(text.length, edit.index));
  const remove = Math.max(0, Math.min(text.length - index, edit.remove));
  const insert = edit.insert.slice(0, Math.max(0, longestText - (text.length - remove)));
  if (remove === 0 && insert === '') return false;
  writer.board.doc.transact(() => {
    if (remove > 0) text.delete(index, remove);
    if (insert !== '') text.insert(index, insert);
  }, writer.origin);
  return true;
};

/** Ends a run of edits: what follows is a step of undo of its own. */
export const endEdit = (writer: Writer): void => writer.undo.stopCapturing();

/** Links a condition to what it explains. A second link between the same two cards changes the first one's meaning. */
export const addLink = (writer: Writer, link: Link): boolean =>
  act(writer, () => {
    const { board } = writer;
    if (link.from === link.to || !board.cards.has(link.from) || !board.cards.has(link.to)) return false;
    const same = [...board.links.entries()].find(([id, value]) => {
      const other = readLink(id, value);
      return other?.from === link.from && other.to === link.to;
    });
    board.links.set(same?.[0] ?? link.id, { from: link.from, to: link.to, meaning: link.meaning });
    return true;
  });

export const removeLink = (writer: Writer, id: LinkId): boolean =>
  act(writer, () => {
    if (!writer.board.links.has(id)) return false;
    writer.board.links.delete(id);
    return true;
  });

/** Adds a responder's column, last. */
export const addColumn = (writer: Writer, column: Omit<Column, 'rank'>): boolean =>
  act(writer, () => {
    const { columns } = writer.board;
    if (columns.has(column.id)) return false;
    const others = [...columns.entries()].flatMap(([id, value]) => readColumn(id, value) ?? []).toSorted(compareRanked);
    const { rank, repairs } = placeAt(others, others.length);
    for (const [id, repaired] of repairs) mapAt(columns, id)?.set('rank', repaired);
    columns.set(column.id, new Y.Map<unknown>(Object.entries({ name: column.name, role: column.role, rank })));
    return true;
  });

export const changeColumn = (writer: Writer, id: ColumnId, change: Partial<Pick<Column, 'name' | 'role'>>): boolean =>
  act(writer, () => {
    const map = mapAt(writer.board.columns, id);
    if (!map) return false;
    for (const [key, value] of Object.entries(change)) map.set(key, value);
    return true;
  });

/** Removes a column that no perspective stands in; with cards in it nothing happens. */
export const removeColumn = (writer: Writer, id: ColumnId): boolean =>
  act(writer, () => {
    const { cards, columns } = writer.board;
    const used = [...cards.entries()].some(([cardId, value]) => {
      const card = readCard(cardId, value);
      return card?.kind === 'perspective' && card.columnId === id;
    });
    if (used || !columns.has(id)) return false;
    columns.delete(id);
    return true;
  });

/** The shared text of a card, for binding a field to it; null when the card is gone. */
export const cardText = (board: BoardDocument, id: CardId): Y.Text | null => {
  const text = cardMap(board, id)?.get('text');
  return text instanceof Y.Text ? text : null;
};

/** One step: for everybody at once, and one step of undo. */
/** One transaction with the writer's origin, one step of undo. */
export const act = (writer: Writer, change: () => boolean): boolean => {
  writer.undo.stopCapturing();
  const changed = writer.board.doc.transact(change, writer.origin);
  writer.undo.stopCapturing();
  return changed;
};

/** @returns the rank that the card got, or null when its id was taken. */
const insertCard = (writer: Writer, card: NewCard, by: Author, place: Place, siblings: Ranked[]): string | null => {
  const { board } = writer;
  if (board.cards.has(card.id)) return null;
  if (!board.meta.has('format')) board.meta.set('format', boardFormat);
  const { id, text, files = [], ...fields } = card;
  const rank = rankAt(board, siblings, place);
  const map = new Y.Map<unknown>(
    Object.entries({
      ...fields,
      ...Object.fromEntries(files.map((file) => [fileField + file.id, fieldsOf(file)])),
      text: new Y.Text(text.slice(0, longestText)),
      rank,
      createdAt: by.nowMs,
      ...(by.author ? { author: { id: by.author.id, name: by.author.name } } : {}),
    }),
  );
  board.cards.set(id, map);
  return rank;
};

const fieldsOf = (file: CardFile): Omit<CardFile, 'id'> => {
  const { id: _, ...fields } = file;
  return fields;
};

const siblingsOf = (board: BoardDocument, kind: CardKind): Ranked[] =>
  [...board.cards.entries()]
    .flatMap(([id, value]) => readCard(id, value) ?? [])
    .filter((other) => other.kind === kind)
    .toSorted(compareRanked);

/** Rank for a place, writing the repairs that it needs, in the list given as well. A neighbour that is gone means "last". */
const rankAt = (board: BoardDocument, siblings: Ranked[], place: Place): string => {
  const { rank, repairs } = placeAt(siblings, indexOf(siblings, place));
  if (repairs.size > 0) {
    for (const [id, repaired] of repairs) cardMap(board, id as CardId)?.set('rank', repaired);
    siblings.splice(
      0,
      siblings.length,
      ...siblings.map((item) => ({ id: item.id, rank: repairs.get(item.id) ?? item.rank })),
    );
  }
  return rank;
};

const indexOf = (siblings: readonly Ranked[], place: Place): number => {
  if (place === 'first') return 0;
  if (place === 'last') return siblings.length;
  const id = 'before' in place ? place.before : place.after;
  const at = siblings.findIndex((sibling) => sibling.id === id);
  if (at < 0) return siblings.length;
  return 'before' in place ? at : at + 1;
};

const mapAt = (parent: Y.Map<unknown>, id: string): Y.Map<unknown> | null => {
  const value = parent.get(id);
  return value instanceof Y.Map ? (value as Y.Map<unknown>) : null;
};

const cardMap = (board: BoardDocument, id: CardId): Y.Map<unknown> | null => mapAt(board.cards, id);
