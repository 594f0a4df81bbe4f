// Port: what this device keeps of a document: changes that wait, changes that were refused, and who this browser is.
// In a browser: IndexedDB.
import type { RefusedChanges } from './quarantine.ts';

export interface PendingKey {
  document: string;
  /** The tab that made the change: random, a new one each time a document is opened. */
  tab: string;
  sequence: number;
}

export interface PendingUpdate extends PendingKey {
  /** A Yjs V1 update. */
  update: Uint8Array;
  /** Unix milliseconds by this machine's clock. */
  madeAtMs: number;
  /** Stands in for a change that was refused: nothing of its author's is in it. */
  filler?: boolean;
}

/** Every method rejects when the change is not, or may not be, on the device: quota, private mode, a broken profile. */
export interface PendingStore {
  keep(update: PendingUpdate): Promise<void>;
  forget(keys: readonly PendingKey[]): Promise<void>;
  /**
   * Moves changes from those that wait into the quarantine, all or nothing.
   * @param refused  replaces what is there under the same id.
   * @param instead  wait in place of changes that were moved, under their keys.
   */
  setAside(refused: RefusedChanges, gone: readonly PendingKey[], instead: readonly PendingUpdate[]): Promise<void>;
  quarantined(document: string): Promise<RefusedChanges[]>;
  /** The writer of this browser for a document: `candidate` if there was none. */
  writer(document: string, candidate: string): Promise<string>;
  /** Tells other tabs that this one is open. */
  announce(tab: string): OpenTab;
  /** Calls when another tab may have changed what is quarantined. @returns ends that. */
  watchQuarantine(document: string, changed: () => void): () => void;
}

/** A tab, as others of the same device know it. */
export interface OpenTab {
  /**
   * Takes over what tabs that are gone have left, each tab's oldest first. Tabs that are still open look after their own;
   * of two that ask at once, one gets it. Rejects as the store does.
   */
  adopt(document: string): Promise<PendingUpdate[]>;
  /** The tab is gone: what it had taken over, and what it leaves, is for others. */
  close(): void;
}
