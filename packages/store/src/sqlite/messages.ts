// What the store and its worker say to each other. Every message has an id; the reply carries the same.

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

/** All entries of an append: their bytes one after the other in one buffer, which is moved, not copied. */
export interface AppendRequest {
  kind: 'append';
  /** Distinct names of the documents. */
  documents: string[];
  /** For each entry the index of its document. */
  indexes: number[];
  /** For each entry the length of its update. */
  lengths: number[];
  /** For each entry when it came, in Unix ms. */
  atMs: number[];
  /** Who begins to write under which client id with which entry, in the order of the entries. */
  writers: { entry: number; client: number; writer: string }[];
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
