// A live, immutable view of a board for the screen: one deep observer, and new values only for what changed, so that a
// `useSyncExternalStore` per card renders that card alone.
import type { CardId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { cardKinds, type Card, type CardKind, type CardOf, type Column, type Link, type Theme } from './cards.ts';
import { boardOf, type BoardDocument } from './document.ts';
import { isJoined, joinLinks, joinTold } from './joined.ts';
import { compareRanked } from './order.ts';
import {
  columnOfNobody,
  inKnownColumn,
  inKnownTheme,
  readCard,
  readColumn,
  readLink,
  readTheme,
  standsNowhere,
} from './read.ts';

export interface BoardView {
  /** The same object until the card changes; undefined when there is none, and for one that another card shows. */
  card(id: CardId): Card | undefined;
  /** The card that shows it: itself, unless it is joined to another. */
  shownBy(id: CardId): CardId;
  /** Cards of one kind by (rank, id); the same array until one of them changes. */
  list<Kind extends CardKind>(kind: Kind): readonly CardOf<Kind>[];
  columns(): readonly Column[];
  themes(): readonly Theme[];
  /** Links whose ends both exist. */
  links(): readonly Link[];
  /** Called after each change of cards, links, columns or themes. @returns how to stop. */
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export const openView = (doc: Y.Doc): BoardView => {
  const board = boardOf(doc);
  /** Every card by itself; `cards` has those that are joined inside the one that shows them. */
  const read = new Map<string, Card>();
  let cards = read;
  let shownBy: ReadonlyMap<string, CardId> = new Map();
  let joins = 0;
  let nowhere = 0;
  const lists = new Map<CardKind, readonly Card[]>();
  const listeners = new Set<() => void>();
  let columns: readonly Column[] | null = null;
  let links: readonly Link[] | null = null;
  let themes: readonly Theme[] | null = null;
  const themeIs = (id: string): boolean => readTheme(id, board.themes.get(id)) !== null;
  const columnIs = (id: string): boolean => readColumn(id, board.columns.get(id)) !== null;

  const refresh = (id: string): void => {
    const before = read.get(id);
    const card = readCard(id, board.cards.get(id));
    const after = card && inKnownColumn(inKnownTheme(card, themeIs), columnIs);
    if (after === null) read.delete(id);
    else read.set(id, after);
    joins += Number(isJoined(after)) - Number(isJoined(before));
    const stands = Number(standsNowhere(after)) - Number(standsNowhere(before));
    nowhere += stands;
    if (stands !== 0) columns = null;
    // A letter typed in one card of thousands sorts none of them anew.
    const alone = joins === 0 && !isJoined(before);
    const list = alone && before && after && sameOrder(before, after) ? lists.get(after.kind) : undefined;
    const at = before && list ? list.indexOf(before) : -1;
    if (list && after && at >= 0) lists.set(after.kind, list.with(at, after));
    else {
      if (before) lists.delete(before.kind);
      if (after) lists.delete(after.kind);
    }
    if ((before === undefined) !== (after === null) || isJoined(before) !== isJoined(after)) links = null;
  };
  /** While nothing is joined, what was read is what is shown, and this costs nothing. */
  const join = (): void => {
    if (joins > 0) {
      const joined = joinTold(read, cards);
      cards = joined.cards;
      if (!sameEntries(shownBy, joined.shownBy)) links = null;
      shownBy = joined.shownBy;
    } else if (cards !== read) {
      cards = read;
      shownBy = new Map();
      links = null;
    }
  };
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  const onCards = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const id of changedKeys(events)) refresh(id);
    join();
    tell();
  };
  /** Cards that stand in what came or went. */
  const refreshWhere = (field: 'theme' | 'columnId', events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    const came = new Set(changedKeys(events.filter((event) => event.path.length === 0)));
    if (came.size === 0) return;
    for (const id of read.keys()) {
      const value = board.cards.get(id);
      if (value instanceof Y.Map && came.has(String(value.get(field)))) refresh(id);
    }
    join();
  };
  const onColumns = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    columns = null;
    refreshWhere('columnId', events);
    tell();
  };
  const onThemes = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    themes = null;
    refreshWhere('theme', events);
    tell();
  };
  const onLinks = (): void => {
    links = null;
    tell();
  };

  for (const id of board.cards.keys()) refresh(id);
  join();
  board.cards.observeDeep(onCards);
  board.columns.observeDeep(onColumns);
  board.themes.observeDeep(onThemes);
  board.links.observe(onLinks);

  return {
    card: (id) => cards.get(id),
    shownBy: (id) => shownBy.get(id) ?? id,
    list: <Kind extends CardKind>(kind: Kind) => {
      let list = lists.get(kind);
      if (!list) {
        list = [...cards.values()].filter((card) => card.kind === kind).toSorted(compareRanked);
        lists.set(kind, list);
      }
      return list as readonly CardOf<Kind>[];
    },
    columns: () => (columns ??= nowhere > 0 ? [...readColumns(board), columnOfNobody] : readColumns(board)),
    themes: () => (themes ??= readThemes(board)),
    links: () => (links ??= joinLinks(readLinks(board, read), shownBy)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => {
      board.cards.unobserveDeep(onCards);
      board.columns.unobserveDeep(onColumns);
      board.themes.unobserveDeep(onThemes);
      board.links.unobserve(onLinks);
      listeners.clear();
    },
  };
};

/** How many cards of each kind there are. */
export const countKinds = (view: BoardView): Record<CardKind, number> =>
  Object.fromEntries(cardKinds.map((kind) => [kind, view.list(kind).length])) as Record<CardKind, number>;

const sameEntries = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([key, value]) => b.get(key) === value);

const sameOrder = (a: Card, b: Card): boolean => a.kind === b.kind && a.rank === b.rank;

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

const readThemes = (board: BoardDocument): Theme[] =>
  [...board.themes.entries()].flatMap(([id, value]) => readTheme(id, value) ?? []).toSorted(compareRanked);

const readLinks = (board: BoardDocument, cards: ReadonlyMap<string, Card>): Link[] =>
  [...board.links.entries()]
    .flatMap(([id, value]) => readLink(id, value) ?? [])
    .filter((link) => cards.has(link.from) && cards.has(link.to))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
