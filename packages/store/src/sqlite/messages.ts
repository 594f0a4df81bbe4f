// What the store and its worker say to each other. Every message has an id; the reply carries the same.
import type { PackedEntries } from '../packed-entries.ts';

export interface WorkerOptions {
  path: string;
  /** Upper bound of the database file in bytes (its journal apart); null for none. */
  maxBytes: number | null;
}

/** As the worker is started. */
export interface WorkerData extends WorkerOptions {
  mailbox: SharedArrayBuffer;
}

export type WorkerRequest =
  | { kind: 'query'; sql: string; parameters: readonly unknown[] }
  | { kind: 'begin' }
  | { kind: 'commit' }
  | { kind: 'rollback' }
  | AppendRequest
  | { kind: 'close' };

export interface AppendRequest extends Omit<PackedEntries, 'bytes'> {
  kind: 'append';
  /** As in PackedEntries; as a message they are moved, not copied. */
  bytes: Uint8Array;
}

export interface QueryReply {
  rows: unknown[];
  /** Rows that a statement without result changed; null for one with a result. */
  changes: number | null;
}

export type Outcome =
  | { ok: true; result: unknown }
  /** `code` is SQLite's, such as SQLITE_FULL; empty for other errors. */
  | { ok: false; code: string; message: string };

export type WorkerReply = Outcome & { id: number };

/** Id of the message that tells how opening went. */
export const openingId = 0;
