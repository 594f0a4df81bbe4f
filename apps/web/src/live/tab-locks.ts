// Which tabs are open. A tab holds a lock for as long as it is; the browser gives it back when the tab closes or crashes.
// Without locks (an insecure origin) nobody seems to be there: merging a change twice is harmless.
const lockOf = (tab: string): string => `hearth-tab:${tab}`;

/** Holds the lock of one tab, and those of tabs that are gone and whose changes it has taken over. */
export class TabLocks {
  readonly #held = Promise.withResolvers<void>();
  #released = false;

  constructor(tab: string) {
    if (!('locks' in navigator)) return;
    navigator.locks.request(lockOf(tab), () => this.#held.promise).catch(() => undefined);
  }

  /** @returns false while that tab is open, or another one has taken it over. */
  async takeOver(tab: string): Promise<boolean> {
    if (this.#released) return false;
    if (!('locks' in navigator)) return true;
    return new Promise((resolve) => {
      navigator.locks
        .request(lockOf(tab), { ifAvailable: true }, async (lock) => {
          resolve(lock !== null);
          if (lock !== null) await this.#held.promise;
        })
        .catch(() => resolve(false));
    });
  }

  release(): void {
    this.#released = true;
    this.#held.resolve();
  }
}
