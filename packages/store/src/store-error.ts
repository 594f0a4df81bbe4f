// What a store can fail with. Callers decide by `reason`; `cause` is for the log.

export type StoreFailure =
  /** The file can't be opened as a database: no access, no folder, another format. */
  | 'cannot-open'
  /** Another Hearth process has this database open. */
  | 'in-use'
  /** The database was written by a newer Hearth. */
  | 'newer-schema'
  /** The database was last used by an older Hearth, and is not to be changed now. */
  | 'older-schema'
  /** A backup was restored into this database while this process was cut off from it. */
  | 'replaced'
  /** A file is there already that would be overwritten. */
  | 'exists'
  /** The disk took no more; later writes may succeed again. */
  | 'full'
  /** The store was closed. */
  | 'closed'
  /** Anything else: a constraint, a crashed worker. */
  | 'failed';

export class StoreError extends Error {
  readonly reason: StoreFailure;

  constructor(reason: StoreFailure, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'StoreError';
    this.reason = reason;
  }
}
