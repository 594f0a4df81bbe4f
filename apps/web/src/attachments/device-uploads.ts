// Files that wait on this device, in IndexedDB, shared by all tabs of this origin.
import type { ReviewId } from '@hearth/review/ids';
import type { StoredUpload, UploadStore } from './upload.ts';

const databaseName = 'hearth-uploads';
const storeName = 'uploads';

export const deviceUploads = (): UploadStore => ({
  list: (reviewId) => run('readonly', (store) => store.getAll(ofReview(reviewId)) as IDBRequest<StoredUpload[]>),
  put: async (upload) => {
    await run('readwrite', (store) => store.put(upload));
  },
  remove: async ({ reviewId, id }) => {
    await run('readwrite', (store) => store.delete([reviewId, id]));
  },
});

/** Resolves when the transaction is complete: a request that succeeded may still be undone, for want of room. */
const run = async <Result>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const database = await open();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(storeName, mode);
      const request = work(transaction.objectStore(storeName));
      transaction.addEventListener('complete', () => resolve(request.result));
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('nothing was stored')));
    });
  } finally {
    database.close();
  }
};

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.addEventListener('upgradeneeded', () => {
      request.result.createObjectStore(storeName, { keyPath: ['reviewId', 'id'] });
    });
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB can not be opened')));
    request.addEventListener('success', () => resolve(request.result));
  });

/** An array sorts after every string: these bounds hold all keys that begin with the review. */
const ofReview = (reviewId: ReviewId): IDBKeyRange => IDBKeyRange.bound([reviewId], [reviewId, []]);
