import type { OpenTab, PendingKey, PendingStore, PendingUpdate } from '../pending-store.ts';
import type { RefusedChanges } from '../quarantine.ts';

const nameOf = ({ document, tab, sequence }: PendingKey) => `${document} ${tab} ${sequence}`;

/** A device that several tabs of a test share. */
export class MemoryPendingStore implements PendingStore {
  readonly kept = new Map<string, PendingUpdate>();
  readonly refused = new Map<string, RefusedChanges>();
  readonly writers = new Map<string, string>();
  readonly #watchers = new Set<() => void>();
  readonly openTabs = new Set<string>();
  broken = false;

  #answer<T>(answer: () => T): Promise<T> {
    return this.broken ? Promise.reject(new Error('quota')) : Promise.resolve(answer());
  }

  keep(update: PendingUpdate): Promise<void> {
    return this.#answer(() => void this.kept.set(nameOf(update), update));
  }

  forget(keys: readonly PendingKey[]): Promise<void> {
    return this.#answer(() => {
      for (const key of keys) this.kept.delete(nameOf(key));
    });
  }

  setAside(refused: RefusedChanges, gone: readonly PendingKey[], instead: readonly PendingUpdate[]): Promise<void> {
    return this.#answer(() => {
      this.refused.set(refused.id, refused);
      for (const key of gone) this.kept.delete(nameOf(key));
      for (const update of instead) this.kept.set(nameOf(update), update);
      this.#tell();
    });
  }

  quarantined(document: string): Promise<RefusedChanges[]> {
    return this.#answer(() => [...this.refused.values()].filter((refused) => refused.document === document));
  }

  writer(document: string, candidate: string): Promise<string> {
    return this.#answer(() => {
      const writer = this.writers.get(document) ?? candidate;
      this.writers.set(document, writer);
      return writer;
    });
  }

  watchQuarantine(_document: string, changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }

  announce(tab: string): OpenTab {
    const held = [tab];
    this.openTabs.add(tab);
    return {
      adopt: (document) =>
        this.#answer(() => {
          const left = [...this.kept.values()].filter(
            (update) => update.document === document && !this.openTabs.has(update.tab),
          );
          held.push(...left.map((update) => update.tab));
          for (const taken of held) this.openTabs.add(taken);
          return left;
        }),
      close: () => {
        for (const own of held) this.openTabs.delete(own);
      },
    };
  }
}
