// A panel beside a card, or a sheet on a phone. It is not modal: the board stays in reach; Escape gives the focus back.
import type { CardId } from '@hearth/review/ids';
import { X } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { IconButton } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { Dialog } from '../design/Dialog.tsx';
import { useOnPhone } from '../room/use-on-phone.ts';
import { useBeside } from './use-beside.ts';
import styles from './BesideCard.module.css';

interface BesideCardProps {
  id: CardId;
  title: string;
  narrow?: boolean;
  onClose: () => void;
  children: ReactNode;
}

export const BesideCard = (props: BesideCardProps) => {
  const onPhone = useOnPhone();
  return onPhone ? (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.children}
    </Dialog>
  ) : (
    <Panel {...props} />
  );
};

const Panel = ({ id, title, narrow = false, onClose, children }: BesideCardProps) => {
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useBeside(box, id);
  // Not before a dialog that it was opened from has given the focus back.
  useEffect(() => {
    const element = box.current;
    if (element === null || element.contains(document.activeElement)) return;
    (element.querySelector<HTMLElement>('textarea, [data-autofocus]') ?? element).focus({ preventScroll: true });
  }, []);
  // What had the focus may be gone with what was done: then the panel has it, not the page.
  const inside = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watcher = new MutationObserver(() => {
      if (inside.current && document.activeElement === document.body) element.focus({ preventScroll: true });
    });
    watcher.observe(element, { childList: true, subtree: true });
    return () => watcher.disconnect();
  }, []);
  return (
    <div
      ref={box}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      className={classes(styles.panel, narrow && styles.narrow)}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) inside.current = false;
      }}
      // Keys pressed in here are not commands of the board.
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <div className={styles.head}>
        <h2 id={titleId}>{title}</h2>
        <IconButton icon={X} label="Close" onClick={onClose} />
      </div>
      {children}
    </div>
  );
};
