// The order that links suggest for the factors of each list: what explains earlier events stands higher, what leads to an
// event directly stands above what leads to it through others. Pure. SPEC G8–G9.
import type { CardId } from '@hearth/review/ids';
import type { EventCard, Link } from './cards.ts';
import { dated, undated } from './timeline.ts';

interface Reach {
  /** Place of the earliest event that is reached, in the order of time. */
  event: number;
  /** Links on the shortest way to it. */
  steps: number;
}

/**
 * @param lists  ids of each list as they stand.
 * @returns the same lists in the order of what they explain; what explains nothing keeps its order, at the end. Equals keep
 *   theirs as well, so that tidying twice changes nothing the second time.
 */
export const tidyLists = (
  lists: readonly (readonly CardId[])[],
  links: readonly Link[],
  events: readonly EventCard[],
): CardId[][] => {
  const reached = reachOf(links, events);
  return lists.map((list) =>
    list
      .map((id, place) => ({ id, place, ...(reached.get(id) ?? { event: Infinity, steps: Infinity }) }))
      .toSorted((a, b) => compare(a.event, b.event) || compare(a.steps, b.steps) || a.place - b.place)
      .map(({ id }) => id),
  );
};

/** Infinity less Infinity is no number. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);

/** From each event backwards along the links, the earliest event first: loops end where they were. */
const reachOf = (links: readonly Link[], events: readonly EventCard[]): Map<CardId, Reach> => {
  const into = new Map<CardId, CardId[]>();
  for (const { from, to } of links) {
    const list = into.get(to);
    if (list) list.push(from);
    else into.set(to, [from]);
  }
  const reached = new Map<CardId, Reach>();
  for (const [event, { id }] of [...dated(events), ...undated(events)].entries()) {
    let edge: CardId[] = [id];
    for (let steps = 1; edge.length > 0; steps += 1) {
      const next: CardId[] = [];
      for (const from of edge.flatMap((one) => into.get(one) ?? [])) {
        if (reached.has(from) || from === id) continue;
        reached.set(from, { event, steps });
        next.push(from);
      }
      edge = next;
    }
  }
  return reached;
};
