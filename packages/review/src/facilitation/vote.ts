// Dot votes with a budget, hidden until they close. SPEC F25–F27.
import type { CardId, ParticipantId } from '../ids.ts';
import { commandLimits, type FacilitationCommand } from './command.ts';
import { withMember } from './members.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import { without, type Ballot, type StoredMeeting, type VoteResult } from './state.ts';

type OpenVote = Extract<FacilitationCommand, { kind: 'open-vote' }>;
type GiveDots = Extract<FacilitationCommand, { kind: 'vote' }>;

/** Dots that somebody has still to give. */
export const votesLeft = (ballot: Ballot, dots: number): number =>
  dots - Object.values(ballot).reduce((sum, given) => sum + given, 0);

/** What somebody has given in the open vote; nothing without one. For their eyes only. */
export const ballotOf = ({ ballots }: Pick<StoredMeeting, 'ballots'>, who: ParticipantId): Ballot =>
  ballots?.[who] ?? {};

export const openVote = (state: StoredMeeting, { on, dots, anonymous }: OpenVote, nowMs: number): Transition => {
  if (state.vote) return refuse('vote-open');
  if ((state.results?.length ?? 0) >= commandLimits.votes) return refuse('too-many-votes');
  // No later vote has the same number, not even after one that was discarded: a late dot finds the vote it was meant for.
  const id = state.version + 1;
  return accept({ ...state, vote: { id, on, dots, anonymous, openedMs: nowMs, voted: [] }, ballots: {} });
};

export const giveDots = (state: StoredMeeting, { voteId, cardId, dots }: GiveDots, me: ParticipantId): Transition => {
  const { vote } = state;
  if (vote?.id !== voteId) return refuse('no-such-vote');
  const before = ballotOf(state, me);
  const ballot = withDots(before, cardId, dots);
  if (votesLeft(ballot, vote.dots) < 0) return refuse('no-dots-left');
  if (givenTo(before, cardId) === dots) return unchanged(state);
  const { [me]: _mine, ...others } = state.ballots ?? {};
  const hasVoted = Object.keys(ballot).length > 0;
  return accept({
    ...state,
    vote: { ...vote, voted: withMember(vote.voted, me, hasVoted) },
    ballots: hasVoted ? { ...others, [me]: ballot } : others,
  });
};

export const closeVote = (state: StoredMeeting, voteId: number, nowMs: number): Transition =>
  state.vote?.id === voteId ? accept(withResult(state, nowMs)) : refuse('no-such-vote');

export const discardVote = (state: StoredMeeting, voteId: number): Transition =>
  state.vote?.id === voteId ? accept(without(state, 'vote', 'ballots')) : refuse('no-such-vote');

/** The open vote is closed, if there is one: its dots are counted, and the ballots forgotten. */
export const withResult = (state: StoredMeeting, nowMs: number): StoredMeeting => {
  const { vote, ballots = {}, results = [] } = state;
  if (!vote) return state;
  const { id, on, dots, anonymous, voted } = vote;
  const tallies = counted(voted.map((by) => ({ by, ballot: ballots[by] ?? {} }))).map((tally) =>
    anonymous ? { cardId: tally.cardId, dots: tally.dots } : tally,
  );
  const result: VoteResult = { id, on, dots, anonymous, closedMs: nowMs, voters: voted.length, tallies };
  return { ...without(state, 'vote', 'ballots'), results: [...results, result] };
};

/** Most dots first; among equals the order says nothing about who came when. */
const counted = (ballots: readonly { by: ParticipantId; ballot: Ballot }[]) => {
  const tallies = new Map<CardId, { cardId: CardId; dots: number; by: ParticipantId[] }>();
  for (const { by, ballot } of ballots)
    for (const [cardId, dots] of Object.entries(ballot) as [CardId, number][]) {
      const tally = tallies.get(cardId) ?? { cardId, dots: 0, by: [] };
      tallies.set(cardId, { cardId, dots: tally.dots + dots, by: [...tally.by, by] });
    }
  return [...tallies.values()].toSorted((a, b) => b.dots - a.dots || (a.cardId < b.cardId ? -1 : 1));
};

// A card's id comes from a browser: it may be the name of something that every object has.
const givenTo = (ballot: Ballot, cardId: CardId): number => (Object.hasOwn(ballot, cardId) ? (ballot[cardId] ?? 0) : 0);

const withDots = (ballot: Ballot, cardId: CardId, dots: number): Ballot =>
  Object.fromEntries(
    [...Object.entries(ballot).filter(([id]) => id !== cardId), [cardId, dots] as const].filter(([, n]) => n > 0),
  );
