// Arrow keys pan while nothing has the focus that would want them.
import type { Camera } from './camera.ts';
import { overlayOpen } from '../../design/overlay.ts';

const stepPx = 90;
const farPx = 600;

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [stepPx, 0],
  ArrowRight: [-stepPx, 0],
  ArrowUp: [0, stepPx],
  ArrowDown: [0, -stepPx],
  PageUp: [0, farPx],
  PageDown: [0, -farPx],
};

/** @returns how to stop. */
export const arrowPan = (camera: Camera): (() => void) => {
  const press = (event: KeyboardEvent): void => {
    const step = steps[event.key];
    const focused = document.activeElement;
    if (!step || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (focused !== null && !focused.matches('body, main, [data-zone], [data-frame], [data-frame] [data-scroller]'))
      return;
    if (overlayOpen()) return;
    event.preventDefault();
    camera.pan(step[0], step[1]);
  };
  window.addEventListener('keydown', press);
  return () => window.removeEventListener('keydown', press);
};
