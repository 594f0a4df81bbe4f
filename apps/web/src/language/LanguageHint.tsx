// Below the field in which I write: a question that could stand in place of a sentence that judges somebody. Only I see it.
import type { Finding } from '@hearth/learning/language/check';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { useAnnounce } from '../design/announce.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { useLensOn } from './language-switch.ts';
import { HintBox } from './HintBox.tsx';
import { isInHint } from './hint-mark.ts';
import { loadLens } from './load-lens.ts';
import { leftAlone, pickFinding, restMs } from './pick.ts';

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
  const { view } = useFacilitation();
  const [finding, setFinding] = useState<Finding | null>(null);
  /** Counts up when there may be another sentence to look at. */
  const [looks, setLooks] = useState(0);

  const look = useEffectEvent(async () => {
    const check = await loadLens();
    const element = field.current;
    if (!check || !element || document.activeElement !== element) return;
    const names = view?.people.map(({ name }) => name) ?? [];
    const found = pickFinding(check(element.value, names), element.selectionEnd, leftAlone);
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

  if (!finding) return null;
  return (
    <HintBox
      question={finding.reframe}
      // Under all of a composer: its button stays in reach.
      at={() => (field.current?.closest('form') ?? field.current)?.getBoundingClientRect() ?? null}
      onUse={use}
      onLeave={leave}
      onEscape={() => field.current?.focus({ preventScroll: true })}
      onGone={(event) => {
        if (event.relatedTarget === field.current) return;
        setFinding(null);
        onLeave?.();
      }}
    />
  );
};
