// Who comes late, and who only reloads: when this device was last in the room. Pure but for the device's storage. ../second-screen/SPEC.md SF1.
import type { FacilitationState } from '@hearth/review/facilitation/state';

/** A meeting that has just begun needs no summary. */
const freshMs = 2 * 60_000;
/** Who was away for so long has missed something. */
const awayMs = 10 * 60_000;

export type Arrival = 'late' | 'away' | 'in-time';

/** @param seenMs  when this device was last in the room, by the server's clock; null for never. */
export const arrivalOf = (
  { status, visits }: Pick<FacilitationState, 'status' | 'visits'>,
  seenMs: number | null,
  nowMs: number,
): Arrival => {
  const began = visits[0]?.enteredMs;
  if (status !== 'running' || began === undefined || nowMs - began < freshMs) return 'in-time';
  // Whoever prepared the board last week comes as late as somebody new.
  if (seenMs === null || seenMs < began) return 'late';
  return nowMs - seenMs >= awayMs ? 'away' : 'in-time';
};

const keyOf = (reviewId: string): string => `hearth.here.${reviewId}`;

/** @returns null for never; undefined where the device keeps nothing, and a reload looks like an arrival. */
export const lastHere = (reviewId: string): number | null | undefined => {
  try {
    const stored = localStorage.getItem(keyOf(reviewId));
    return stored === null ? null : Number(stored) || null;
  } catch {
    return undefined;
  }
};

export const noteHere = (reviewId: string, nowMs: number): void => {
  try {
    localStorage.setItem(keyOf(reviewId), String(Math.round(nowMs)));
  } catch {
    // Then nobody is told that they were away.
  }
};
