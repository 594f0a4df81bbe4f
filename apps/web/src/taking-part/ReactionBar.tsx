// A small bar of reactions, over the button that opens it: a press or its number gives one, Escape closes it.
import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { Icon } from '../design/Icon.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { reactionLooks, reactionOrder } from './reactions.ts';
import styles from './ReactionBar.module.css';

export const reactButtonId = 'react-in-the-room';

export const ReactionBar = ({ onClose }: { onClose: () => void }) => {
  const { react } = useFacilitation();
  const bar = useRef<HTMLDivElement>(null);
  const close = useEffectEvent(onClose);

  useLayoutEffect(() => {
    const element = bar.current;
    if (element === null) return;
    const before = document.activeElement;
    element.showPopover();
    place(element);
    element.querySelector('button')?.focus();
    const outside = (event: PointerEvent): void => {
      const target = event.target as Element;
      if (!element.contains(target) && target.closest(`#${reactButtonId}`) === null) close();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => {
      document.removeEventListener('pointerdown', outside, true);
      if (before instanceof HTMLElement && before.isConnected && element.contains(document.activeElement))
        before.focus({ preventScroll: true });
    };
  }, []);
  // The button may come, go or move with the window.
  useEffect(() => {
    const again = (): void => {
      if (bar.current) place(bar.current);
    };
    window.addEventListener('resize', again);
    return () => window.removeEventListener('resize', again);
  }, []);

  const give = (at: number): void => {
    const reaction = reactionOrder[at];
    if (reaction === undefined) return;
    react(reaction);
    onClose();
  };
  return (
    <div
      ref={bar}
      popover="manual"
      role="dialog"
      aria-label="React"
      tabIndex={-1}
      className={styles.bar}
      onKeyDown={(event) => {
        event.stopPropagation();
        const buttons = [...event.currentTarget.querySelectorAll('button')];
        const at = buttons.findIndex((button) => button === document.activeElement);
        const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
        if (event.key === 'Escape' || event.key === 'Tab') onClose();
        else if (/^[1-9]$/.test(event.key)) give(Number(event.key) - 1);
        else if (to !== undefined) buttons.at(to % buttons.length)?.focus();
        else return;
        event.preventDefault();
      }}
    >
      {reactionOrder.map((reaction, at) => {
        const { name, icon } = reactionLooks[reaction];
        return (
          <button key={reaction} type="button" tabIndex={at === 0 ? 0 : -1} title={name} onClick={() => give(at)}>
            <Icon of={icon} size="l" />
            <span className="vh">{name}</span>
            <kbd aria-hidden="true">{at + 1}</kbd>
          </button>
        );
      })}
    </div>
  );
};

/** Above the button, within the window; at the lower edge where there is no button just now. */
const place = (bar: HTMLElement): void => {
  const at = document.getElementById(reactButtonId)?.getBoundingClientRect();
  const { width, height } = bar.getBoundingClientRect();
  const edge = 8;
  const middle = at && at.width > 0 ? at.left + at.width / 2 : window.innerWidth / 2;
  const above = at && at.width > 0 ? at.top - height - 6 : window.innerHeight - height - 72;
  const top = above < edge && at ? at.bottom + 6 : above;
  bar.style.left = `${Math.max(edge, Math.min(middle - width / 2, window.innerWidth - width - edge))}px`;
  bar.style.top = `${Math.max(edge, top)}px`;
};
