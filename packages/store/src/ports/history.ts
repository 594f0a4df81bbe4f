// Port: how a live document came to be, as far as it is kept: the last 20 compacted states and all updates since. And how
// it ends.
import type { StoredUpdate } from '@hearth/sync/update-log';

export interface KeptState {
  seq: number;
  atMs: number;
}

export interface Replay {
  /** Where the kept history begins; null: with the document itself. */
  start: (KeptState & { state: Uint8Array }) | null;
  /** Everything after `start`, oldest first, without gaps. */
  updates: StoredUpdate[];
}

export interface DocumentHistory {
  /** One reading. An unknown document has an empty replay. */
  replay(document: string): Promise<Replay>;
  /**
   * Removes every trace of a document: its updates, states, writers and its name. Backups that were taken before keep it.
   * @param seq  the last update that the caller has seen, 0 for none.
   * @returns false, and nothing is removed, when there is a later one.
   */
  forget(document: string, seq: number): Promise<boolean>;
}
