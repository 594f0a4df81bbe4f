// Suggestions that I put aside, by their keys, and the one that I look at. Kept on this device for one person and one review;
// none of it leaves it, and no key tells what anybody wrote.
import type { Zone } from '@hearth/review/templates/template';
import { createStore, type Store } from '../board/store.ts';

interface Asking {
  /** Oldest first. */
  aside: readonly string[];
  /** Key of the suggestion that is shown; null: the best one. */
  at: string | null;
  /** Where the room was when it was shown. */
  zone: Zone | null;
}

/** The oldest are forgotten, and suggested again. */
const mostAside = 400;
const longestKey = 200;

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface PutAside extends Store<Asking> {
  putAside(key: string): void;
  bringBack(): void;
}

/** @param place  null where the browser keeps nothing: then it holds until the page is left. */
export const openPutAside = (place: Place | null, name: string): PutAside => {
  const store = createStore<Asking>({ aside: read(place, name), at: null, zone: null });
  const keep = (aside: readonly string[]): void => {
    store.set({ aside, at: null });
    try {
      if (aside.length === 0) place?.removeItem(name);
      else place?.setItem(name, JSON.stringify(aside));
    } catch {
      // It still holds until the page is left.
    }
  };
  return {
    ...store,
    putAside: (key) => {
      // Another tab may have put something aside meanwhile.
      const known = new Set([...read(place, name), ...store.get().aside]);
      known.delete(key);
      keep([...known, key].slice(-mostAside));
    },
    bringBack: () => keep([]),
  };
};

const read = (place: Place | null, name: string): readonly string[] => {
  try {
    const kept: unknown = JSON.parse(place?.getItem(name) ?? '[]');
    if (!Array.isArray(kept)) return [];
    return kept.filter((key) => typeof key === 'string' && key.length <= longestKey).slice(-mostAside) as string[];
  } catch {
    return [];
  }
};
