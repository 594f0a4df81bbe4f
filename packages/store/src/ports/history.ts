// Port: how a live document came to be, as far as it is kept: the last 20 compacted states and all updates since.
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
}
