// Port: where the contents of files lie: a folder, or a store that speaks S3. Each content is written once under a key of its
// own, and is there as a whole or not at all. Rules: SPEC C1-C3.
import type { Readable } from 'node:stream';

/** A content that was received, in a file on this machine. */
export interface Received {
  file: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
}

export interface Contents {
  /** A folder for what is being received. */
  readonly incoming: string;
  /** Keeps a content for good, and takes the file away. @throws StoreError  `full` or `failed`. */
  put(key: string, content: Received): Promise<void>;
  /** null when there is no such content. */
  open(key: string): Promise<Readable | null>;
  /** Does nothing when it is gone already. */
  remove(key: string): Promise<void>;
}

/** Keys tell what is under them, so that a content can be checked without the database. */
export const contentKey = (sha256: string, unique: string): string => `${sha256.slice(0, 2)}/${sha256}-${unique}`;

const keyPattern = /^[0-9a-f]{2}\/[0-9a-f]{64}-[A-Za-z0-9_-]{22}$/;

/** @throws RangeError  if it is no key that `contentKey` makes: a caller's bug, and no way out of the folder. */
export const checkedKey = (key: string): string => {
  if (!keyPattern.test(key)) throw new RangeError('this is no key of a content');
  return key;
};
