// The stage's clock: big figures in the serif, the plan beside them, a bar of what is left. Never red: time is a guide.
import { classes } from '../design/classes.ts';
import type { Remaining } from './remaining.ts';
import styles from './StageClock.module.css';

interface StageClockProps {
  remaining: Remaining;
  /** Only the figures; the bar and the plan stand elsewhere. */
  bare?: boolean;
  /** When the meeting will end, as a wall time: for those who run it. */
  ends?: string | null;
}

export const StageClock = ({ remaining, bare = false, ends = null }: StageClockProps) => (
  <p className={classes(styles.clock, bare && styles.bare)}>
    <span className={styles.figures} role="timer" aria-live="off" aria-label={remaining.spoken}>
      {remaining.text}
    </span>
    {!bare && (
      <>
        <span className={styles.plan}>
          {remaining.paused ? 'paused, ' : ''}of {remaining.plannedMinutes} min{ends !== null && `, ends ${ends}`}
        </span>
        <ClockBar remaining={remaining} className={styles.bar} />
      </>
    )}
  </p>
);

/** What is left of the plan, as a bar. The figures say the same. */
export const ClockBar = ({ remaining, className }: { remaining: Remaining; className?: string | undefined }) => (
  <span className={classes(styles.track, className)} aria-hidden="true">
    <span className={styles.left} style={{ inlineSize: `${(remaining.leftShare * 100).toFixed(2)}%` }} />
  </span>
);
