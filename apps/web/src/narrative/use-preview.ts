// When the preview of a card is on the screen: while the pointer or the focus is on its chip, until Escape.
import { useEffect, useId, useRef, useState, type PointerEvent } from 'react';

const showAfterMs = 250;
const hideAfterMs = 120;

export interface Preview {
  id: string;
  shown: boolean;
  keep: () => void;
  leave: () => void;
  on: {
    onPointerEnter: (event: PointerEvent) => void;
    onPointerLeave: () => void;
    onFocus: () => void;
    onBlur: () => void;
  };
}

export const usePreview = (): Preview => {
  const id = useId();
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (ms: number, show: boolean): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(show), ms);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (!shown) return;
    const hide = (): void => setShown(false);
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') hide();
    };
    window.addEventListener('keydown', pressed, true);
    document.addEventListener('scroll', hide, { capture: true, passive: true });
    return () => {
      window.removeEventListener('keydown', pressed, true);
      document.removeEventListener('scroll', hide, { capture: true });
    };
  }, [shown]);
  return {
    id,
    shown,
    keep: () => clearTimeout(timer.current),
    leave: () => after(hideAfterMs, false),
    on: {
      onPointerEnter: (event) => {
        // A finger that touches means to go there.
        if (event.pointerType !== 'touch') after(showAfterMs, true);
      },
      onPointerLeave: () => after(hideAfterMs, false),
      onFocus: () => after(0, true),
      onBlur: () => after(0, false),
    },
  };
};
