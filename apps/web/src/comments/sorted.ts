// Which threads are shown, and in which order. Pure. SPEC N2.
import type { Reply, Thread } from '@hearth/board/comments';
import type { CardId } from '@hearth/review/ids';
import { remarksOf } from './counts.ts';

export type Shown = 'open' | 'resolved' | 'mine';

export interface SortedThreads {
  /** In the order of their cards. */
  board: Thread[];
  /** In the order of the text; those whose words are gone come last. */
  narrative: Thread[];
  /** About cards that are no longer there. */
  gone: Thread[];
}

interface Order {
  /** Cards in the order of the board. */
  cards: readonly CardId[];
  placeInNarrative: ReadonlyMap<string, number>;
  isMine: (remark: Reply) => boolean;
}

/** @param threads  oldest first, which is the order within a card. */
export const sortedThreads = (
  threads: readonly Thread[],
  shown: Shown,
  { cards, placeInNarrative, isMine }: Order,
): SortedThreads => {
  const places = new Map(cards.map((id, place) => [id, place]));
  const wanted = threads.filter((thread) => {
    switch (shown) {
      case 'open':
        return thread.resolved === null;
      case 'resolved':
        return thread.resolved !== null;
      case 'mine':
        return remarksOf(thread).some(isMine);
    }
  });
  const placeOf = (thread: Thread): number =>
    (thread.card === null ? placeInNarrative.get(thread.id) : places.get(thread.card)) ?? Number.MAX_SAFE_INTEGER;
  const inOrder = (some: Thread[]): Thread[] => some.toSorted((a, b) => placeOf(a) - placeOf(b));
  return {
    board: inOrder(wanted.filter(({ card }) => card !== null && places.has(card))),
    narrative: inOrder(wanted.filter(({ card }) => card === null)),
    gone: wanted.filter(({ card }) => card !== null && !places.has(card)),
  };
};
