// Grey lines where words will stand. Shown only when waiting takes longer than a blink.
import { classes } from './classes.ts';
import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** What is being waited for, read out once: "Loading the reviews". */
  label: string;
  lines?: number;
  /** In place of a pane with paddings of its own, such as a view of the room: the lines keep as clear of its edges. */
  pane?: boolean;
}

export const Skeleton = ({ label, lines = 3, pane = false }: SkeletonProps) => (
  <output className={classes(styles.skeleton, pane && styles.pane)}>
    <span className="vh">{label}</span>
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} className={styles.line} aria-hidden="true" />
    ))}
  </output>
);
