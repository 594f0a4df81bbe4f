// Which dialog about running the meeting is open: asked for by menus and commands, shown by the room.
import { useSyncExternalStore } from 'react';

export type RunDialog = 'stages' | 'lead';

let open: RunDialog | null = null;
const listeners = new Set<() => void>();

/** @param wanted  null closes it. */
export const openRunDialog = (wanted: RunDialog | null): void => {
  open = wanted;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useRunDialog = (): RunDialog | null => useSyncExternalStore(subscribe, () => open);
