// Beside "Saved": that something of mine is not on the board, and the way to it.
import { Inbox } from 'lucide-react';
import { Icon } from '../design/Icon.tsx';
import styles from './Quarantine.module.css';

interface QuarantineMarkProps {
  count: number;
  /** The phone's head has room for the number only. */
  bare: boolean;
  onLook: () => void;
}

export const QuarantineMark = ({ count, bare, onLook }: QuarantineMarkProps) => (
  <button type="button" className={styles.mark} title="What could not be taken is kept for you" onClick={onLook}>
    <Icon of={Inbox} size="s" />
    {count}
    <span className="vh"> {count === 1 ? 'change' : 'changes'}</span>
    <span className={bare ? 'vh' : undefined}> not taken</span>
  </button>
);
