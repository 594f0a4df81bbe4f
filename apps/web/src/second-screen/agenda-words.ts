// What the shared agenda says beside the figures of its clock. Pure. Rules: SPEC SS3, SS4.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { plannedMinutes } from '@hearth/review/facilitation/plan';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { counted } from '@hearth/review/time/words';
import { purposeNames, turnNow } from '../taking-part/rounds.ts';
import { namesWords, votedWords } from '../votes/vote-words.ts';

export interface VoteLine {
  what: string;
  count: string;
}

/** How many have voted, never for what; null while no vote is open. */
export const voteLine = ({ state: { vote }, people }: FacilitationView): VoteLine | null =>
  vote === undefined
    ? null
    : {
        what: `Vote on the ${vote.on}: ${counted(vote.dots, 'dot')} each, ${namesWords(vote.anonymous)}`,
        count: votedWords(vote.voted, people),
      };

export interface TurnLine {
  /** `Check-in, 2 of 5` */
  what: string;
  question: string;
  /** Whose turn it is. */
  name: string;
  /** null for the last one. */
  next: string | null;
}

/** Whose turn it is; null without a round. */
export const turnLine = (view: FacilitationView): TurnLine | null => {
  const turn = turnNow(view);
  const { round } = view.state;
  if (turn === null || round === undefined || turn.speakerId === null) return null;
  return {
    what: `${purposeNames[round.purpose]}, ${turn.place} of ${turn.of}`,
    question: round.question,
    name: turn.speaker?.name ?? 'Somebody',
    next: turn.next?.name ?? null,
  };
};

/** How far a stage is over its minutes, told as what it is: nothing is late. @param ms  what is left; negative when over. */
export const overWords = (ms: number): string => {
  const minutes = Math.floor(-ms / 60_000);
  return `${minutes < 1 ? 'The time for this is up' : `${counted(minutes, 'minute')} over`}. Take what you need.`;
};

/**
 * When the meeting will end if the stages that are left take what is planned for them. Unix milliseconds.
 * @param leftMs  of the stage that the room is in; one that runs over ends now, for all that is known.
 * @returns null unless the meeting runs.
 */
export const endAtMs = (state: FacilitationState, leftMs: number, nowMs: number): number | null => {
  if (state.status !== 'running') return null;
  const after = state.stages.reduce(
    (sum, _, index) => (index > state.stageIndex ? sum + plannedMinutes(state, index) : sum),
    0,
  );
  return nowMs + Math.max(0, leftMs) + after * 60_000;
};
