// What the stage that the room is in has in store and was not held yet. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Stage } from '@hearth/review/templates/template';

interface Offered {
  round: NonNullable<Stage['round']> | null;
  vote: NonNullable<Stage['vote']> | null;
  /** Of the visit: each is a chance of its own. */
  key: number;
}

/** A round while none is under way; a vote that was not held in this visit, while neither goes on. */
export const offersOf = (state: FacilitationState): Offered => {
  const { status, stages, stageIndex, visits, round, vote, results = [] } = state;
  const key = visits.length;
  const stage = stages[stageIndex];
  if (status !== 'running' || !stage) return { round: null, vote: null, key };
  const enteredMs = visits.at(-1)?.enteredMs ?? 0;
  const held = results.some(({ on, closedMs }) => on === stage.vote?.on && closedMs >= enteredMs);
  return {
    round: round ? null : (stage.round ?? null),
    vote: vote || round || held ? null : (stage.vote ?? null),
    key,
  };
};
