// What those who run the meeting can do beyond clock and stages, as the items of a menu; the same on every screen.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { leadAnswerMs } from '@hearth/review/facilitation/lead';
import {
  CalendarClock,
  CircleStop,
  Footprints,
  Handshake,
  Hourglass,
  ListOrdered,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import type { MenuItem } from '../../design/Menu.tsx';
import { roundAndVoteItems } from '../../taking-part/run-items.ts';
import { runsTheRoom } from '../people.ts';
import { useCommand, useFacilitation, useSecondsUntil } from '../use-facilitation.ts';
import { setWandering, useWandering } from '../wander.ts';
import { useLeaderIsHere } from './leader-here.ts';
import { lockItem } from './lock-item.ts';
import { openRunDialog } from './open-dialog.ts';
import { usePlanNews } from './use-plan-news.ts';

export const useRunItems = (view: FacilitationView): MenuItem[] => {
  const command = useCommand();
  const news = usePlanNews(view);
  const lead = useLeadItems(view);
  const wander = useWanderItem();
  const { state } = view;
  const zone = state.stages[state.stageIndex]?.zone ?? null;
  return [
    {
      id: 'gather',
      label: 'Bring everyone here',
      icon: UsersRound,
      onSelect: () => void command({ kind: 'gather' }),
    },
    ...(zone === null ? [] : [lockItem(state, zone, command)]),
    { id: 'stages', label: 'Stages…', icon: ListOrdered, onSelect: () => openRunDialog('stages') },
    ...(state.extendAsked
      ? []
      : [
          {
            id: 'ask-room',
            label: 'Ask the room for five more minutes',
            icon: Hourglass,
            onSelect: () => void command({ kind: 'ask-extend', minutes: 5 }),
          },
        ]),
    ...(news === null
      ? []
      : [
          {
            id: 'reflow',
            label: `${news.short}: plan it so`,
            icon: CalendarClock,
            onSelect: () => void command({ kind: 'reflow' }),
          },
        ]),
    ...roundAndVoteItems(view, command),
    { ...wander, apart: true },
    ...lead,
    {
      id: 'end',
      label: 'End the review',
      icon: CircleStop,
      apart: true,
      onSelect: () => void command({ kind: 'end' }),
    },
  ];
};

/** For everybody, whether they run the meeting or not. */
export const useWanderItem = (): MenuItem & { icon: LucideIcon } => {
  const { seat } = useFacilitation();
  const wanders = useWandering(seat.reviewId);
  return {
    id: 'wander',
    label: wanders ? 'Go with the room again' : 'Wander on my own',
    icon: Footprints,
    onSelect: () => setWandering(seat.reviewId, !wanders),
  };
};

/** Handing the lead over, asking for it, taking it: whatever I can do about it just now. */
export const useLeadItems = (view: FacilitationView): MenuItem[] => {
  const { seat } = useFacilitation();
  const command = useCommand();
  const me = seat.participantId;
  const { leader, leadAsked } = view.state;
  const mine = leadAsked?.by === me;
  const seconds = useSecondsUntil(mine ? leadAsked.atMs + leadAnswerMs : null);
  const leaderIsHere = useLeaderIsHere(view);
  const others = view.people.filter((person) => person.participantId !== me && runsTheRoom(person.role) && person.here);
  if (leader === me)
    return others.map((person) => ({
      id: `hand-over ${person.participantId}`,
      label: `Hand the lead to ${person.name}`,
      icon: Handshake,
      onSelect: () => void command({ kind: 'hand-over', to: person.participantId }),
    }));
  if (!leaderIsHere || (mine && seconds === 0))
    return [
      {
        id: 'take-lead',
        label: 'Take the lead',
        icon: Handshake,
        onSelect: () => void command({ kind: 'take-lead' }),
      },
    ];
  if (mine) return [];
  return [
    {
      id: 'ask-lead',
      label: 'Ask for the lead',
      icon: Handshake,
      onSelect: () => void command({ kind: 'ask-lead' }),
    },
  ];
};
