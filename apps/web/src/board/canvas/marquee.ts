// A frame drawn on empty paper selects the cards that it touches. The board moves along when the hand comes to its edge.
import type { CardId } from '@hearth/review/ids';
import { cardIdOf } from '../focus.ts';
import type { BoardSession } from '../session.tsx';
import type { Rect } from '../spatial.ts';
import { autopan } from './autopan.ts';
import type { Camera } from './camera.ts';
import type { CardBox, CardPlaces } from './lens.ts';

const slopPx = 4;

/** Every card within an element and where it stands in the world, mounted or not. */
export const cardBoxes = (camera: Camera, places: CardPlaces, within: HTMLElement): CardBox[] => {
  const boxes: CardBox[] = [];
  const known = new Set<CardId>();
  for (const [holder, own] of places.holders()) {
    if (!within.contains(holder)) continue;
    const origin = camera.boxOf(holder);
    for (const { id, left, top, right, bottom } of own) {
      known.add(id);
      boxes.push({
        id,
        left: origin.left + left,
        top: origin.top + top,
        right: origin.left + right,
        bottom: origin.top + bottom,
      });
    }
  }
  for (const element of within.querySelectorAll<HTMLElement>('[data-card-id]')) {
    const id = cardIdOf(element);
    if (id !== null && !known.has(id)) boxes.push({ id, ...camera.freshBoxOf(element) });
  }
  return boxes;
};

/** @param box  what shows the frame, in px of the camera's frame. */
export const beginMarquee = (
  down: PointerEvent,
  frame: HTMLElement,
  world: HTMLElement,
  box: HTMLElement,
  session: BoardSession,
): void => {
  const { camera, places } = session.canvas;
  const from = camera.toWorld(down);
  const before = down.shiftKey ? session.picked() : [];
  let all: CardBox[] | null = null;
  let last = '';

  const pick = (event: { clientX: number; clientY: number }): void => {
    all ??= cardBoxes(camera, places, world);
    const to = camera.toWorld(event);
    const rect: Rect = {
      left: Math.min(from.x, to.x),
      top: Math.min(from.y, to.y),
      right: Math.max(from.x, to.x),
      bottom: Math.max(from.y, to.y),
    };
    const { x, y, z } = camera.get();
    box.hidden = false;
    box.style.translate = `${x + rect.left * z}px ${y + rect.top * z}px`;
    box.style.width = `${(rect.right - rect.left) * z}px`;
    box.style.height = `${(rect.bottom - rect.top) * z}px`;
    const touched = all.filter(
      (card) => card.left < rect.right && card.right > rect.left && card.top < rect.bottom && card.bottom > rect.top,
    );
    const ids = [...new Set([...before, ...touched.map(({ id }) => id)])];
    const key = ids.join(' ');
    if (key === last) return;
    last = key;
    session.selectAll(ids);
  };
  const pan = autopan(frame, camera, pick);
  const stops = new AbortController();
  const end = (): void => {
    pan.stop();
    box.hidden = true;
    stops.abort();
  };
  let begun = false;
  const { signal } = stops;
  document.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerId !== down.pointerId) return;
      begun ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) >= slopPx;
      if (!begun) return;
      pick(event);
      pan.at(event);
    },
    { signal },
  );
  document.addEventListener('pointerup', end, { signal });
  document.addEventListener('pointercancel', end, { signal });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !begun) return;
      event.stopPropagation();
      event.preventDefault();
      session.selectAll(before);
      end();
    },
    { capture: true, signal },
  );
};
