// The board as citations see it: which card stands behind an id, what to call it, and what a click does.
import type { Card } from '@hearth/board/cards';
import type { BoardView } from '@hearth/board/view';
import type { CardId } from '@hearth/review/ids';
import { createContext, use, useCallback, useSyncExternalStore } from 'react';

export interface CitedBoard {
  view: BoardView;
  /** IANA zone in which the incident is told. */
  zone: string;
  /** Shows the card to this person. */
  onOpenCard: (id: CardId) => void;
  /** Where a picture that the review keeps is read from. */
  pictureUrl: (id: string) => string;
}

export const CitedBoardContext = createContext<CitedBoard | null>(null);

export const useCitedBoard = (): CitedBoard => {
  const board = use(CitedBoardContext);
  if (board === null) throw new Error('citations need a CitedBoardContext around them');
  return board;
};

/** @param read  must give the same value for the same board: a card, a list, or something made of primitives. */
export const useBoardValue = <Value>(read: (view: BoardView) => Value): Value => {
  const { view } = useCitedBoard();
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view]);
  return useSyncExternalStore(subscribe, () => read(view));
};

/** undefined when the card is gone; of one that tells the same moment as another, the card that shows both. */
export const useCitedCard = (id: CardId): Card | undefined => useBoardValue((view) => view.card(view.shownBy(id)));
