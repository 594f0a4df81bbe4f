// The board moves along while a hand that carries something is near its edge.
import type { Camera } from './camera.ts';

const edgePx = 40;
const mostPxPerMs = 0.9;

export interface Autopan {
  at(event: { clientX: number; clientY: number }): void;
  stop(): void;
}

/** @param onMove  called after each move of the board, with where the hand still is. */
export const autopan = (
  frame: HTMLElement,
  camera: Camera,
  onMove: (hand: { clientX: number; clientY: number }) => void,
): Autopan => {
  let hand: { clientX: number; clientY: number } | null = null;
  let asked = 0;
  let last = 0;
  const push = (at: number, low: number, high: number): number => {
    const before = Math.min(edgePx, Math.max(0, low + edgePx - at));
    const beyond = Math.min(edgePx, Math.max(0, at - (high - edgePx)));
    return ((before - beyond) / edgePx) * mostPxPerMs;
  };
  const go = (now: number): void => {
    asked = 0;
    if (!hand) return;
    const rect = frame.getBoundingClientRect();
    const elapsed = Math.min(50, last === 0 ? 16 : now - last);
    last = now;
    const dx = push(hand.clientX, rect.left, rect.right) * elapsed;
    const dy = push(hand.clientY, rect.top, rect.bottom) * elapsed;
    if (dx === 0 && dy === 0) {
      last = 0;
      return;
    }
    camera.pan(dx, dy);
    onMove(hand);
    asked = requestAnimationFrame(go);
  };
  return {
    at: ({ clientX, clientY }) => {
      hand = { clientX, clientY };
      if (asked === 0) asked = requestAnimationFrame(go);
    },
    stop: () => {
      hand = null;
      cancelAnimationFrame(asked);
    },
  };
};
