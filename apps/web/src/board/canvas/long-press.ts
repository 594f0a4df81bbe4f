// Selecting by touch: a long press on a card selects it, and from then on a tap adds a card or lets go of it, until none is left
// or paper is tapped. SPEC B19.
import { cardIdOf } from '../focus.ts';
import type { BoardSession } from '../session.tsx';

const longMs = 450;
const slopPx = 8;

/** @param say  tells those who cannot see it that taps select now. @returns how to stop. */
export const selectByTouch = (
  frame: HTMLElement,
  session: BoardSession,
  say: (words: string) => void,
): (() => void) => {
  const stops = new AbortController();
  const options = { capture: true, signal: stops.signal };
  let picking = false;
  let byTouch = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  /** The tap that ends a long press is none. */
  let ended = false;

  const forget = (): void => clearTimeout(waiting);
  frame.addEventListener(
    'pointerdown',
    (event) => {
      byTouch = event.pointerType === 'touch';
      ended = false;
      forget();
      const id = cardIdOf(event.target instanceof Element ? event.target : null);
      if (!byTouch || session.ui.get().editing === id) return;
      if (session.picked().length === 0) picking = false;
      if (id === null || !event.isPrimary) return;
      from = { x: event.clientX, y: event.clientY };
      if (picking) return;
      waiting = setTimeout(() => {
        picking = true;
        ended = true;
        session.selectAll([id]);
        say('Selected. A tap on another card adds it.');
      }, longMs);
    },
    options,
  );
  frame.addEventListener(
    'pointermove',
    (event) => {
      if (Math.hypot(event.clientX - from.x, event.clientY - from.y) > slopPx) forget();
    },
    options,
  );
  frame.addEventListener('pointerup', forget, options);
  frame.addEventListener('pointercancel', forget, options);
  // The focus would select that card alone.
  frame.addEventListener(
    'mousedown',
    (event) => {
      if (byTouch && (picking || ended) && cardIdOf(event.target as Element) !== null) event.preventDefault();
    },
    options,
  );
  frame.addEventListener(
    'contextmenu',
    (event) => {
      if (byTouch && cardIdOf(event.target as Element) !== null) event.preventDefault();
    },
    options,
  );
  frame.addEventListener(
    'click',
    (event) => {
      const id = cardIdOf(event.target as Element);
      if (!byTouch || !picking || id === null) return;
      event.stopPropagation();
      event.preventDefault();
      if (!ended) session.pick(id);
      ended = false;
      const count = session.picked().length;
      picking = count > 0;
      say(count === 0 ? 'Nothing selected' : `${count} selected`);
    },
    options,
  );
  return () => {
    forget();
    stops.abort();
  };
};
