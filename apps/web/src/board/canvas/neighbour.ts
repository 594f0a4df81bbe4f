// Where an arrow key leads on the canvas: to the nearest card of the zone, drawn or not. SPEC B12.
import type { CardId } from '@hearth/review/ids';
import { cardIdOf } from '../focus.ts';
import type { BoardSession } from '../session.tsx';
import { nearest, type Direction } from '../spatial.ts';
import { cardBoxes } from './marquee.ts';

/** @returns null where there is none that way, or where it is not about the canvas. */
export const neighbourOnCanvas = (
  from: HTMLElement,
  direction: Direction,
  { canvas }: Pick<BoardSession, 'canvas'>,
): CardId | null => {
  const scope = from.closest<HTMLElement>('[data-world] [data-cards]');
  const id = cardIdOf(from);
  if (!scope || id === null) return null;
  const boxes = cardBoxes(canvas.camera, canvas.places, scope);
  const own = boxes.find((box) => box.id === id);
  if (!own) return null;
  const others = boxes.filter((box) => box !== own).map((box) => ({ id: box.id, rect: box }));
  return nearest(others, own, direction)?.id ?? null;
};
