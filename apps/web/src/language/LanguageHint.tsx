// Below the field in which I write: a question that could stand in place of a sentence that judges somebody. Only I see it.
import type { Finding } from '@hearth/learning/language/check';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { Button } from '../design/Button.tsx';
import { useLensOn } from './language-switch.ts';
import styles from './LanguageHint.module.css';
import { hintMark, isInHint } from './hint-mark.ts';
import { loadLens } from './load-lens.ts';
import { LeftAlone, pickFinding } from './pick.ts';

/** People who are writing are not interrupted. */
const restMs = 600;
const leftAlone = new LeftAlone();

export interface LanguageHintProps {
  field: RefObject<HTMLTextAreaElement | null>;
  /** Before and after a sentence is replaced: what makes it a step of undo of its own. */
  onStep?: (() => void) | undefined;
  /** The focus went from the hint to something else than its field. */
  onLeave?: (() => void) | undefined;
}

export const LanguageHint = ({ field, onStep, onLeave }: LanguageHintProps) => {
  const on = useLensOn();
  const say = useAnnounce();
  const box = useRef<HTMLDivElement>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  /** Counts up when there may be another sentence to look at. */
  const [looks, setLooks] = useState(0);

  const look = useEffectEvent(async () => {
    const check = await loadLens();
    const element = field.current;
    if (!check || !element || document.activeElement !== element) return;
    const found = pickFinding(check(element.value), element.selectionEnd, leftAlone);
    setFinding(found);
    if (found && found.sentence !== finding?.sentence) say(`For you alone, Alt Enter uses it: ${found.reframe}`);
  });

  const keepOrHide = useEffectEvent(() => {
    if (finding && field.current?.value.slice(finding.start, finding.end) !== finding.sentence) setFinding(null);
  });

  const use = (): void => {
    const element = field.current;
    setFinding(null);
    if (!element || !finding || element.value.slice(finding.start, finding.end) !== finding.sentence) return;
    onStep?.();
    element.focus({ preventScroll: true });
    element.setSelectionRange(finding.start, finding.end);
    // The only way that the browser's own undo of a plain field takes back.
    if (!document.execCommand('insertText', false, finding.reframe)) {
      element.setRangeText(finding.reframe, finding.start, finding.end, 'end');
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    onStep?.();
  };

  const leave = (): void => {
    if (finding) leftAlone.add(finding.sentence);
    field.current?.focus({ preventScroll: true });
    setFinding(null);
    setLooks((count) => count + 1);
  };

  const takeKeys = useEffectEvent((event: KeyboardEvent) => {
    if (!finding || event.isComposing || event.key !== 'Enter' || !event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    use();
  });

  useEffect(() => {
    const element = field.current;
    if (!on || !element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), restMs);
    };
    const written = () => {
      keepOrHide();
      later();
    };
    const left = (event: FocusEvent) => {
      clearTimeout(timer);
      if (!isInHint(event.relatedTarget)) setFinding(null);
    };
    const keys = (event: KeyboardEvent) => takeKeys(event);
    // Enter may have emptied the field without an input.
    const released = () => keepOrHide();
    element.addEventListener('input', written);
    element.addEventListener('focus', later);
    element.addEventListener('blur', left);
    element.addEventListener('keydown', keys);
    element.addEventListener('keyup', released);
    if (document.activeElement === element) later();
    return () => {
      clearTimeout(timer);
      setFinding(null);
      element.removeEventListener('input', written);
      element.removeEventListener('focus', later);
      element.removeEventListener('blur', left);
      element.removeEventListener('keydown', keys);
      element.removeEventListener('keyup', released);
    };
  }, [on, field, looks]);

  useLayoutEffect(() => {
    if (!finding) return;
    const place = () => {
      if (box.current && field.current) placeBelow(box.current, field.current);
    };
    box.current?.showPopover();
    place();
    window.addEventListener('scroll', place, { capture: true, passive: true });
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, { capture: true });
      window.removeEventListener('resize', place);
    };
  }, [finding, field]);

  if (!finding) return null;
  return (
    <div
      ref={box}
      popover="manual"
      role="group"
      aria-label="A question instead, seen only by you"
      className={styles.hint}
      {...{ [hintMark]: '' }}
      onPointerDown={(event) => {
        // The field keeps the focus, the card below stays where it is.
        event.preventDefault();
        event.stopPropagation();
      }}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape') return;
        event.preventDefault();
        field.current?.focus({ preventScroll: true });
      }}
      onBlur={(event) => {
        if (isInHint(event.relatedTarget) || event.relatedTarget === field.current) return;
        setFinding(null);
        onLeave?.();
      }}
    >
      <p className={styles.question}>{finding.reframe}</p>
      <div className={styles.acts}>
        <Button look="line" aria-keyshortcuts="Alt+Enter" onClick={use}>
          Use this
        </Button>
        <Button onClick={leave}>Leave it</Button>
        <span className="meta">Only you see this</span>
      </div>
    </div>
  );
};

/** Under the field, or above it where the window ends. */
const placeBelow = (box: HTMLElement, field: HTMLElement): void => {
  const gap = 8;
  const at = field.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = at.bottom + gap;
  const top = below + height + gap <= window.innerHeight ? below : Math.max(gap, at.top - height - gap);
  box.style.left = `${Math.max(gap, Math.min(at.left, window.innerWidth - width - gap))}px`;
  box.style.top = `${top}px`;
};
