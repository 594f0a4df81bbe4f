// The database of this origin on this device, shared by all tabs.
export const stores = { updates: 'updates', quarantine: 'quarantine', writers: 'writers' } as const;
export type StoreName = (typeof stores)[keyof typeof stores];

const databaseName = 'hearth-pending';
const version = 2;

export class DeviceDatabase {
  #database: Promise<IDBDatabase> | null = null;

  /**
   * Runs one transaction.
   * @param work  makes its requests at once; the result of the one that it returns is the result of all.
   * @returns when the transaction is complete: a request that has succeeded may still be undone (quota).
   */
  async run<Result>(
    mode: IDBTransactionMode,
    names: readonly StoreName[],
    work: (store: (name: StoreName) => IDBObjectStore) => IDBRequest<Result> | void,
  ): Promise<Result> {
    const database = await this.#open();
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(names, mode);
      const request = work((name) => transaction.objectStore(name));
      transaction.addEventListener('complete', () => resolve(request?.result as Result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('nothing was stored')));
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

/** @param onClosed  the browser has closed it: the next use opens it again. */
const openDatabase = (onClosed: () => void): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, version);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const database = request.result;
      if (oldVersion < 1) database.createObjectStore(stores.updates, { keyPath: ['document', 'tab', 'sequence'] });
      if (oldVersion < 2) {
        database.createObjectStore(stores.quarantine, { keyPath: ['document', 'id'] });
        database.createObjectStore(stores.writers, { keyPath: 'document' });
      }
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
