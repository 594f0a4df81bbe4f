import type { PendingKey, PendingStore, PendingUpdate } from '../pending-store.ts';

const nameOf = ({ document, tab, sequence }: PendingKey) => `${document} ${tab} ${sequence}`;

/** A device that several tabs of a test share. */
export class MemoryPendingStore implements PendingStore {
  readonly kept = new Map<string, PendingUpdate>();
  readonly aside = new Map<string, PendingUpdate>();
  readonly openTabs = new Set<string>();
  broken = false;

  #answer<T>(answer: () => T): Promise<T> {
    return this.broken ? Promise.reject(new Error('quota')) : Promise.resolve(answer());
  }

  leftovers(document: string): Promise<PendingUpdate[]> {
    const isLeft = (update: PendingUpdate) => update.document === document && !this.openTabs.has(update.tab);
    return this.#answer(() => [...this.kept.values()].filter(isLeft));
  }

  keep(update: PendingUpdate): Promise<void> {
    return this.#answer(() => void this.kept.set(nameOf(update), update));
  }

  forget(keys: readonly PendingKey[]): Promise<void> {
    return this.#answer(() => {
      for (const key of keys) this.kept.delete(nameOf(key));
    });
  }

  setAside(keys: readonly PendingKey[]): Promise<void> {
    return this.#answer(() => {
      for (const key of keys) {
        const update = this.kept.get(nameOf(key));
        if (update) this.aside.set(nameOf(key), update);
        this.kept.delete(nameOf(key));
      }
    });
  }

  announce(tab: string): () => void {
    this.openTabs.add(tab);
    return () => this.openTabs.delete(tab);
  }
}
