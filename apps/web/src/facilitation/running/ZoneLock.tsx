// In the head of a zone: that it is locked, for everybody; and the menu that locks it, for those who run the meeting.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { Zone } from '@hearth/review/templates/template';
import { Ellipsis, Lock } from 'lucide-react';
import { use } from 'react';
import type { BoardZone } from '@hearth/board/zones';
import { agendaZoneOf } from '@hearth/board/zones';
import { lockedZones } from '@hearth/review/facilitation/locked-zones';
import { classes } from '../../design/classes.ts';
import { IconButton } from '../../design/Button.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Menu } from '../../design/Menu.tsx';
import { FacilitationContext, useCommand, useFacilitation } from '../use-facilitation.ts';
import { zoneWords } from './act-words.ts';
import { lockItem } from './lock-item.ts';
import styles from './ZoneLock.module.css';

export interface ZoneLockProps {
  zone: BoardZone | 'narrative';
}

/** Nothing where no meeting is: in the history. */
export const ZoneLock = ({ zone }: ZoneLockProps) =>
  use(FacilitationContext) === null ? null : <LockInMeeting zone={zone} />;

const LockInMeeting = ({ zone }: ZoneLockProps) => {
  const { view, facilitates } = useFacilitation();
  const state = view?.state;
  if (state?.status !== 'running') return null;
  const agendaZone = agendaZoneOf(zone);
  const locked = lockedZones(state).includes(agendaZone);
  const byHand = state.locked?.includes(agendaZone) ?? false;
  return (
    <span className={classes(styles.lock, zone === 'narrative' && styles.page)}>
      {locked && (
        <span className={styles.words}>
          <Icon of={Lock} size="s" />{' '}
          {facilitates
            ? byHand
              ? 'Locked for the others'
              : 'The others only read now'
            : byHand
              ? 'Locked by the facilitator'
              : 'Only to read in this stage'}
        </span>
      )}
      {facilitates && <LockMenu zone={agendaZone} state={state} />}
    </span>
  );
};

const LockMenu = ({ zone, state }: { zone: Zone; state: FacilitationState }) => {
  const command = useCommand();
  const name = zoneWords[zone];
  return (
    <Menu label={`For ${name}`} items={[lockItem(state, zone, command)]}>
      {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={`More for ${name}`} className={styles.more} />}
    </Menu>
  );
};
