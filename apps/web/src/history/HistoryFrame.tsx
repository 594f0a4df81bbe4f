// The frame of the history: which review it is, the way back, and room for what is shown.
import type { ReactNode } from 'react';
import { ArrowLeft } from 'lucide-react';
import { ButtonLink } from '../design/Button.tsx';
import { Mark } from '../design/Mark.tsx';
import { Link } from '../router/Router.tsx';
import styles from './History.module.css';

interface HistoryFrameProps {
  reviewId: string;
  title: string;
  /** What is chosen in the bar. */
  tools?: ReactNode;
  children: ReactNode;
}

export const HistoryFrame = ({ reviewId, title, tools, children }: HistoryFrameProps) => (
  <div className={styles.frame}>
    <a className={styles.skip} href="#moment">
      Skip to the board
    </a>
    <header className={styles.top}>
      <Link to="/" className={styles.mark} aria-label="Hearth, all reviews">
        <Mark />
      </Link>
      <h1 className={styles.title}>
        {title} <span className={styles.here}>History</span>
      </h1>
      {tools}
      <ButtonLink to={`/reviews/${reviewId}`} icon={ArrowLeft} className={styles.back}>
        Back to the room
      </ButtonLink>
    </header>
    {children}
  </div>
);
