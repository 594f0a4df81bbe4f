// Loaded into a server before its own main (node --import): lets a scenario lower its limits, set its clock, hold it
// ready until it is needed, and learn when it compacts. The server itself knows nothing of it.
import { flushCompileCache } from 'node:module';
import { isMainThread, Worker } from 'node:worker_threads';
import { defaultLimits } from '@hearth/sync/limits';

/** What a scenario tells its server. */
export type ToServer = { kind: 'go' } | { kind: 'set-clock'; aheadMs: number } | { kind: 'measure' };

export type FromServer =
  | { kind: 'loaded'; pid: number }
  | { kind: 'compacting' }
  | { kind: 'measured'; residentBytes: number; heapBytes: number };

const { FAULTS_LIMITS: limits = '{}', FAULTS_HOLD: hold } = process.env;
Object.assign(defaultLimits, JSON.parse(limits));

/** How far the wall clock is ahead of the real one. Timers go on as they do when somebody sets a real clock. */
let aheadMs = 0;
const RealDate = globalThis.Date;
globalThis.Date = class extends RealDate {
  constructor(...given: []) {
    if (given.length === 0) super(RealDate.now() + aheadMs);
    else super(...given);
  }
  static override now(): number {
    return RealDate.now() + aheadMs;
  }
} as DateConstructor;

const tell = (message: FromServer): void => {
  process.send?.(message, () => undefined);
};

const measure = (): void => {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  tell({ kind: 'measured', residentBytes: rss, heapBytes: heapUsed });
};

/** Tells when a state is about to be stored: the moment at which a compaction can be hit. */
const watchCompactions = (): void => {
  const post = Worker.prototype.postMessage;
  Worker.prototype.postMessage = function watched(this: Worker, ...sent: Parameters<typeof post>) {
    if (storesState(sent[0])) tell({ kind: 'compacting' });
    return post.apply(this, sent);
  };
};

const storesState = (message: unknown): boolean => {
  const { request } = (message ?? {}) as { request?: { kind?: unknown; sql?: unknown } };
  return request?.kind === 'compact' || (typeof request?.sql === 'string' && /into "documentState"/.test(request.sql));
};

if (isMainThread && process.send) {
  watchCompactions();
  const { promise: gone, resolve: go } = Promise.withResolvers<void>();
  process.on('message', (message: ToServer) => {
    if (message.kind === 'go') go();
    else if (message.kind === 'set-clock') aheadMs = message.aheadMs;
    else measure();
  });
  if (hold !== undefined) {
    // Reading all of the program takes most of a start: done already when it is told to go.
    await import(new URL('../../apps/server/src/app.ts', import.meta.url).href);
    flushCompileCache();
  }
  tell({ kind: 'loaded', pid: process.pid });
  await gone;
  process.channel?.unref();
}
