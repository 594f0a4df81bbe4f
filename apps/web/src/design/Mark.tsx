// Hearth's mark: a hearth with a flame in it.
import styles from './Mark.module.css';

export const Mark = () => (
  <svg className={styles.mark} aria-hidden="true" focusable="false" viewBox="0 0 24 24">
    <path d="M3.5 20.5h17M5.5 20.5V11a6.5 6.5 0 0 1 13 0v9.5" />
    <path
      className={styles.flame}
      d="M12 11.2c1.9 1.9 2.9 3.3 2.9 5a2.9 2.9 0 0 1-5.8 0c0-1.1.5-1.9 1.2-2.7.4.7.8 1 1.2 1.1-.2-1.2 0-2.3.5-3.4z"
    />
  </svg>
);

/** The mark with the name beside it. */
export const Brand = () => (
  <span className={styles.brand}>
    <Mark /> Hearth
  </span>
);
