// Where my pointer is, told to the others: in shares of a zone, since their zones may be laid out in another width.
import type { BoardZone } from '@hearth/board/zones';
import type { Presence } from '../presence.ts';

const everyMs = 50;

const share = (at: number): number => Math.round(Math.min(1, Math.max(0, at)) * 10_000) / 10_000;

/** @returns what to call for each move of a pointer over the board. */
export const pointAt = (presence: Presence): ((event: React.PointerEvent) => void) => {
  let last = 0;
  return ({ pointerType, timeStamp, target, clientX, clientY }) => {
    if (pointerType === 'touch' || timeStamp - last < everyMs) return;
    const zone = target instanceof Element ? target.closest<HTMLElement>('[data-zone]') : null;
    if (!zone) return;
    last = timeStamp;
    const rect = zone.getBoundingClientRect();
    presence.point({
      zone: zone.dataset['zone'] as BoardZone,
      x: share((clientX - rect.left) / rect.width),
      y: share((clientY - rect.top) / rect.height),
    });
  };
};
