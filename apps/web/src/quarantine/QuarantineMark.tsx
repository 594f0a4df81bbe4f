// Beside "Saved": that something of mine is not on the board, and the way to it.
import { Inbox } from 'lucide-react';
import { counted } from '@hearth/review/time/words';
import { Icon } from '../design/Icon.tsx';
import styles from './Quarantine.module.css';

interface QuarantineMarkProps {
  count: number;
  /** The phone's head has room for the number only. */
  bare: boolean;
  onLook: () => void;
}

export const QuarantineMark = ({ count, bare, onLook }: QuarantineMarkProps) => (
  <button
    type="button"
    className={styles.mark}
    title="What could not be taken is kept for you"
    aria-label={`${counted(count, 'change')} not taken`}
    onClick={onLook}
  >
    <Icon of={Inbox} size="s" />
    {bare ? count : `${count} not taken`}
  </button>
);
