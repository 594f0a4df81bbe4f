// A modal dialog on the native element: it traps the focus, closes on Escape, and gives the focus back to where it was.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: ReactNode;
  /** Escape, the cross, or a press outside. The dialog is open for as long as it is rendered. */
  onClose: () => void;
  width?: 'narrow' | 'normal' | 'wide';
  /** A side panel instead of a sheet in the middle. */
  panel?: boolean;
  /** Buttons of the last row, the main one last. */
  actions?: ReactNode;
  children: ReactNode;
}

export const Dialog = ({ title, onClose, width = 'normal', panel = false, actions, children }: DialogProps) => {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const before = document.activeElement;
    dialog.showModal();
    return () => {
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[width], panel && styles.panel)}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <div className={styles.inner}>
        <header className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </header>
        {children}
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
};
