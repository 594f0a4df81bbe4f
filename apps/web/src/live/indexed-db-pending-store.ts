// Pending changes in IndexedDB, shared by all tabs of this origin. Each change is a record of its own, written once and
// deleted by its exact key, so no tab can delete what another is still waiting for.
import type { PendingKey, PendingStore, PendingUpdate } from './pending-store.ts';

const databaseName = 'hearth-pending';
const updates = 'updates';

interface StoredUpdate extends PendingUpdate {
  refused?: boolean;
}

export class IndexedDbPendingStore implements PendingStore {
  #database: Promise<IDBDatabase> | null = null;

  async leftovers(document: string): Promise<PendingUpdate[]> {
    const openTabs = await tabsThatAreOpen();
    // An array sorts after every string, so these bounds hold all keys that begin with the document.
    const range = IDBKeyRange.bound([document], [document, []]);
    const stored = await this.#run('readonly', (store) => store.getAll(range) as IDBRequest<StoredUpdate[]>);
    return stored.filter(({ tab, refused }) => !refused && !openTabs.has(tab));
  }

  async keep(update: PendingUpdate): Promise<void> {
    await this.#run('readwrite', (store) => store.put(update));
  }

  async forget(keys: readonly PendingKey[]): Promise<void> {
    await this.#run('readwrite', (store) => {
      for (const key of keys) store.delete(keyOf(key));
    });
  }

  async setAside(keys: readonly PendingKey[]): Promise<void> {
    await this.#run('readwrite', (store) => {
      for (const key of keys) {
        const read = store.get(keyOf(key)) as IDBRequest<StoredUpdate | undefined>;
        read.addEventListener('success', () => {
          if (read.result) store.put({ ...read.result, refused: true } satisfies StoredUpdate);
        });
      }
    });
  }

  announce(tab: string): () => void {
    return holdLock(tab);
  }

  /** Resolves when the transaction is complete: a request that has succeeded may still be undone (quota). */
  async #run<Result>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<Result> | void,
  ): Promise<Result> {
    const database = await this.#open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(updates, mode);
      const request = work(transaction.objectStore(updates));
      transaction.addEventListener('complete', () => resolve(request?.result as Result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('the change was not stored')));
    });
  }

  #open(): Promise<IDBDatabase> {
    this.#database ??= openDatabase(() => {
      this.#database = null;
    }).catch((error: unknown) => {
      this.#database = null;
      throw error;
    });
    return this.#database;
  }
}

const keyOf = ({ document, tab, sequence }: PendingKey): IDBValidKey => [document, tab, sequence];

/** @param onClosed  the browser has closed it: the next use opens it again. */
const openDatabase = (onClosed: () => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(updates, { keyPath: ['document', 'tab', 'sequence'] });
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB can not be opened')));
    request.addEventListener('success', () => {
      const database = request.result;
      database.addEventListener('close', onClosed);
      // Another tab runs a newer Hearth: make way.
      database.addEventListener('versionchange', () => {
        database.close();
        onClosed();
      });
      resolve(database);
    });
  });

// A tab holds a lock for as long as it is open; the browser gives it back when the tab closes or crashes. Without locks
// (an insecure origin) every record counts as left over: merging a change twice is harmless.
const lockPrefix = 'hearth-tab:';

const holdLock = (tab: string): (() => void) => {
  const { promise, resolve } = Promise.withResolvers<void>();
  if ('locks' in navigator) navigator.locks.request(`${lockPrefix}${tab}`, () => promise).catch(() => undefined);
  return resolve;
};

const tabsThatAreOpen = async (): Promise<ReadonlySet<string>> => {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name }) => (name?.startsWith(lockPrefix) ? name.slice(lockPrefix.length) : [])));
};
