// The bar at the lower edge of the room. The facilitator runs the meeting from it; everybody else sees stage and time,
// says "ready" and raises a hand. It never locks anything and never advances by itself.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import type { ReactNode } from 'react';
import { PrivacyControl } from '../drafts/late-parts.ts';
import { Skeleton } from '../design/Skeleton.tsx';
import styles from './ControlBar.module.css';
import { late } from '../shell/late.tsx';
import { TakingPartBar } from '../taking-part/late-parts.ts';
import { ParticipantBar } from './ParticipantBar.tsx';
import { useFacilitation } from './use-facilitation.ts';

const LobbyBar = late(async () => (await import('./LobbyBar.tsx')).LobbyBar, { canWait: true });
const EndedBar = late(async () => (await import('./EndedBar.tsx')).EndedBar);
const FacilitatorBar = late(async () => (await import('./FacilitatorBar.tsx')).FacilitatorBar);

interface ControlBarProps {
  /** More acts of the room, at the right end. */
  children?: ReactNode;
}

/** Fills its place in the room's grid; 60 px high. Below 720 px use `PhoneStage` instead. */
export const ControlBar = ({ children }: ControlBarProps) => {
  const { view, facilitates, connection, refusal } = useFacilitation();
  return (
    <footer className={styles.bar} aria-label={facilitates ? 'Facilitator’s controls' : 'Stage and time'}>
      {view === null ? (
        <div className={styles.waiting}>
          <Skeleton label="Connecting to the room" lines={1} />
        </div>
      ) : (
        <BarFor view={view} facilitates={facilitates} />
      )}
      {view !== null && <TakingPartBar view={view} />}
      {view !== null && facilitates && <PrivacyControl view={view} />}
      {view !== null && connection !== 'open' && connection !== 'connecting' && (
        <output className={styles.connection}>{refusal ? refusal.advice : 'Reconnecting…'}</output>
      )}
      {children && <div className={styles.extra}>{children}</div>}
    </footer>
  );
};

const BarFor = ({ view, facilitates }: { view: FacilitationView; facilitates: boolean }) => {
  switch (view.state.status) {
    case 'lobby':
      return <LobbyBar view={view} />;
    case 'ended':
      return <EndedBar />;
    case 'running':
      return facilitates ? <FacilitatorBar view={view} /> : <ParticipantBar view={view} />;
  }
};
