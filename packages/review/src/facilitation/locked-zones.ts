// Which zones of the board are only read while they are locked, for whoever does not run the meeting. Pure. SPEC F32.
import { zones, type Zone } from '../templates/template.ts';
import type { FacilitationState } from './state.ts';

/** In a stage that is for reading, all of them. */
export const lockedZones = ({
  status,
  stages,
  stageIndex,
  locked = [],
}: Pick<FacilitationState, 'status' | 'stages' | 'stageIndex' | 'locked'>): readonly Zone[] => {
  if (status !== 'running') return [];
  return stages[stageIndex]?.participants === 'read' ? zones : locked;
};
