// How much of what others do is spoken. Kept on this device.
import { useSyncExternalStore } from 'react';

export const newsLevels = ['quiet', 'normal', 'all'] as const;
/** `quiet`: nothing. `normal`: now and then, in numbers. `all`: each card by its words. */
export type NewsLevel = (typeof newsLevels)[number];

const storageKey = 'hearth.news';
const listeners = new Set<() => void>();
/** Storage may be switched off: the choice holds until the page is left. */
let chosen: NewsLevel | null = null;

const stored = (): NewsLevel => {
  try {
    const value = localStorage.getItem(storageKey);
    return newsLevels.find((level) => level === value) ?? 'normal';
  } catch {
    return 'normal';
  }
};

export const newsLevel = (): NewsLevel => (chosen ??= stored());

export const setNewsLevel = (level: NewsLevel): void => {
  chosen = level;
  try {
    localStorage.setItem(storageKey, level);
  } catch {
    // It still holds.
  }
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useNewsLevel = (): NewsLevel => useSyncExternalStore(subscribe, newsLevel);
