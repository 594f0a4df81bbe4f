// Whether somebody wanders on their own while the room moves on. Kept on this device, for each review.
import { useSyncExternalStore } from 'react';

const keyOf = (reviewId: string): string => `hearth.wander.${reviewId}`;
const listeners = new Set<() => void>();
/** Storage may be switched off: the choice holds until the page is left. */
const chosen = new Map<string, boolean>();

export const isWandering = (reviewId: string): boolean => {
  const known = chosen.get(reviewId);
  if (known !== undefined) return known;
  let wanders = false;
  try {
    wanders = localStorage.getItem(keyOf(reviewId)) !== null;
  } catch {
    // Then they go with the room.
  }
  chosen.set(reviewId, wanders);
  return wanders;
};

export const setWandering = (reviewId: string, wanders: boolean): void => {
  chosen.set(reviewId, wanders);
  try {
    if (wanders) localStorage.setItem(keyOf(reviewId), 'yes');
    else localStorage.removeItem(keyOf(reviewId));
  } catch {
    // It still holds.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useWandering = (reviewId: string): boolean => useSyncExternalStore(subscribe, () => isWandering(reviewId));
