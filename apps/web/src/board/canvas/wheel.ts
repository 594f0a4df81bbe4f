// How far a wheel turned, whatever it counts in.
import type { Point } from './camera-math.ts';

/** Of wheels that count in lines or pages, px. */
const linePx = 16;
const pagePx = 600;

export type Turn = Pick<WheelEvent, 'deltaX' | 'deltaY' | 'deltaMode'>;

/**
 * @returns px to the right and downwards.
 * The deltas are read before their mode: Firefox then counts in px by itself, as far as its own pages scroll. Asked for the mode
 * first it counts in lines, and no page can know how high one is.
 */
export const wheelPx = (event: Turn): Point => {
  const { deltaX: x, deltaY: y } = event;
  const unit = event.deltaMode === 1 ? linePx : event.deltaMode === 2 ? pagePx : 1;
  return { x: x * unit, y: y * unit };
};
