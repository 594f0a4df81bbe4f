// The other end of a `BackgroundTask`, inside the worker thread.
import { parentPort } from 'node:worker_threads';

/** Says that the code is loaded, then answers each input with what `handle` makes of it. */
export const answerWith = (handle: (input: never) => unknown): void => {
  const port = parentPort;
  if (!port) throw new Error('this file runs in a worker thread');
  port.on('message', (input: unknown) => port.postMessage(handle(input as never)));
  port.postMessage('ready');
};
