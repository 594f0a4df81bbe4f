// What the cards show of votes: mine in the one that is open, everybody's of those that are closed. Pure.
import type { CardKind } from '@hearth/board/cards';
import type { VoteResult, Votable } from '@hearth/review/facilitation/state';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import type { VotesShown } from '../board/votes-shown.ts';
import type { Ballot } from './ballot.ts';
import { kindVotedOn } from './vote-words.ts';

interface Voting {
  /** What the open vote is on; null without one. */
  on: Votable | null;
  /** null for those who have none, observers for example. */
  ballot: Pick<Ballot, 'on' | 'left' | 'begun'> | null;
  budget: number;
  /** Oldest first: of each kind the last counts, and none while there is a vote on it. */
  results: readonly VoteResult[];
  onStep: (card: CardId, by: 1 | -1) => void;
}

/** @returns null where there is nothing to show on any card. */
export const showVotes = ({ on, ballot, budget, results, onStep }: Voting): VotesShown | null => {
  const open = on === null ? null : kindVotedOn[on];
  const counts = new Map<CardKind, ReadonlyMap<CardId, number>>();
  for (const result of results)
    counts.set(kindVotedOn[result.on], new Map(result.tallies.map(({ cardId, dots }) => [cardId, dots])));
  if (open === null && counts.size === 0) return null;
  const dots: VotesShown['dots'] = ({ id, kind }) =>
    kind === open ? (ballot?.on(id) ?? 0) : (counts.get(kind)?.get(id) ?? 0);
  return {
    dots,
    spoken: (card) => {
      const count = dots(card);
      if (card.kind === open) return ballot === null ? '' : ` ${dotWords(count)} of yours.`;
      return count === 0 ? '' : ` ${dotWords(count)} in the vote.`;
    },
    stepper: ({ id, kind }) => (kind === open && ballot ? (by) => onStep(id, by) : null),
    mine: open !== null && ballot ? { left: ballot.left(), of: budget, begun: ballot.begun() } : null,
  };
};

export const dotWords = (count: number): string => (count === 0 ? 'No dot' : counted(count, 'dot'));
