// Whether what I wrote is safe, in the fewest words that are true.
import { Check, CircleAlert, LoaderCircle, Unplug, type LucideIcon } from 'lucide-react';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { statusText, type LiveStatus } from '../live/status.ts';
import styles from './TopBar.module.css';

const short = (status: LiveStatus): { words: string; icon: LucideIcon } => {
  switch (status.kind) {
    case 'loading':
      return { words: 'Opening', icon: LoaderCircle };
    case 'saved':
      return { words: 'Saved', icon: Check };
    case 'saving':
      return { words: 'Saving', icon: LoaderCircle };
    case 'offline':
      return { words: status.changes > 0 ? `Offline, ${status.changes} kept here` : 'Offline', icon: Unplug };
    case 'not-saved':
      return { words: 'Not saved', icon: CircleAlert };
    case 'refused':
      return { words: 'Not connected', icon: CircleAlert };
  }
};

export const SavedMark = ({ status, bare = false }: { status: LiveStatus; bare?: boolean }) => {
  const { words, icon } = short(status);
  return (
    <span
      className={classes(styles.saved, status.kind === 'offline' && styles.lost)}
      data-status={status.kind}
      title={statusText(status)}
    >
      <Icon of={icon} size="s" />
      <span className={bare ? 'vh' : undefined}>{words}</span>
    </span>
  );
};
