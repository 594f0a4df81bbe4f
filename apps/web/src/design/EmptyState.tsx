// An empty place teaches with its real control: a question, a line, and the thing to press.
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './EmptyState.module.css';

interface EmptyStateProps {
  /** In the voice of the room: "When did someone first notice?" */
  question: ReactNode;
  hint?: ReactNode;
  /** The real control. */
  children?: ReactNode;
  className?: string | undefined;
}

export const EmptyState = ({ question, hint, children, className }: EmptyStateProps) => (
  <div className={classes(styles.empty, className)}>
    <p className={styles.question}>{question}</p>
    {hint && <p className="small">{hint}</p>}
    {children && <div className={styles.controls}>{children}</div>}
  </div>
);
