// All entries of an append as flat lists and one buffer: what crosses to a worker or a server in one piece.
import type { AppendEntry } from '@hearth/sync/update-log';

export interface PackedEntries {
  /** Distinct names of the documents. */
  documents: string[];
  /** For each entry the index of its document. */
  indexes: number[];
  /** For each entry the length of its update. */
  lengths: number[];
  /** For each entry when it came, in Unix ms. */
  atMs: number[];
  /** Who begins to write under which client id with which entry, in the order of the entries. */
  writers: { entry: number; client: number; writer: string }[];
  /** The updates one after the other: a copy, which may be moved. */
  bytes: Uint8Array<ArrayBuffer>;
}

export const packEntries = (entries: readonly AppendEntry[]): PackedEntries => {
  const indexOf = new Map<string, number>();
  const indexes = entries.map(({ document }) => {
    const index = indexOf.get(document) ?? indexOf.size;
    indexOf.set(document, index);
    return index;
  });
  const lengths = entries.map(({ update }) => update.length);
  const bytes = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let offset = 0;
  for (const { update } of entries) {
    bytes.set(update, offset);
    offset += update.length;
  }
  const writers = entries.flatMap((entry, index) => entry.writers.map((one) => ({ entry: index, ...one })));
  return { documents: [...indexOf.keys()], indexes, lengths, atMs: entries.map(({ atMs }) => atMs), writers, bytes };
};
