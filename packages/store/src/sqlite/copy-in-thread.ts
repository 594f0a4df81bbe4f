// Copies the database's file in a thread of its own, and tells how far it is.
import { stat } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../ports/backup.ts';
import { databaseBytes } from './copy-state.ts';

/** What the thread answers; `code` is SQLite's. */
export type CopyReply = { ok: true } | { ok: false; code: string; message: string };

const lookEveryMs = 500;

/** @throws an error with SQLite's `code` when the copy can't be made. */
export const copyInThread = async (path: string, part: string, onProgress: Progress): Promise<void> => {
  const totalBytes = databaseBytes(path);
  const worker = new Worker(new URL('./copy-worker.ts', import.meta.url), { workerData: { path, part } });
  const look = setInterval(() => {
    void stat(part).then(
      ({ size }) => onProgress(Math.min(size, totalBytes), totalBytes),
      () => undefined,
    );
  }, lookEveryMs);
  try {
    const reply = await new Promise<CopyReply>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', () => reject(new Error('the copying thread ended')));
    });
    if (!reply.ok) throw Object.assign(new Error(reply.message), { code: reply.code });
  } finally {
    clearInterval(look);
    await worker.terminate();
  }
};
