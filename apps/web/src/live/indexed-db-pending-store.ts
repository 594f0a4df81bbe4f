// What a device keeps, in IndexedDB, shared by all tabs of this origin. Each change is a record of its own, written once
// and deleted by its exact key, so no tab can delete what another is still waiting for.
import { DeviceDatabase, stores } from './device-database.ts';
import type { OpenTab, PendingKey, PendingStore, PendingUpdate } from './pending-store.ts';
import type { RefusedChanges } from './quarantine.ts';
import { TabLocks } from './tab-locks.ts';

interface WriterRecord {
  document: string;
  writer: string;
}

/** As Hearth 0.1.0 wrote it: without a time. */
type StoredUpdate = Omit<PendingUpdate, 'madeAtMs'> & { madeAtMs?: number };

const quarantineChannel = 'hearth-quarantine';

export class IndexedDbPendingStore implements PendingStore {
  readonly #database = new DeviceDatabase();

  async keep(update: PendingUpdate): Promise<void> {
    await this.#database.run('readwrite', [stores.updates], (store) => store(stores.updates).put(update));
  }

  async forget(keys: readonly PendingKey[]): Promise<void> {
    await this.#database.run('readwrite', [stores.updates], (store) => {
      for (const key of keys) store(stores.updates).delete(keyOf(key));
    });
  }

  async setAside(
    refused: RefusedChanges,
    gone: readonly PendingKey[],
    instead: readonly PendingUpdate[],
  ): Promise<void> {
    await this.#database.run('readwrite', [stores.updates, stores.quarantine], (store) => {
      store(stores.quarantine).put(refused);
      for (const key of gone) store(stores.updates).delete(keyOf(key));
      for (const update of instead) store(stores.updates).put(update);
    });
    tellOtherTabs(refused.document);
  }

  async quarantined(document: string): Promise<RefusedChanges[]> {
    return this.#database.run(
      'readonly',
      [stores.quarantine],
      (store) => store(stores.quarantine).getAll(ofDocument(document)) as IDBRequest<RefusedChanges[]>,
    );
  }

  async writer(document: string, candidate: string): Promise<string> {
    // One transaction: two tabs that open at once come to the same one.
    let writer = candidate;
    await this.#database.run('readwrite', [stores.writers], (store) => {
      const known = store(stores.writers).get(document) as IDBRequest<WriterRecord | undefined>;
      known.addEventListener('success', () => {
        if (known.result) writer = known.result.writer;
        else store(stores.writers).put({ document, writer } satisfies WriterRecord);
      });
    });
    return writer;
  }

  announce(tab: string): OpenTab {
    const locks = new TabLocks(tab);
    return { adopt: (document) => this.#adopt(document, locks), close: () => locks.release() };
  }

  async #adopt(document: string, locks: TabLocks): Promise<PendingUpdate[]> {
    const stored = await this.#database.run(
      'readonly',
      [stores.updates],
      (store) => store(stores.updates).getAll(ofDocument(document)) as IDBRequest<StoredUpdate[]>,
    );
    const taken = new Set<string>();
    for (const tab of new Set(stored.map((update) => update.tab))) if (await locks.takeOver(tab)) taken.add(tab);
    return stored.filter(({ tab }) => taken.has(tab)).map((update) => ({ ...update, madeAtMs: update.madeAtMs ?? 0 }));
  }

  watchQuarantine(document: string, changed: () => void): () => void {
    const channel = new BroadcastChannel(quarantineChannel);
    channel.addEventListener('message', ({ data }) => {
      if (data === document) changed();
    });
    return () => channel.close();
  }
}

const keyOf = ({ document, tab, sequence }: PendingKey): IDBValidKey => [document, tab, sequence];

/** An array sorts after every string, so these bounds hold all keys that begin with the document. */
const ofDocument = (document: string): IDBKeyRange => IDBKeyRange.bound([document], [document, []]);

const tellOtherTabs = (document: string): void => {
  const channel = new BroadcastChannel(quarantineChannel);
  channel.postMessage(document);
  channel.close();
};
