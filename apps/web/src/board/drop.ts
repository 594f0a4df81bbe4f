// What is written when cards are let go over a place: one step of undo, however many they are. SPEC B27.
import type { Card } from '@hearth/board/cards';
import { changeCard, moveCard, type Place } from '@hearth/board/operations';
import { readCard } from '@hearth/board/read';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { focusCard } from './focus.ts';
import { cardsIn, groupsOf, type GroupKey } from './groups.ts';
import { headline } from './relations.ts';
import type { BoardSession } from './session.tsx';
import { timeWords } from './timeline/time-entry.ts';

/** Where the cards in the hand would land: in front of `before`, or last. */
export interface Landing {
  group: GroupKey;
  before: CardId | null;
}

const minuteMs = 60_000;
/** Sideways less than this an event keeps its minute and only changes its lane. */
const keepTimePx = 10;

/**
 * @param ids  the card under the hand first.
 * @param shiftMs  how far along the time axis the hand has gone; @param byPx  the same on the screen.
 */
export const dropCards = (
  session: BoardSession,
  ids: readonly CardId[],
  landing: Landing,
  shiftMs: number,
  byPx: number,
  say: (words: string) => void,
): void => {
  const { view, writer } = session;
  const cards = ids.flatMap((id) => view.card(id) ?? []);
  const [lead] = cards;
  if (!session.canWrite || !lead || landing.before === lead.id) return;
  const shift = byPx >= keepTimePx ? Math.round(shiftMs / minuteMs) * minuteMs : 0;
  writer.undo.stopCapturing();
  const moved = writer.board.doc.transact(
    () =>
      lead.kind === 'event' ? dropEvents(session, cards, lead, landing, shift) : dropInList(session, cards, landing),
    writer.origin,
  );
  writer.undo.stopCapturing();
  if (!moved) return;
  const where = groupsOf(view).find((group) => group.key === landing.group)?.name ?? '';
  const now = view.card(lead.id);
  if (cards.length > 1) say(`${counted(cards.length, 'card')} moved${where && ` to ${where}`}`);
  else if (now?.kind === 'event' && shift !== 0)
    say(`${headline(now)}: ${timeWords(now, session.anchorMs(), session.zone)}`);
  else
    say(
      `${headline(now)}: ${where}, ${cardsIn(view, landing.group).findIndex(({ id }) => id === lead.id) + 1} of ${cardsIn(view, landing.group).length}`,
    );
  focusCard(lead.id);
};

/** Events land in the lane under the hand, each later or earlier by as much; those of other lanes keep theirs. */
const dropEvents = (
  { writer }: BoardSession,
  cards: readonly Card[],
  lead: Card & { kind: 'event' },
  landing: Landing,
  shift: number,
): boolean => {
  const lane = landing.group.slice('event/'.length);
  let changed = false;
  for (const card of cards) {
    if (card.kind !== 'event') continue;
    const change = {
      ...(card.lane === lead.lane && card.lane !== lane ? { lane } : {}),
      ...(card.at !== null && shift !== 0
        ? { at: card.at + shift, endAt: card.endAt === null ? null : card.endAt + shift }
        : {}),
    };
    changed = changeCard(writer, card.id, change) || changed;
  }
  return changed;
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
