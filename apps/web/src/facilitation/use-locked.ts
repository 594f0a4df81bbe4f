// The zones that are only read here just now; none for those who run the meeting.
import { useMemo } from 'react';
import { agendaZoneOf, boardZones } from '@hearth/board/zones';
import { lockedZones } from '@hearth/review/facilitation/locked-zones';
import type { LockedZones } from '../board/session.tsx';
import { useFacilitation } from './use-facilitation.ts';

/** The same set for as long as it is the same zones. */
export const useLocked = (): LockedZones => {
  const { view, facilitates } = useFacilitation();
  const locked = view === null || facilitates ? '' : lockedZones(view.state).join(' ');
  return useMemo(() => {
    const zones = new Set(locked.split(' '));
    return new Set(([...boardZones, 'narrative'] as const).filter((zone) => zones.has(agendaZoneOf(zone))));
  }, [locked]);
};
