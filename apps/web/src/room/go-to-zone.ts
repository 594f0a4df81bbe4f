// Bringing a zone to the front, in whatever view shows it.
import type { RefObject } from 'react';
import type { BoardZone } from '@hearth/board/zones';
import type { BoardControls } from '../board/canvas/controls.ts';
import { zoneId } from '../board/Zone.tsx';

/** The view may have just been opened: its zones are there a frame or two later. */
export const goToZoneWhenThere = (
  zone: BoardZone,
  controls: RefObject<BoardControls | null>,
  smooth: boolean,
  tries = 20,
): void => {
  requestAnimationFrame(() => {
    const element = document.getElementById(zoneId(zone));
    if (element === null) {
      if (tries > 0) goToZoneWhenThere(zone, controls, smooth, tries - 1);
      return;
    }
    if (element.closest('[data-frame]')) controls.current?.showZone(zone, smooth);
    else {
      const still = !smooth || window.matchMedia('(prefers-reduced-motion: reduce)').matches;
      element.scrollIntoView({ block: 'start', behavior: still ? 'auto' : 'smooth' });
    }
    // Whoever is at a card in there already stays at it.
    if (!element.contains(document.activeElement)) element.focus({ preventScroll: true });
  });
};
