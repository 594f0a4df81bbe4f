// Whether the last call to the API got any answer at all. Read by the shell's notice.
import { useSyncExternalStore } from 'react';

let reachable = true;
const listeners = new Set<() => void>();

export const noteReachable = (now: boolean): void => {
  if (reachable === now) return;
  reachable = now;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const isReachable = (): boolean => reachable;

export const useReachable = (): boolean => useSyncExternalStore(subscribe, isReachable);
