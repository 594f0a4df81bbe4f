// How much of the window a phone's keyboard covers. Some browsers make the window smaller, others draw over it: those are asked.
import { useEffect } from 'react';

/** Below this it is a browser's own bar that comes and goes. CSS pixels. */
const leastKeyboardPx = 120;

interface Seen {
  /** Of the window as the page is laid out, CSS pixels. */
  windowHeight: number;
  /** Of what can be seen of it. */
  height: number;
  /** Of what can be seen, from the top of the window. */
  offsetTop: number;
  /** Zoomed with two fingers it is no keyboard that makes the visible part small. */
  scale: number;
}

/** @returns CSS pixels at the lower edge; 0 where no keyboard is drawn over the page. */
export const keyboardInset = ({ windowHeight, height, offsetTop, scale }: Seen): number => {
  const covered = Math.round(windowHeight - height - offsetTop);
  return scale > 1.01 || covered < leastKeyboardPx ? 0 : covered;
};

/** Tells the page as `--keyboard` how much is covered, and as `data-keyboard` that somebody writes with it. */
export const useKeyboardInset = (): void => {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const root = document.documentElement;
    const look = (): void => {
      const { height, offsetTop, scale } = viewport;
      const inset = keyboardInset({ windowHeight: window.innerHeight, height, offsetTop, scale });
      root.style.setProperty('--keyboard', `${inset}px`);
      root.toggleAttribute('data-keyboard', inset > 0);
    };
    look();
    viewport.addEventListener('resize', look);
    viewport.addEventListener('scroll', look);
    return () => {
      viewport.removeEventListener('resize', look);
      viewport.removeEventListener('scroll', look);
      root.style.removeProperty('--keyboard');
      root.removeAttribute('data-keyboard');
    };
  }, []);
};
