// What is printed of the room: a canvas has no pages, so the board goes to paper as its outline, every card in it.
import { useEffect, useEffectEvent } from 'react';
import { flushSync } from 'react-dom';
import type { RoomView } from './Rail.tsx';

export const usePaper = (view: RoomView, show: (view: RoomView) => void): void => {
  const before = useEffectEvent(() => {
    if (view !== 'board') return;
    // The browser draws the page as soon as everybody has been told.
    flushSync(() => show('outline'));
    window.addEventListener('afterprint', () => show('board'), { once: true });
  });
  useEffect(() => {
    const listener = (): void => before();
    window.addEventListener('beforeprint', listener);
    return () => window.removeEventListener('beforeprint', listener);
  }, []);
};
