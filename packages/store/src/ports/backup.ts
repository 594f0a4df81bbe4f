// Port: a database as one file, taken while it is in use, and put back while it is not. The file is the same whatever
// engine it came from, so that it is the way from one to the other as well. Rules: SPEC B1-B9.

/** Told now and then while it takes long: bytes done, and of how many. */
export type Progress = (doneBytes: number, totalBytes: number) => void;

export interface BackupOptions {
  /** Whether the file may be there already. */
  replace: boolean;
  onProgress?: Progress;
}

export interface RestoreOptions {
  /** Whether what was there may be given up, where it can't be kept. */
  replace: boolean;
  nowMs: number;
  onProgress?: Progress;
}

export interface DatabaseBackup {
  /**
   * Writes one consistent state of the database, with everything acknowledged before the call; writers go on meanwhile.
   * @throws StoreError  `exists`, `cannot-open`, `newer-schema` or `full`; `file` is then as it was.
   */
  backup(file: string, options: BackupOptions): Promise<void>;
  /**
   * Puts a backup in the place of the database.
   * @returns the path under which the database that was there is kept; null when there was none, or it is not kept.
   * @throws StoreError  `in-use`, `exists`, `cannot-open`, `newer-schema` or `full`; the database is then as it was.
   */
  restore(file: string, options: RestoreOptions): Promise<string | null>;
}
