// Rounds and votes in the menu of those who run the meeting. Pure.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { CircleDot, MessagesSquare } from 'lucide-react';
import type { MenuItem } from '../design/Menu.tsx';
import { askFor } from './asked.ts';

export const roundAndVoteItems = (
  { state: { round, vote } }: FacilitationView,
  command: (command: FacilitationCommand) => unknown,
): MenuItem[] => [
  round
    ? {
        id: 'end-round',
        label: 'End the round',
        icon: MessagesSquare,
        apart: true,
        onSelect: () => command({ kind: 'end-round' }),
      }
    : {
        id: 'begin-round',
        label: 'Begin a round…',
        icon: MessagesSquare,
        apart: true,
        onSelect: () => askFor('round'),
      },
  vote
    ? {
        id: 'close-vote',
        label: 'Close the vote',
        icon: CircleDot,
        onSelect: () => command({ kind: 'close-vote', voteId: vote.id }),
      }
    : { id: 'open-vote', label: 'Open a vote…', icon: CircleDot, onSelect: () => askFor('open-vote') },
];
