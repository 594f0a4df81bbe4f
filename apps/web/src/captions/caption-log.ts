// The captions of this visit, to be read back; and whether the last one stands in the room as a line. The line's choice is
// kept on this device, the captions nowhere.
import { useSyncExternalStore } from 'react';

export interface Caption {
  id: number;
  atMs: number;
  words: string;
}

const longest = 200;
const storageKey = 'hearth.captions';
const listeners = new Set<() => void>();
let log: readonly Caption[] = [];
let nextId = 1;
/** Storage may be switched off: the choice holds until the page is left. */
let shown: boolean | null = null;

const told = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const writeCaptions = (words: readonly string[], atMs: number): void => {
  log = [...log, ...words.map((one) => ({ id: nextId++, atMs, words: one }))].slice(-longest);
  told();
};

/** For another review. */
export const clearCaptions = (): void => {
  log = [];
  told();
};

export const useCaptionLog = (): readonly Caption[] => useSyncExternalStore(subscribe, () => log);

const areShown = (): boolean => {
  try {
    shown ??= localStorage.getItem(storageKey) === 'on';
  } catch {
    shown = false;
  }
  return shown;
};

export const showCaptions = (show: boolean): void => {
  shown = show;
  try {
    if (show) localStorage.setItem(storageKey, 'on');
    else localStorage.removeItem(storageKey);
  } catch {
    // It still holds.
  }
  told();
};

export const useCaptionsShown = (): boolean => useSyncExternalStore(subscribe, areShown);
