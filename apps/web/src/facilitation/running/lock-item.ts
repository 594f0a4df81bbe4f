// The item that locks a zone for the others, or opens it again: in the zone's own menu, and in that of the facilitator.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Zone } from '@hearth/review/templates/template';
import { Lock, LockOpen } from 'lucide-react';
import type { MenuItem } from '../../design/Menu.tsx';
import type { useCommand } from '../use-facilitation.ts';
import { zoneWords } from './act-words.ts';

export const lockItem = (
  { locked = [] }: FacilitationState,
  zone: Zone,
  command: ReturnType<typeof useCommand>,
): MenuItem => {
  const isLocked = locked.includes(zone);
  return {
    id: 'lock',
    label: isLocked ? `Unlock ${zoneWords[zone]}` : `Lock ${zoneWords[zone]} for the others`,
    icon: isLocked ? LockOpen : Lock,
    onSelect: () => void command({ kind: 'lock-zone', zone, locked: !isLocked }),
  };
};
