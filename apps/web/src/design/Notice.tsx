// A strip that states a fact and offers what can be done. `lost` is the only red there is: a lost connection.
import type { ReactNode } from 'react';
import { Info, Unplug, type LucideIcon } from 'lucide-react';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  /** Leading words, such as "Offline." */
  title?: ReactNode;
  icon?: LucideIcon | undefined;
  lost?: boolean;
  actions?: ReactNode;
  /** `alert` interrupts, `status` waits, `none` for what was there from the start. */
  live?: 'status' | 'alert' | 'none';
  /** What nobody has to answer: on a phone one at a time. */
  offer?: boolean;
  className?: string | undefined;
  children?: ReactNode;
}

export const Notice = ({
  title,
  icon,
  lost = false,
  actions,
  live = 'status',
  offer = false,
  className,
  children,
}: NoticeProps) => (
  <div
    className={classes(styles.notice, lost && styles.lost, className)}
    data-notice={offer ? 'offer' : ''}
    role={live === 'none' ? undefined : live}
  >
    <Icon of={icon ?? (lost ? Unplug : Info)} className={styles.icon} />
    <div className={styles.words}>
      {title && <strong>{title}</strong>} {children}
    </div>
    {actions && <div className={styles.actions}>{actions}</div>}
  </div>
);
