// What can be done to moments beyond what every card has: join tellings, keep them apart, place one whose time nobody knows.
import { eventKindNames, type ApartHow, type EventCard } from '@hearth/board/cards';
import { joinEvents, partEvent, setApart } from '@hearth/board/join-events';
import { changeCard } from '@hearth/board/operations';
import { placeBehind, steppedBehind } from '@hearth/board/place-undated';
import type { CardId } from '@hearth/review/ids';
import { focusCard } from '../focus.ts';
import { headline } from '../relations.ts';
import type { BoardSession } from '../session.tsx';
import { shiftedBy, timeWords } from './time-entry.ts';
import { lanesBy } from './lanes.ts';
import { axisControls, timelineView } from './timeline-view.ts';

export interface TimelineCommands {
  /** Shows one event at another, as its telling. */
  join(keep: CardId, other: CardId): void;
  /** A telling becomes a card of its own again. */
  part(telling: CardId): void;
  setApart(one: CardId, other: CardId, how: ApartHow): void;
  /** A step along the axis, as wide as a hand could aim at; ten of them with `far`. */
  stepTime(id: CardId, by: -1 | 1, far?: boolean): void;
  /** To the next lane of the view, where its lanes are kinds. @returns whether they are. */
  stepKind(id: CardId, by: -1 | 1): boolean;
  /** Opens the composer of the lane that bears my name. */
  composeMine(): void;
}

interface TimelineTools {
  say: (words: string) => void;
  offerUndo: (words: string, after: () => void) => void;
  setTime: (id: CardId, time: Pick<EventCard, 'at' | 'endAt' | 'precision'>) => void;
  compose: (group: string) => void;
}

const minuteMs = 60_000;
const farSteps = 10;

export const timelineCommands = (
  session: BoardSession,
  { say, offerUndo, setTime, compose }: TimelineTools,
): TimelineCommands => {
  const { view, writer, zone } = session;

  const stepOrder = (id: CardId, by: -1 | 1): void => {
    const events = view.list('event');
    const after = steppedBehind(events, id, by);
    if (after === null || !placeBehind(writer, id, events, after)) {
      say(
        by < 0 ? 'Nothing comes before the first moment' : 'Its place is behind the last moment that something follows',
      );
      return;
    }
    const behind = view.card(after);
    focusCard(id);
    if (behind?.kind === 'event')
      say(`${headline(view.card(id))}: behind ${timeWords(behind, session.anchorMs(), zone)}, order unknown otherwise`);
  };

  return {
    join: (keep, other) => {
      if (!session.canWrite || !joinEvents(writer, keep, other)) return;
      offerUndo(`Joined: “${headline(view.card(keep), 48)}” is told in two ways.`, () => focusCard(keep));
    },
    part: (telling) => {
      if (!session.canWrite || !partEvent(writer, telling)) return;
      offerUndo(`“${headline(view.card(telling), 48)}” is a card of its own again.`, () => undefined);
    },
    setApart: (one, other, how) => {
      if (!session.canWrite || !setApart(writer, one, other, how)) return;
      offerUndo(how === 'differently' ? 'Both stand, told differently.' : 'Two moments.', () => undefined);
    },
    stepTime: (id, by, far = false) => {
      const card = view.card(id);
      if (!session.canWrite || card?.kind !== 'event') return;
      if (card.at === null) {
        stepOrder(id, by);
        return;
      }
      const shift = by * (axisControls()?.snapMs ?? minuteMs) * (far ? farSteps : 1);
      setTime(id, shiftedBy(card, shift));
    },
    stepKind: (id, by) => {
      const card = view.card(id);
      if (timelineView().lanes !== 'kind' || card?.kind !== 'event') return false;
      const kinds = lanesBy('kind', view.list('event')).flatMap(({ change }) =>
        'eventKind' in change ? [change.eventKind] : [],
      );
      const eventKind = kinds[kinds.indexOf(card.eventKind) + by];
      if (eventKind === undefined || !session.canWrite || !changeCard(writer, id, { eventKind })) return true;
      focusCard(id);
      say(`${headline(card)}: ${eventKindNames[eventKind]}`);
      return true;
    },
    composeMine: () => {
      const { author } = session.by();
      if (author) compose(`event/${author.name}`);
    },
  };
};
