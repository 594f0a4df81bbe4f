// Quiet mode: nothing of what others do moves or speaks, and my pointer is not shown to them. Kept on this device; until
// somebody chooses, those who observe have it quiet. Rules: ../second-screen/SPEC.md Q1–Q3.
import { useSyncExternalStore } from 'react';

const storageKey = 'hearth.quiet';
const listeners = new Set<() => void>();
let observing = false;
/** Storage may be switched off: the choice holds until the page is left. */
let chosen: boolean | null | undefined;

const stored = (): boolean | null => {
  try {
    const value = localStorage.getItem(storageKey);
    return value === null ? null : value === 'on';
  } catch {
    return null;
  }
};

const told = (): void => {
  for (const listener of listeners) listener();
};

export const isQuiet = (): boolean => {
  if (chosen === undefined) chosen = stored();
  return chosen ?? observing;
};

export const setQuiet = (quiet: boolean): void => {
  chosen = quiet;
  try {
    localStorage.setItem(storageKey, quiet ? 'on' : 'off');
  } catch {
    // It still holds.
  }
  told();
};

/** What holds for those who have not chosen. */
export const setObserving = (observes: boolean): void => {
  if (observes === observing) return;
  observing = observes;
  told();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useQuiet = (): boolean => useSyncExternalStore(subscribe, isQuiet);
