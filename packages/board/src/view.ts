// A live, immutable view of a board for the screen: one deep observer, and new values only for what changed, so that a
// `useSyncExternalStore` per card renders that card alone.
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { cardKinds, type Card, type CardKind, type CardOf, type Column, type Link } from './cards.ts';
import { boardOf, type BoardDocument } from './document.ts';
import { compareRanked } from './order.ts';
import { readCard, readColumn, readLink } from './read.ts';

export interface BoardView {
  /** The same object until the card changes; undefined when there is none. */
  card(id: CardId): Card | undefined;
  /** Cards of one kind by (rank, id); the same array until one of them changes. */
  list<Kind extends CardKind>(kind: Kind): readonly CardOf<Kind>[];
  columns(): readonly Column[];
  /** Links whose ends both exist. */
  links(): readonly Link[];
  /** Called after each change of cards, links or columns. @returns how to stop. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export const openView = (doc: Y.Doc): BoardView => {
  const board = boardOf(doc);
  const cards = new Map<string, Card>();
  const lists = new Map<CardKind, readonly Card[]>();
  const listeners = new Set<() => void>();
  let columns: readonly Column[] | null = null;
  let links: readonly Link[] | null = null;

  const refresh = (id: string): void => {
    const before = cards.get(id);
    const after = readCard(id, board.cards.get(id));
    if (after === null) cards.delete(id);
    else cards.set(id, after);
    if (before) lists.delete(before.kind);
    if (after) lists.delete(after.kind);
    if ((before === undefined) !== (after === null)) links = null;
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const id of changedKeys(events)) refresh(id);
    tell();
  };
  const onColumns = (): void => {
    columns = null;
    tell();
  };
  const onLinks = (): void => {
    links = null;
    tell();
  };

  for (const id of board.cards.keys()) refresh(id);
  board.cards.observeDeep(onCards);
  board.columns.observeDeep(onColumns);
  board.links.observe(onLinks);

  return {
    card: (id) => cards.get(id),
    list: <Kind extends CardKind>(kind: Kind) => {
      let list = lists.get(kind);
      if (!list) {
        list = [...cards.values()].filter((card) => card.kind === kind).toSorted(compareRanked);
        lists.set(kind, list);
      }
      return list as readonly CardOf<Kind>[];
    },
    columns: () => (columns ??= readColumns(board)),
    links: () => (links ??= readLinks(board, cards)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      board.cards.unobserveDeep(onCards);
      board.columns.unobserveDeep(onColumns);
      board.links.unobserve(onLinks);
      listeners.clear();
    },
  };
};

/** How many cards of each kind there are. */
export const countKinds = (view: BoardView): Record<CardKind, number> =>
  Object.fromEntries(cardKinds.map((kind) => [kind, view.list(kind).length])) as Record<CardKind, number>;

const changedKeys = (events: Y.YEvent<Y.AbstractType<unknown>>[]): Set<string> => {
  const keys = new Set<string>();
  for (const event of events) {
    const first = event.path[0];
    if (first !== undefined) keys.add(String(first));
    else if (event instanceof Y.YMapEvent) for (const key of event.keysChanged) keys.add(String(key));
  }
  return keys;
};

const readColumns = (board: BoardDocument): Column[] =>
  [...board.columns.entries()].flatMap(([id, value]) => readColumn(id, value) ?? []).toSorted(compareRanked);

const readLinks = (board: BoardDocument, cards: ReadonlyMap<string, Card>): Link[] =>
  [...board.links.entries()]
    .flatMap(([id, value]) => readLink(id, value) ?? [])
    .filter((link) => cards.has(link.from) && cards.has(link.to))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
