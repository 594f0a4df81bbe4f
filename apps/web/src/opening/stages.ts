// Which stage of an agenda, also of a workspace's own, opens the meeting, closes it, or is about factors. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Stage } from '@hearth/review/templates/template';

export const isOpening = ({ id, name }: Pick<Stage, 'id' | 'name'>): boolean =>
  id === 'opening' || /\bopening\b/i.test(name);
export const isClosing = ({ id, name }: Pick<Stage, 'id' | 'name'>): boolean =>
  id === 'closing' || /\bclosing\b/i.test(name);

/** The stage that the room is in; undefined before the meeting and after it. */
export const stageNow = (state: FacilitationState): Stage | undefined =>
  state.status === 'running' ? state.stages[state.stageIndex] : undefined;

/**
 * Whether the time for actions has come: the room has been in every stage of factors and is beyond them, or the meeting
 * has ended. An agenda without such a stage has nothing to wait for once it is under way.
 */
export const factorsAreDone = (state: FacilitationState): boolean => {
  if (state.status === 'lobby') return false;
  if (state.status === 'ended') return true;
  const last = state.stages.findLastIndex(({ zone }) => zone === 'factors');
  if (last === -1) return state.visits.length > 1;
  const id = state.stages[last]?.id;
  return state.stageIndex > last && state.visits.some(({ stageId }) => stageId === id);
};
