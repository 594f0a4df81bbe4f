// A modal dialog on the native element: it traps the focus, closes on Escape, and gives the focus back to where it was.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { X } from 'lucide-react';
import { IconButton } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

interface DialogProps {
  title: ReactNode;
  /**
   * Escape, the cross, or a press outside. The dialog is open for as long as it is rendered.
   * The focus goes to what carries `data-autofocus`, else to the first field.
   */
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
  const closing = useRef(onClose);
  useEffect(() => {
    closing.current = onClose;
  });

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const before = document.activeElement;
    const cancelled = (event: Event) => {
      event.preventDefault();
      closing.current();
    };
    const pressed = (event: MouseEvent) => {
      if (event.target === dialog) closing.current();
    };
    dialog.addEventListener('cancel', cancelled);
    dialog.addEventListener('mousedown', pressed);
    dialog.showModal();
    // From its beginning, wherever that can be seen together with what has the focus.
    const target = firstTarget(dialog);
    target?.focus({ preventScroll: true });
    dialog.scrollTop = 0;
    if (target && target.getBoundingClientRect().bottom > dialog.getBoundingClientRect().bottom)
      target.scrollIntoView({ block: 'nearest' });
    return () => {
      dialog.removeEventListener('cancel', cancelled);
      dialog.removeEventListener('mousedown', pressed);
      dialog.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  return (
    <dialog
      ref={ref}
      className={classes(styles.dialog, styles[width], panel && styles.panel)}
      aria-labelledby={titleId}
    >
      {/* Keys pressed in here are not commands of the page behind. */}
      <div className={styles.inner} role="presentation" onKeyDown={(event) => event.stopPropagation()}>
        <div className={styles.header}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          <IconButton icon={X} label="Close" onClick={onClose} />
        </div>
        {children}
        {actions && <footer className={styles.actions}>{actions}</footer>}
      </div>
    </dialog>
  );
};

/** What is marked, else the first field; where there is neither, the browser's own choice stands. */
const firstTarget = (dialog: HTMLDialogElement) => {
  const marked = dialog.querySelector<HTMLElement>('[data-autofocus]');
  const field = dialog.querySelector<HTMLElement>(
    'input:not([type=hidden], [hidden], :disabled), textarea:not(:disabled), select:not(:disabled)',
  );
  // Of a group of radios the chosen one is where the Tab key would come in.
  const chosen =
    field instanceof HTMLInputElement && field.type === 'radio'
      ? dialog.querySelector<HTMLElement>(`input[type=radio][name="${CSS.escape(field.name)}"]:checked`)
      : null;
  return marked ?? chosen ?? field;
};
