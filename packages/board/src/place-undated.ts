// Writer for events of which only the order is known: puts one behind a moment. SPEC T4, T5.
import type { CardId } from '@hearth/review/ids';
import type { EventCard } from './cards.ts';
import { act, moveCard, type CardChange, type Writer } from './operations.ts';
import { compareRanked, type Ranked } from './order.ts';
import { readCard } from './read.ts';
import { dated, standsBehind } from './timeline.ts';

/**
 * @param events  all events of the board, as they are shown.
 * @param after  the dated event that it comes behind.
 * @returns false where nothing comes after that: the order would not show.
 */
export const placeBehind = (
  writer: Writer,
  id: CardId,
  events: readonly EventCard[],
  after: CardId,
  change: CardChange = {},
): boolean => {
  const inTime = dated(events);
  const index = inTime.findIndex((event) => event.id === after);
  const next = inTime[index + 1];
  if (index < 0 || !next) return false;
  const ranked = events.toSorted(compareRanked);
  const place = ranked.findIndex((event) => event.id === after);
  const somethingBehind = ranked.slice(place + 1).some((event) => event.at !== null && event.id !== id);
  return act(writer, () => {
    if (!moveCard(writer, id, events, { after }, change)) return false;
    // Ranked behind all moments it would count as not placed. The rank of one that has a time shows nowhere else.
    if (!somethingBehind) moveCard(writer, next.id, rankedNow(writer, events), 'last');
    return true;
  });
};

/** The same events with the ranks that they have by now. */
const rankedNow = (writer: Writer, events: readonly EventCard[]): Ranked[] =>
  events.flatMap((event) => readCard(event.id, writer.board.cards.get(event.id)) ?? []);

/** The moment that one step earlier or later leads behind; null where there is none. */
export const steppedBehind = (events: readonly EventCard[], id: CardId, by: -1 | 1): CardId | null => {
  const inTime = dated(events);
  const now = standsBehind(events).get(id);
  const at = now ? inTime.findIndex((event) => event.id === now.after) : -1;
  const target = now ? at + by : by > 0 ? 0 : inTime.length - 2;
  return target < inTime.length - 1 ? (inTime[target]?.id ?? null) : null;
};
