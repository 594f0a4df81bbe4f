// Reads how far SQLite's write-ahead log has been committed, without SQLite. Format: https://sqlite.org/fileformat.html#walformat
import { closeSync, openSync, readSync } from 'node:fs';

const headerBytes = 32;
const frameHeaderBytes = 24;

export class WalReader {
  readonly #path: string;
  #salts = '';
  #end = headerBytes;

  /** @param path  of the `-wal` file. */
  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Offset after the last commit: whatever has been promised lies before it, or in the database itself.
   * 0 when there is no log.
   */
  end(): number {
    let file: number;
    try {
      file = openSync(this.#path, 'r');
    } catch {
      return 0;
    }
    try {
      return this.#read(file);
    } finally {
      closeSync(file);
    }
  }

  #read(file: number): number {
    const header = Buffer.alloc(headerBytes);
    if (readSync(file, header, 0, headerBytes, 0) < headerBytes) return 0;
    const pageBytes = header.readUInt32BE(8);
    const salts = header.toString('hex', 16, 24);
    if (salts !== this.#salts) {
      this.#salts = salts;
      this.#end = headerBytes;
    }
    const frame = Buffer.alloc(frameHeaderBytes);
    for (let offset = this.#end; ; offset += frameHeaderBytes + pageBytes) {
      if (readSync(file, frame, 0, frameHeaderBytes, offset) < frameHeaderBytes) break;
      if (frame.toString('hex', 8, 16) !== salts) break;
      const isCommit = frame.readUInt32BE(4) !== 0;
      if (isCommit) this.#end = offset + frameHeaderBytes + pageBytes;
    }
    return this.#end;
  }
}
