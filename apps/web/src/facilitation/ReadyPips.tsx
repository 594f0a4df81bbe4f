// How many have said "ready": a dot each, and the number in words.
import type { ReadyCount } from './people.ts';
import styles from './ReadyPips.module.css';

/** Beyond this the dots say less than the words. */
const mostPips = 12;

export const ReadyPips = ({ count }: { count: ReadyCount }) => (
  <p className={styles.ready}>
    {count.of <= mostPips && (
      <span className={styles.pips} aria-hidden="true">
        {Array.from({ length: count.of }, (_, index) => (
          <i key={index} className={index < count.ready ? styles.said : styles.open} />
        ))}
      </span>
    )}
    <span>
      {count.ready} of {count.of} ready
    </span>
  </p>
);
