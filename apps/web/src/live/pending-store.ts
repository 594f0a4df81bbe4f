// Port: where changes wait that the server has not acknowledged. In a browser: IndexedDB.

export interface PendingKey {
  document: string;
  /** The tab that made the change: random, a new one each time a document is opened. */
  tab: string;
  sequence: number;
}

export interface PendingUpdate extends PendingKey {
  /** A Yjs V1 update. */
  update: Uint8Array;
}

/** Every method rejects when the change is not, or may not be, on the device: quota, private mode, a broken profile. */
export interface PendingStore {
  /** What tabs that are gone have left, oldest first. Tabs that are still open look after their own. */
  leftovers(document: string): Promise<PendingUpdate[]>;
  keep(update: PendingUpdate): Promise<void>;
  forget(keys: readonly PendingKey[]): Promise<void>;
  /** Refused by the server: stays on the device, is never a leftover again. */
  setAside(keys: readonly PendingKey[]): Promise<void>;
  /** Tells other tabs that this one is open. @returns takes it back. */
  announce(tab: string): () => void;
}
