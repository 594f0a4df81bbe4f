import { Mark } from '../design/Mark.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import type { LiveStatus } from '../live/status.ts';
import { Link } from '../router/Router.tsx';
import { LiveNotice } from './LiveNotice.tsx';
import styles from './Room.module.css';
import bar from './TopBar.module.css';

interface RoomSkeletonProps {
  title?: string;
  /** What is to be said about the connection, once there is one. */
  status?: LiveStatus;
  onRetry?: () => void;
}

/** The room's frame while the board is on its way, or while it can't come. */
export const RoomSkeleton = ({ title, status, onRetry = () => undefined }: RoomSkeletonProps) => (
  <div className={styles.room}>
    <header className={bar.top}>
      <Link to="/" className={bar.mark} aria-label="Hearth, all reviews">
        <Mark />
      </Link>
      {title !== undefined && <h1 className={bar.title}>{title}</h1>}
    </header>
    <main className={styles.opening}>
      {status && (
        <div className={styles.notices}>
          <LiveNotice status={status} onRetry={onRetry} />
        </div>
      )}
      {status?.kind !== 'refused' && <Skeleton label="Opening the board" lines={5} />}
    </main>
  </div>
);
