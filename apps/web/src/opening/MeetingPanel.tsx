// A panel of the meeting at the right edge of the room, over the drawer; on a phone a block above the list. It holds nobody:
// board, clock and hands stay in reach.
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { useRootMark } from '../design/root-mark.ts';
import { closeSheet, openSheet } from './sheet.ts';
import styles from './MeetingPanel.module.css';

interface MeetingPanelProps {
  title: string;
  /** Beside the title. */
  acts?: ReactNode;
  /** In the flow of the page instead of over it. */
  inline: boolean;
  children: ReactNode;
}

export const MeetingPanel = ({ title, acts, inline, children }: MeetingPanelProps) => {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef<Element | null>(null);
  useRootMark('data-sheet', inline ? null : '');
  useEffect(() => {
    const { asked, part } = openSheet();
    if (!asked) return;
    before.current = document.activeElement;
    const wanted = part === null ? null : document.getElementById(part);
    (wanted ?? heading.current)?.focus({ preventScroll: true });
    (wanted ?? heading.current)?.scrollIntoView({ block: wanted ? 'center' : 'nearest' });
  }, []);
  const close = (): void => {
    closeSheet();
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
    else document.getElementById('board')?.focus({ preventScroll: true });
  };
  return (
    <section
      className={classes(styles.panel, inline && styles.inline)}
      data-meeting-panel
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.stopPropagation();
        close();
      }}
    >
      <header className={styles.head}>
        <h2 id={id} ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        {acts}
        <IconButton icon={X} label={`Close: ${title}`} onClick={close} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
};
