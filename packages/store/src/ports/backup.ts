// Port: a database as one file, taken while it is in use, and put back while it is not. Rules: SPEC B1-B4.

export interface DatabaseBackup {
  /**
   * Writes one consistent state of the database, with everything acknowledged before the call; writers go on meanwhile.
   * @param replace  whether `file` may be there already.
   * @throws StoreError  `exists`, `cannot-open` or `full`; `file` is then as it was.
   */
  backup(file: string, replace: boolean): Promise<void>;
  /**
   * Puts a backup in the place of the database, and keeps what was there beside it.
   * @returns the path of the database that was there; null when there was none.
   * @throws StoreError  `in-use`, `cannot-open`, `newer-schema` or `full`; the database is then as it was.
   */
  restore(file: string, nowMs: number): Promise<string | null>;
}
