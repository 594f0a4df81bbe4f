// Everybody speaks in turn: a check-in, a check-out, or any question. SPEC F24.
import type { ParticipantId } from '../ids.ts';
import { permission } from '../permission.ts';
import type { CommandContext, FacilitationCommand } from './command.ts';
import { accept, refuse, type Transition } from './outcome.ts';
import { without, type StoredMeeting } from './state.ts';

type BeginRound = Extract<FacilitationCommand, { kind: 'begin-round' }>;

/** Who is no part of the review, or only observes it, is left out: a turn that nobody could take holds everybody up. */
export const beginRound = (
  state: StoredMeeting,
  { purpose, question, order }: BeginRound,
  { people, nowMs }: CommandContext,
): Transition => {
  if (state.round) return refuse('round-under-way');
  const speak = new Set(
    people
      .filter(({ role }) => permission(role, 'facilitation.take-part').allowed)
      .map(({ participantId }) => participantId),
  );
  const speakers = [...new Set(order)].filter((who) => speak.has(who));
  if (speakers.length === 0) return refuse('nobody-to-ask');
  return accept({ ...state, round: { purpose, question, order: speakers, turn: 0, sinceMs: nowMs }, lastMove: null });
};

export const endTurn = (state: StoredMeeting, of: ParticipantId, { actor, nowMs }: CommandContext): Transition => {
  const { round } = state;
  if (!round) return refuse('no-round');
  if (round.order[round.turn] !== of) return refuse('turn-over');
  const runs = permission(actor.role, 'facilitation.run').allowed;
  if (actor.participantId !== of && !runs) return refuse('not-your-turn');
  const turn = round.turn + 1;
  if (turn >= round.order.length) return accept(without(state, 'round'));
  return accept({ ...state, round: { ...round, turn, sinceMs: nowMs } });
};

export const endRound = (state: StoredMeeting): Transition =>
  state.round ? accept(without(state, 'round')) : refuse('no-round');
