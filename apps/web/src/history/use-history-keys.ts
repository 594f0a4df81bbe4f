// Keys of the history that work wherever the focus is, but on what a key means something to itself.
import { useEffect, useEffectEvent } from 'react';
import { isTyping } from '../facilitation/typing.ts';
import { overlayOpen } from '../design/overlay.ts';

interface HistoryKeys {
  togglePlay: () => void;
  step: (by: -1 | 1) => void;
  landmark: (by: -1 | 1) => void;
}

const ownKeys = 'button, a[href], select, summary, input, [role="slider"]';

export const useHistoryKeys = ({ togglePlay, step, landmark }: HistoryKeys): void => {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping()) return;
    if (overlayOpen()) return;
    const onControl = event.target instanceof Element && event.target.closest(ownKeys) !== null;
    if (event.key === ' ' && !onControl) togglePlay();
    else if (event.key === ',') step(-1);
    else if (event.key === '.') step(1);
    else if (event.key === '[') landmark(-1);
    else if (event.key === ']') landmark(1);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => pressed(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
};
