// Whether what was refused in a locked zone would be refused again.
import { agendaZoneOf } from '@hearth/board/zones';
import { zonesTouched } from '@hearth/board/zones-touched';
import * as Y from 'yjs';
import type { LockedZones } from '../board/session.tsx';
import type { RefusedChanges } from '../live/quarantine.ts';

/** @param doc  the board as it is. */
export const isStillLocked = (
  doc: Y.Doc,
  { code, changes }: Pick<RefusedChanges, 'code' | 'changes'>,
  locked: LockedZones,
): boolean => {
  if (code !== 'HEARTH_LOCKED' || locked.size === 0) return false;
  const touched = zonesTouched(doc, Y.mergeUpdates(changes.map(({ update }) => update)));
  return [...locked].some((zone) => touched.has(agendaZoneOf(zone)));
};
