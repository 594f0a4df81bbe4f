// Port: the durable, ordered log of a document's updates. The store implements it; the rooms are its only writers.
import type { NotSavedReason } from '@hearth/protocol/sync';

export interface AppendEntry {
  /** Name of the document, such as `board/<reviewId>`. */
  document: string;
  /** One Yjs update (V1), as the gate let it through. */
  update: Uint8Array;
}

export interface LoadedDocument {
  /** Compacted state up to and including `snapshotSeq`, or null when nothing has been compacted yet. */
  snapshot: Uint8Array | null;
  snapshotSeq: number;
  /** Updates after the snapshot, oldest first. */
  updates: { seq: number; update: Uint8Array }[];
}

/**
 * Every method rejects when the store can't answer; "not found" is an empty document, never an error. What rejects
 * because the disk is full carries `reason: 'full'`.
 */
export interface UpdateLog {
  /**
   * Appends all entries in one commit.
   * @returns the sequence number of each entry (1, 2, 3… a document), once they would survive a power cut.
   */
  append(entries: readonly AppendEntry[]): Promise<number[]>;
  load(document: string): Promise<LoadedDocument>;
  /**
   * Replaces the log up to `seq` by one state. Never touches a later update.
   * @returns false when a compaction of the same or a later `seq` has been there already.
   */
  compact(document: string, state: Uint8Array, seq: number): Promise<boolean>;
}

/** Why an append failed, for the people who wait. An error with the reason `full` means a full disk. */
export const whyNotSaved = (error: unknown): NotSavedReason =>
  error instanceof Error && 'reason' in error && error.reason === 'full' ? 'HEARTH_STORE_FULL' : 'HEARTH_UNAVAILABLE';
