import { X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../design/Button.tsx';
import { BelowToasts } from '../design/toast.tsx';
import styles from './Room.module.css';

const key = 'hearth.room.hint';

const wasSeen = (): boolean => {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    // Without storage nothing can be put away for good: better no hint than one at each visit.
    return true;
  }
};

/** Three things to know on the first visit, put away for good. */
export const FirstHint = () => {
  const [shown, setShown] = useState(() => !wasSeen());
  if (!shown) return null;
  return (
    <BelowToasts>
      <div className={styles.hint} role="note">
        <p>
          <kbd>N</kbd> writes a card where you are. Press a card to choose it, press it again to write in it.{' '}
          <kbd>?</kbd> shows every key.
        </p>
        <IconButton
          icon={X}
          label="Put this hint away"
          onClick={() => {
            setShown(false);
            try {
              localStorage.setItem(key, 'seen');
            } catch {
              // It comes back next time; nothing else.
            }
          }}
        />
      </div>
    </BelowToasts>
  );
};
