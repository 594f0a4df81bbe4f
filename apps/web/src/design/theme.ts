// Light, dark, or as the system says. Kept on this device; `public/theme.js` applies it before the first paint.
import { useSyncExternalStore } from 'react';

export const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

const storageKey = 'hearth.theme';
const listeners = new Set<() => void>();

const stored = (): Theme => {
  try {
    const value = localStorage.getItem(storageKey);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // Storage is switched off: the page follows the system.
    return 'system';
  }
};

const apply = (theme: Theme): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
};

/** Chooses a theme, keeps it, and shows it at once. */
export const setTheme = (theme: Theme): void => {
  try {
    if (theme === 'system') localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, theme);
  } catch {
    // It still holds until the page is left.
  }
  apply(theme);
  for (const listener of listeners) listener();
};

const shown = (): Theme => {
  const value = document.documentElement.dataset['theme'];
  return value === 'light' || value === 'dark' ? value : 'system';
};

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  const elsewhere = (event: StorageEvent) => {
    if (event.key !== storageKey) return;
    apply(stored());
    listener();
  };
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
};

/** The chosen theme; other tabs follow. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, shown);
