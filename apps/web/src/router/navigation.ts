// Where the browser is, going elsewhere without loading a page, and holding back whoever would lose something by it.
// No React in here. The entries of the browser's history are numbered, so that going back can be taken back.

export interface Location {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
  /** With its sharp, or empty. */
  readonly hash: string;
  /** Handed over by whoever navigated here; survives a reload. */
  readonly state: unknown;
  /** Of this entry of the history. */
  readonly key: string;
  /** `pop`: back, forward, or the first page. */
  readonly by: 'push' | 'replace' | 'pop';
}

export interface NavigateOptions {
  replace?: boolean;
  state?: unknown;
}

interface Guard {
  /** Whether going there is to be held back. */
  holds: (from: Location, to: Location) => boolean;
  /** @param proceed  goes there after all. */
  heldBack: (proceed: () => void) => void;
}

export interface Navigation {
  current: () => Location;
  navigate: (to: string, options?: NavigateOptions) => void;
  subscribe: (listener: () => void) => () => void;
  guard: (guard: Guard) => () => void;
}

/** The part of a window that is needed. */
export interface NavigationWindow {
  readonly location: Pick<globalThis.Location, 'href' | 'pathname' | 'search' | 'hash' | 'origin'>;
  readonly history: Pick<History, 'state' | 'pushState' | 'replaceState' | 'go'>;
  addEventListener(type: 'popstate', listener: () => void): void;
}

interface Entry {
  index: number;
  key: string;
  state: unknown;
}

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  'index' in value &&
  typeof value.index === 'number' &&
  'key' in value &&
  typeof value.key === 'string';

/** @param newKey  another one each time. */
export const createNavigation = (window: NavigationWindow, newKey: () => string): Navigation => {
  const listeners = new Set<() => void>();
  const guards = new Set<Guard>();
  const first = entryHere() ?? enter(0);
  let index = first.index;
  let now = here(first, 'pop');
  /** Steps of the history that this module makes itself. */
  let ownStep: (() => void) | null = null;

  window.addEventListener('popstate', () => {
    if (ownStep !== null) {
      const step = ownStep;
      ownStep = null;
      step();
      return;
    }
    // A link to a place in the same page makes an entry without our number.
    const entry = entryHere() ?? enter(index + 1);
    const steps = entry.index - index;
    const wanted = here(entry, 'pop');
    const guard = steps === 0 ? null : guardOf(wanted);
    if (!guard) {
      index = entry.index;
      become(wanted);
      return;
    }
    ownStep = () =>
      guard.heldBack(() => {
        ownStep = () => {
          index = entry.index;
          become(here(entry, 'pop'));
        };
        window.history.go(steps);
      });
    window.history.go(-steps);
  });

  const navigate = (to: string, { replace = false, state = null }: NavigateOptions = {}): void => {
    const url = new URL(to, window.location.href);
    const entry: Entry = { index: replace ? index : index + 1, key: newKey(), state };
    const { pathname, search, hash } = url;
    const wanted: Location = { pathname, search, hash, state, key: entry.key, by: replace ? 'replace' : 'push' };
    const go = (): void => {
      window.history[replace ? 'replaceState' : 'pushState'](entry, '', url.href);
      index = entry.index;
      become(wanted);
    };
    const guard = guardOf(wanted);
    if (guard) guard.heldBack(go);
    else go();
  };

  return {
    current: () => now,
    navigate,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    guard: (guard) => {
      guards.add(guard);
      return () => guards.delete(guard);
    },
  };

  function entryHere(): Entry | null {
    const state: unknown = window.history.state;
    return isEntry(state) ? state : null;
  }

  function enter(at: number): Entry {
    const entry: Entry = { index: at, key: newKey(), state: null };
    window.history.replaceState(entry, '');
    return entry;
  }

  function here({ key, state }: Entry, by: Location['by']): Location {
    const { pathname, search, hash } = window.location;
    return { pathname, search, hash, state, key, by };
  }

  function become(next: Location): void {
    now = next;
    for (const listener of listeners) listener();
  }

  function guardOf(wanted: Location): Guard | undefined {
    return [...guards].find((guard) => guard.holds(now, wanted));
  }
};
