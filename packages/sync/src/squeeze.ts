// Turns a document's state into the shortest that means the same: Yjs merges neighbours and drops what is deleted. Takes
// long for long documents, so it runs in a worker thread. Rules: SPEC L8, L11.
import * as Y from 'yjs';
import { encodeIndex, indexState } from './section-index.ts';
import type { StoredUpdate } from './update-log.ts';

export type SqueezeTask =
  | { kind: 'squeeze'; state: Uint8Array }
  /** What can be read of a log in which something can't be. */
  | { kind: 'salvage'; snapshot: Uint8Array | null; updates: StoredUpdate[] };

/** Not ok: Yjs can't read the state. `index` is that of the section index. */
export type Squeezed =
  | { ok: true; state: Uint8Array; index: Uint8Array; leftOut: number[] }
  | { ok: false; detail: string };

/** Rejects when it could not be tried. */
export type Squeeze = (task: SqueezeTask) => Promise<Squeezed>;

export const squeeze = (task: SqueezeTask): Squeezed =>
  task.kind === 'squeeze' ? squeezeState(task.state) : salvage(task.snapshot, task.updates);

const squeezeState = (state: Uint8Array): Squeezed => {
  const doc = new Y.Doc();
  const failure = failureOf(doc, state);
  return failure === null ? { ok: true, ...encode(doc), leftOut: [] } : { ok: false, detail: failure };
};

const encode = (doc: Y.Doc): { state: Uint8Array; index: Uint8Array } => {
  const state = Y.encodeStateAsUpdate(doc);
  return { state, index: encodeIndex(indexState(state)) };
};

/** Yjs may throw after it has applied half of an update, so each failure means: start again without that update. */
const salvage = (snapshot: Uint8Array | null, updates: readonly StoredUpdate[]): Squeezed => {
  const leftOut = new Set<number>();
  for (;;) {
    const doc = new Y.Doc();
    const broken = snapshot && failureOf(doc, snapshot);
    if (broken) return { ok: false, detail: `the snapshot: ${broken}` };
    const failed = updates.find(({ seq, update }) => !leftOut.has(seq) && failureOf(doc, update) !== null);
    if (!failed) return { ok: true, ...encode(doc), leftOut: [...leftOut] };
    leftOut.add(failed.seq);
  }
};

/** Never repeats what people wrote. */
const failureOf = (doc: Y.Doc, update: Uint8Array): string | null => {
  try {
    Y.applyUpdate(doc, update);
  } catch (error) {
    return error instanceof Error ? error.name : 'unknown';
  }
  return doc.store.pendingStructs || doc.store.pendingDs ? 'builds on what is not there' : null;
};
