// The question itself, below what it could stand in place of: the same under a field and in the narrative. Only its author
// sees it.
import { useEffectEvent, useLayoutEffect, useRef, type FocusEvent } from 'react';
import { Button } from '../design/Button.tsx';
import { hintMark, isInHint } from './hint-mark.ts';
import styles from './LanguageHint.module.css';

interface HintBoxProps {
  question: string;
  /** Where on the screen stands what it is about; null while that can't be told. */
  at: () => Pick<DOMRect, 'left' | 'top' | 'bottom'> | null;
  onUse: () => void;
  /** Keeps the sentence, and the question beside it. */
  onBeside?: (() => void) | undefined;
  onLeave: () => void;
  onEscape: () => void;
  /** The focus left it for something else. */
  onGone: (event: FocusEvent) => void;
}

export const HintBox = ({ question, at, onUse, onBeside, onLeave, onEscape, onGone }: HintBoxProps) => {
  const box = useRef<HTMLDivElement>(null);
  const place = useEffectEvent(() => {
    const spot = at();
    if (box.current && spot) placeBelow(box.current, spot);
  });
  useLayoutEffect(() => {
    box.current?.showPopover();
    place();
    const again = (): void => place();
    window.addEventListener('scroll', again, { capture: true, passive: true });
    window.addEventListener('resize', again);
    return () => {
      window.removeEventListener('scroll', again, { capture: true });
      window.removeEventListener('resize', again);
    };
  }, [question]);
  return (
    <div
      ref={box}
      popover="manual"
      role="group"
      aria-label="A question instead, seen only by you"
      className={styles.hint}
      {...{ [hintMark]: '' }}
      onPointerDown={(event) => {
        // What is written in keeps the focus, the card below stays where it is.
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEscape();
      }}
      onBlur={(event) => {
        if (!isInHint(event.relatedTarget)) onGone(event);
      }}
    >
      <p className={styles.question}>{question}</p>
      <div className={styles.acts}>
        <Button look="line" aria-keyshortcuts="Alt+Enter" onClick={onUse}>
          Use this
        </Button>
        {onBeside && <Button onClick={onBeside}>Keep both</Button>}
        <Button onClick={onLeave}>Leave it</Button>
        <span className="meta">Only you see this</span>
      </div>
    </div>
  );
};

/** Under it, or above it where the window ends. */
const placeBelow = (box: HTMLElement, at: Pick<DOMRect, 'left' | 'top' | 'bottom'>): void => {
  const gap = 8;
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + gap;
  const top = below + height + gap <= window.innerHeight ? below : Math.max(gap, at.top - height - gap);
  box.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - width - gap))}px`;
  box.style.top = `${top}px`;
};
