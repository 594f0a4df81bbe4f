// A view of one board after another, for the components that draw a live one: going to another moment renders what differs.
import { cardKinds, type Card, type CardKind, type CardOf } from '@hearth/board/cards';
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';

export interface FrameView extends BoardView {
  show(board: BoardSnapshot): void;
}

export const openFrameView = (first: BoardSnapshot): FrameView => {
  const listeners = new Set<() => void>();
  let shown = first;
  let cards = byId(first);
  let joined = joinedIn(first);
  let lists = listsOf(first, null);
  return {
    card: (id) => cards.get(id),
    shownBy: (id) => joined.get(id) ?? id,
    list: <Kind extends CardKind>(kind: Kind) => lists[kind] as readonly CardOf<Kind>[],
    columns: () => shown.columns,
    themes: () => shown.themes,
    links: () => shown.links,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    destroy: () => listeners.clear(),
    show: (board) => {
      if (board === shown) return;
      if (board.cards !== shown.cards) {
        cards = byId(board);
        joined = joinedIn(board);
        lists = listsOf(board, lists);
      }
      shown = board;
      for (const listener of listeners) listener();
    },
  };
};

type Lists = Record<CardKind, readonly Card[]>;

const byId = ({ cards }: BoardSnapshot): ReadonlyMap<CardId, Card> => new Map(cards.map((card) => [card.id, card]));

/** A list of which nothing is another stays the same array. */
const listsOf = ({ cards }: BoardSnapshot, before: Lists | null): Lists =>
  Object.fromEntries(
    cardKinds.map((kind) => {
      const list = cards.filter((card) => card.kind === kind);
      const old = before?.[kind];
      const same = old?.length === list.length && list.every((card, index) => card === old[index]);
      return [kind, same ? old : list];
    }),
  ) as unknown as Lists;

/** Which card shows one that was joined to it. */
const joinedIn = ({ cards }: BoardSnapshot): ReadonlyMap<CardId, CardId> =>
  new Map(
    cards.flatMap((card) =>
      card.kind === 'event' ? (card.tellings ?? []).map((telling) => [telling.id, card.id] as const) : [],
    ),
  );
