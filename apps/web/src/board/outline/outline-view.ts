// How one looks at the outline: what is folded, what is left out, whether several cards are being selected. Kept for as long as
// the board is open, so that one comes back from the canvas to the same outline.
import type { Card, CardKind } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import type { CardId, ParticipantId } from '@hearth/review/ids';
import { zoneOfKind } from '@hearth/board/zones';
import { groupKeyOf, type GroupKey } from '../groups.ts';
import { useSession } from '../session.tsx';
import { createStore, useStore, type Store } from '../store.ts';

export interface OutlineFilter {
  kind: CardKind | null;
  /** Only cards that I wrote. */
  mine: boolean;
  /** Only cards of which something is still being said. */
  talked: boolean;
}

export interface OutlineView extends OutlineFilter {
  /** Headings whose cards are put away: a zone's name, or its group's key. */
  folded: ReadonlySet<Heading>;
  /** A tap takes a card to those that are selected, or out of them. */
  selecting: boolean;
  /** The event below which the next one is being written. */
  below: CardId | null;
}

export const everything: OutlineFilter = { kind: null, mine: false, talked: false };

export const isFiltered = ({ kind, mine, talked }: OutlineFilter): boolean => kind !== null || mine || talked;

/** @param isTalked  whether something said of the card is not settled. */
export const passes = (
  card: Card,
  { kind, mine, talked }: OutlineFilter,
  me: ParticipantId | null,
  isTalked: (id: CardId) => boolean,
): boolean =>
  (kind === null || card.kind === kind) &&
  (!mine || (me !== null && card.author?.id === me)) &&
  (!talked || isTalked(card.id));

const headingsOf = (card: Card): Heading[] => [zoneOfKind[card.kind], groupKeyOf(card)];

const views = new WeakMap<BoardView, Store<OutlineView>>();

export const outlineOf = (view: BoardView): Store<OutlineView> => {
  const known = views.get(view);
  if (known) return known;
  const store = createStore<OutlineView>({ ...everything, folded: new Set(), selecting: false, below: null });
  views.set(view, store);
  return store;
};

/** A zone's name, or a group's key. */
export type Heading = GroupKey;

export const foldToggled = (folded: ReadonlySet<Heading>, heading: Heading): ReadonlySet<Heading> => {
  const next = new Set(folded);
  if (!next.delete(heading)) next.add(heading);
  return next;
};

/** @returns what has to change for a card to be shown; null where it is. */
export const revealing = (
  card: Card,
  view: OutlineView,
  me: ParticipantId | null,
  isTalked: (id: CardId) => boolean,
): Partial<OutlineView> | null => {
  const headings = headingsOf(card);
  const away = headings.some((heading) => view.folded.has(heading));
  const left = !passes(card, view, me, isTalked);
  if (!away && !left) return null;
  return {
    ...(away ? { folded: new Set([...view.folded].filter((heading) => !headings.includes(heading))) } : {}),
    ...(left ? everything : {}),
  };
};

export const useOutlineView = <Part>(select: (view: OutlineView) => Part): Part =>
  useStore(outlineOf(useSession().view), select);
