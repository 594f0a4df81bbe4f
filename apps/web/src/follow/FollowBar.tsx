// Says whose view this is, and lets go of it.
import { BelowToasts } from '../design/toast.tsx';
import type { Following } from './use-following.ts';
import styles from './FollowBar.module.css';

export const FollowBar = ({ following }: { following: Following }) =>
  following.whom !== null && (
    <>
      <div className={styles.frame} aria-hidden="true" />
      <BelowToasts>
        <div className={styles.bar} role="status">
          <span>Following {following.name}</span>
          <button type="button" onClick={following.stop}>
            <kbd aria-hidden="true">Esc</kbd> Stop
          </button>
        </div>
      </BelowToasts>
    </>
  );
