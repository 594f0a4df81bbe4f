// Port: the durable, ordered log of a document's updates. It is the truth about a document, for every node that serves
// it; the store implements it, the rooms are its only writers.
import type { NotSavedReason } from '@hearth/protocol/sync';

/** Who may go on writing under a Yjs client id. `writer` says nothing about a person. */
export interface ClientWriter {
  client: number;
  writer: string;
}

export interface AppendEntry {
  /** Name of the document, such as `board/<reviewId>`. */
  document: string;
  /** One Yjs update (V1), as the gate let it through. */
  update: Uint8Array;
  /** When the room took it, in Unix ms. The history is shown by it; nothing is decided by it. */
  atMs: number;
  /** The client ids that write with this update for the first time, as far as the room knows. */
  writers: readonly ClientWriter[];
}

export interface StoredUpdate {
  seq: number;
  atMs: number;
  update: Uint8Array;
}

export interface LoadedDocument {
  /** Compacted state up to and including `snapshotSeq`, or null when nothing has been compacted yet. */
  snapshot: Uint8Array | null;
  /** What `compact` was given beside the state. */
  sections: Uint8Array | null;
  snapshotSeq: number;
  /** Updates after the snapshot, oldest first, without gaps. */
  updates: StoredUpdate[];
  writers: ClientWriter[];
}

/** What other nodes have appended. */
export interface LaterUpdates {
  /** Oldest first, without gaps. */
  updates: StoredUpdate[];
  /** All of the document. */
  writers: ClientWriter[];
}

export interface Compaction {
  /** The document's whole state after the update `seq` (Yjs V1). */
  state: Uint8Array;
  /** Where each client's structs lie in `state`, for the room that loads it. Opaque to the store. */
  sections: Uint8Array | null;
  seq: number;
  atMs: number;
}

/**
 * Every method rejects when the store can't answer; "not found" is an empty document, never an error. What rejects
 * because the disk is full carries `reason: 'full'`.
 */
export interface UpdateLog {
  /**
   * Appends all entries in one commit.
   * @returns the sequence number of each entry (1, 2, 3… a document, without gaps, whoever appends), once they would
   * survive a power cut. Null for an entry one of whose client ids is another writer's, and for every later entry of
   * that document in the same call: those are not in the log.
   */
  append(entries: readonly AppendEntry[]): Promise<(number | null)[]>;
  load(document: string): Promise<LoadedDocument>;
  /** @returns null when the updates right after `seq` are no longer kept: then load. */
  since(document: string, seq: number): Promise<LaterUpdates | null>;
  /** @returns the last sequence number of each document that has one. */
  heads(documents: readonly string[]): Promise<Map<string, number>>;
  /**
   * Keeps a state, so that loading starts there. Never touches a later update. The last 20 states are kept, and all
   * updates after the oldest of them: the history is made of those.
   * @returns false when a compaction of the same or a later `seq` has been there already.
   */
  compact(document: string, compaction: Compaction): Promise<boolean>;
}

/** Why an append failed, for the people who wait. An error with the reason `full` means a full disk. */
export const whyNotSaved = (error: unknown): NotSavedReason =>
  error instanceof Error && 'reason' in error && error.reason === 'full' ? 'HEARTH_STORE_FULL' : 'HEARTH_UNAVAILABLE';
