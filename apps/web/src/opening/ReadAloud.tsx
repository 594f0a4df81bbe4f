// Words to read out, large enough for a room: one thought a page, turned by arrows, by a press, or by the space bar.
import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import styles from './ReadAloud.module.css';

export interface Reading {
  title: string;
  paragraphs: readonly string[];
}

interface ReadAloudProps {
  /** What all of it is called. */
  title: string;
  readings: readonly Reading[];
  onClose: () => void;
}

export const ReadAloud = ({ title, readings, onClose }: ReadAloudProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const page = useRef<HTMLElement>(null);
  const [at, setAt] = useState(0);
  const closing = useRef(onClose);
  useEffect(() => {
    closing.current = onClose;
  });
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    const before = document.activeElement;
    const cancelled = (event: Event): void => {
      event.preventDefault();
      closing.current();
    };
    element.addEventListener('cancel', cancelled);
    element.showModal();
    page.current?.focus();
    return () => {
      element.removeEventListener('cancel', cancelled);
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const turn = (by: 1 | -1): void => {
    const next = Math.min(readings.length - 1, Math.max(0, at + by));
    setAt(next);
    page.current?.scrollTo({ top: 0 });
    page.current?.focus();
  };
  const reading = readings[at];
  const last = at === readings.length - 1;
  return (
    <dialog
      ref={dialog}
      className={styles.aloud}
      aria-label={`${title}, to read aloud`}
      onKeyDown={(event) => {
        event.stopPropagation();
        const by = turns[event.key];
        if (by === undefined || (event.key === ' ' && event.target !== page.current)) return;
        event.preventDefault();
        turn(by);
      }}
    >
      <header className={styles.head}>
        <span className="meta">
          {title}, {at + 1} of {readings.length}
        </span>
        <IconButton icon={X} label="Close" onClick={onClose} />
      </header>
      <article ref={page} tabIndex={-1} className={styles.page} aria-live="polite">
        <div className={styles.words}>
          <h2>{reading?.title}</h2>
          {reading?.paragraphs.map((paragraph, index) => (
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
      </article>
      <footer className={styles.foot}>
        <Button large icon={ChevronLeft} aria-disabled={at === 0} onClick={() => turn(-1)}>
          Back
        </Button>
        {last ? (
          <Button large look="ink" onClick={onClose}>
            That was it
          </Button>
        ) : (
          <Button large look="ink" onClick={() => turn(1)}>
            {readings[at + 1]?.title} <Icon of={ChevronRight} />
          </Button>
        )}
      </footer>
    </dialog>
  );
};

const turns: Readonly<Record<string, 1 | -1>> = {
  ArrowRight: 1,
  PageDown: 1,
  ' ': 1,
  ArrowLeft: -1,
  PageUp: -1,
};
