// What one looks at stays where it is on the screen while something above it grows: a card that others write in, one that is
// measured for the first time. The field that one writes in comes first, then the card in the middle, then the zone that begins. SPEC B26.
import type { Camera3 } from './camera-math.ts';

export interface Anchor {
  /** @param first  held before anything but a field that one writes in. */
  remember(frame: HTMLElement, world: HTMLElement, camera: Camera3, first?: HTMLElement): void;
  /** How far it has moved down the world since the last look, in px of the world. */
  shift(world: HTMLElement, camera: Camera3): number;
}

interface Held {
  element: Element;
  parent: Element | null;
  left: number;
  top: number;
}

const placeIn = (element: Element, world: HTMLElement, { z }: Camera3): { left: number; top: number } => {
  const whole = world.getBoundingClientRect();
  const { left, top } = element.getBoundingClientRect();
  return { left: (left - whole.left) / z, top: (top - whole.top) / z };
};

/** Whether somebody writes in a field of the world. */
export const isWritingIn = (world: HTMLElement): boolean => {
  const focused = document.activeElement;
  return focused?.matches('input, textarea, [contenteditable]') === true && world.contains(focused);
};

/** In the middle first; but between two zones, and under the last one, there may be nothing. */
const looks = [
  [1 / 2, 1 / 3],
  [1 / 4, 1 / 3],
  [1 / 2, 1 / 12],
  [1 / 4, 1 / 12],
] as const;

const seenIn = (frame: HTMLElement, world: HTMLElement): Element | null => {
  const { left, top, width, height } = frame.getBoundingClientRect();
  for (const [x, y] of looks) {
    const element = document.elementFromPoint(left + width * x, top + height * y);
    if (element?.closest('[data-zone]') && world.contains(element)) return element;
  }
  return null;
};

/** The zone that is seen from its head on: what comes into it is to appear below, not to push the head out of sight. */
const begunIn = (frame: HTMLElement, world: HTMLElement): Element | undefined => {
  const { top, height } = frame.getBoundingClientRect();
  return [...world.querySelectorAll('[data-zone]')].find((zone) => {
    const below = zone.getBoundingClientRect().top - top;
    return below >= 0 && below < height / 3;
  });
};

export const keepAnchor = (): Anchor => {
  let held: Held[] = [];
  const candidates = (frame: HTMLElement, world: HTMLElement, first: HTMLElement | undefined): Element[] => {
    const inside = seenIn(frame, world);
    // A card that is selected may be on its way elsewhere: it holds nothing.
    const card = inside?.closest('[data-card-id]');
    return [
      isWritingIn(world) ? document.activeElement : null,
      first,
      card !== document.activeElement ? card : null,
      begunIn(frame, world),
      inside?.closest('[data-group]'),
      inside?.closest('[data-zone]'),
    ].filter((element) => element instanceof Element);
  };
  return {
    remember: (frame, world, camera, first) => {
      held = candidates(frame, world, first).map((element) => ({
        element,
        parent: element.closest('[data-group], [data-zone]'),
        ...placeIn(element, world, camera),
      }));
    },
    shift: (world, camera) => {
      let by: number | null = null;
      held = held.flatMap((one) => {
        const { element, parent, left, top } = one;
        // What went elsewhere itself tells nothing of what is above it.
        if (!element.isConnected || element.closest('[data-group], [data-zone]') !== parent) return [];
        const now = placeIn(element, world, camera);
        if (Math.abs(now.left - left) > 1) return [];
        by ??= Math.abs(now.top - top) < 0.5 ? 0 : now.top - top;
        return { ...one, ...now };
      });
      return by ?? 0;
    },
  };
};
