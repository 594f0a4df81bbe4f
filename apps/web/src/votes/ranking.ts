// What comes out of a vote: places, and the orders that follow from them. Pure.
import type { CardId, ParticipantId } from '@hearth/review/ids';

interface Tally {
  cardId: CardId;
  dots: number;
  by?: readonly ParticipantId[];
}

export interface Ranked extends Tally {
  /** From 1. Equals share a place, and the one after it counts them: 1, 2, 2, 4. */
  place: number;
  shared: boolean;
}

/** Cards with dots, most first; equals as they stand on the board. @param order  ids as they stand. */
export const ranking = (tallies: readonly Tally[], order: readonly CardId[]): Ranked[] => {
  const places = new Map(order.map((id, at) => [id, at]));
  const counted = tallies
    .filter(({ cardId, dots }) => dots > 0 && places.has(cardId))
    .toSorted((a, b) => b.dots - a.dots || (places.get(a.cardId) ?? 0) - (places.get(b.cardId) ?? 0));
  return counted.map((tally) => {
    const place = counted.findIndex(({ dots }) => dots === tally.dots) + 1;
    return { ...tally, place, shared: counted.filter(({ dots }) => dots === tally.dots).length > 1 };
  });
};

type DotsOf = (id: CardId) => number;

/** Most dots first; equals keep their order, so that ordering twice changes nothing the second time. */
export const byVotes = (ids: readonly CardId[], dotsOf: DotsOf): CardId[] =>
  ids.toSorted((a, b) => dotsOf(b) - dotsOf(a));

/** The first few come forward, those that share the last of these places with them; the others keep their order. */
export const firstForward = (ids: readonly CardId[], dotsOf: DotsOf, count: number): CardId[] => {
  const ordered = byVotes(
    ids.filter((id) => dotsOf(id) > 0),
    dotsOf,
  );
  const last = ordered[count - 1];
  const least = last === undefined ? 1 : dotsOf(last);
  const forward = ordered.filter((id) => dotsOf(id) >= least);
  return [...forward, ...ids.filter((id) => !forward.includes(id))];
};
