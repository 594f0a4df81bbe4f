import { Link } from 'react-router';
import { Mark } from '../design/Mark.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import styles from './Room.module.css';
import bar from './TopBar.module.css';

/** The room's frame while the board is on its way. */
export const RoomSkeleton = ({ title }: { title?: string }) => (
  <div className={styles.room}>
    <header className={bar.top}>
      <Link to="/" className={bar.mark} aria-label="Hearth, all reviews">
        <Mark />
      </Link>
      {title !== undefined && <h1 className={bar.title}>{title}</h1>}
    </header>
    <main className={styles.opening}>
      <Skeleton label="Opening the board" lines={5} />
    </main>
  </div>
);
