// A stage's minutes. Re-flowed, the new ones stand beside the old ones, struck through.
import { classes } from '../design/classes.ts';
import styles from './StageRail.module.css';

interface StageMinutesProps {
  minutes: number;
  /** As the agenda had them. */
  agenda: number;
  className?: string | undefined;
}

export const StageMinutes = ({ minutes, agenda, className }: StageMinutesProps) => (
  <span className={classes(styles.minutes, className)}>
    {minutes !== agenda && (
      <>
        <s aria-hidden="true">{agenda}</s>{' '}
      </>
    )}
    {minutes}
    <span className="vh"> minutes{minutes !== agenda && ` instead of ${agenda}`}</span>
  </span>
);
