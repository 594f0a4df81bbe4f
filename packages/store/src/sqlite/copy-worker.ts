// Worker thread: copies the database's file while others write it, so that the caller can watch the copy grow.
import { parentPort, workerData } from 'node:worker_threads';
import type { CopyReply } from './copy-in-thread.ts';
import { copyState } from './copy-state.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the store.');

const reply = (message: CopyReply): void => port.postMessage(message);

const { path, part } = workerData as { path: string; part: string };
try {
  copyState(path, part);
  reply({ ok: true });
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  reply({ ok: false, code, message: error instanceof Error ? error.message : String(error) });
}
