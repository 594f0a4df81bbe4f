// Grey lines where words will stand. Shown only when waiting takes longer than a blink.
import styles from './Skeleton.module.css';

interface SkeletonProps {
  /** What is being waited for, read out once: "Loading the reviews". */
  label: string;
  lines?: number;
}

export const Skeleton = ({ label, lines = 3 }: SkeletonProps) => (
  <output className={styles.skeleton}>
    <span className="vh">{label}</span>
    {Array.from({ length: lines }, (_, index) => (
      <span key={index} className={styles.line} aria-hidden="true" />
    ))}
  </output>
);
