// Which zones of the board are only read while they are locked. Pure.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import { zones, type Zone } from '@hearth/review/templates/template';
import type { BoardZone } from '../../board/groups.ts';

/** Learnings and actions are one zone of the agenda. */
export const agendaZoneOf = (zone: BoardZone | 'narrative'): Zone => (zone === 'actions' ? 'learnings' : zone);

/** In a stage that is for reading, all of them. */
export const lockedZones = ({ status, stages, stageIndex, locked = [] }: FacilitationState): readonly Zone[] => {
  if (status !== 'running') return [];
  return stages[stageIndex]?.participants === 'read' ? zones : locked;
};
