// What is written when cards are let go over a place: one step of undo, however many they are. SPEC B27.
import type { Card, EventKind } from '@hearth/board/cards';
import { moveCard, type Place } from '@hearth/board/operations';
import { readCard } from '@hearth/board/read';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { focusCard } from './focus.ts';
import { cardsIn, groupsOf, type GroupKey } from './groups.ts';
import { isLocked } from './lock-guard.ts';
import { headline } from './relations.ts';
import type { BoardSession } from './session.tsx';
import { dropEvents } from './timeline/drop-events.ts';
import { timeWords } from './timeline/time-entry.ts';

/** Where the cards in the hand would land: in front of `before`, or last. */
export interface Landing {
  group: GroupKey;
  before: CardId | null;
  /** On a time axis whose lanes are kinds: what a moment becomes. */
  eventKind?: EventKind | undefined;
  /** How much later the moment under the hand lands. */
  shiftMs?: number;
  /** The time under the hand itself. */
  timeMs?: number;
}

/** @param ids  the card under the hand first. */
export const dropCards = (
  session: BoardSession,
  ids: readonly CardId[],
  landing: Landing,
  say: (words: string) => void,
): void => {
  const { view, writer } = session;
  const cards = ids.flatMap((id) => view.card(id) ?? []);
  const [lead] = cards;
  if (!session.canWrite || !lead || landing.before === lead.id || isLocked(session, [...ids, landing.group])) return;
  writer.undo.stopCapturing();
  const moved = writer.board.doc.transact(
    () =>
      lead.kind === 'event'
        ? dropEvents(
            session,
            cards.filter((card) => card.kind === 'event'),
            landing,
          )
        : dropInList(session, cards, landing),
    writer.origin,
  );
  writer.undo.stopCapturing();
  if (!moved) return;
  const where = groupsOf(view).find((group) => group.key === landing.group)?.name ?? '';
  const now = view.card(lead.id);
  if (cards.length > 1) say(`${counted(cards.length, 'card')} moved${where && ` to ${where}`}`);
  else if (now?.kind === 'event' && (landing.shiftMs ?? 0) !== 0)
    say(`${headline(now)}: ${timeWords(now, session.anchorMs(), session.zone)}`);
  else
    say(
      `${headline(now)}: ${where}, ${cardsIn(view, landing.group).findIndex(({ id }) => id === lead.id) + 1} of ${cardsIn(view, landing.group).length}`,
    );
  focusCard(lead.id);
};

/** In the order in which they stand on the board, all at the same place. */
const dropInList = ({ view, writer }: BoardSession, cards: readonly Card[], { group, before }: Landing): boolean => {
  const change = groupsOf(view).find((one) => one.key === group)?.change;
  if (!change) return false;
  const moving = new Set(cards.map(({ id }) => id));
  const order = groupsOf(view).flatMap(({ key }) => cardsIn(view, key).filter(({ id }) => moving.has(id)));
  const there: Card[] = cardsIn(view, group).filter(({ id }) => !moving.has(id));
  let place: Place = before !== null && !moving.has(before) ? { before } : 'last';
  for (const card of order) {
    moveCard(writer, card.id, there, place, change);
    const moved = readCard(card.id, writer.board.cards.get(card.id));
    if (!moved) continue;
    there.push(moved);
    place = { after: moved.id };
  }
  return order.length > 0;
};
