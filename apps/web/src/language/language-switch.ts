// Whether the language lens looks at what I write. Kept on this device.
import { useSyncExternalStore } from 'react';

const storageKey = 'hearth.language';
const listeners = new Set<() => void>();
/** Storage may be switched off: the choice holds until the page is left. */
let chosen: boolean | null = null;

const stored = (): boolean => {
  try {
    return localStorage.getItem(storageKey) !== 'off';
  } catch {
    return true;
  }
};

export const isLensOn = (): boolean => (chosen ??= stored());

export const setLensOn = (on: boolean): void => {
  chosen = on;
  try {
    if (on) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, 'off');
  } catch {
    // It still holds.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useLensOn = (): boolean => useSyncExternalStore(subscribe, isLensOn);
