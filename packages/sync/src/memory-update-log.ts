// An update log in memory: for tests and trials. Nothing in it survives the process.
import type { AppendEntry, LoadedDocument, UpdateLog } from './update-log.ts';

interface Stored {
  snapshot: Uint8Array | null;
  snapshotSeq: number;
  lastSeq: number;
  updates: { seq: number; update: Uint8Array }[];
}

export class MemoryUpdateLog implements UpdateLog {
  readonly #documents = new Map<string, Stored>();

  async append(entries: readonly AppendEntry[]): Promise<number[]> {
    return Promise.resolve(entries.map((entry) => this.#append(entry)));
  }

  #append({ document, update }: AppendEntry): number {
    const stored = this.#stored(document);
    stored.lastSeq += 1;
    stored.updates.push({ seq: stored.lastSeq, update: new Uint8Array(update) });
    return stored.lastSeq;
  }

  async load(document: string): Promise<LoadedDocument> {
    const { snapshot, snapshotSeq, updates } = this.#stored(document);
    return Promise.resolve({ snapshot, snapshotSeq, updates: [...updates] });
  }

  async compact(document: string, state: Uint8Array, seq: number): Promise<boolean> {
    const stored = this.#stored(document);
    if (stored.snapshotSeq >= seq) return Promise.resolve(false);
    stored.snapshot = state;
    stored.snapshotSeq = seq;
    stored.updates = stored.updates.filter((kept) => kept.seq > seq);
    return Promise.resolve(true);
  }

  #stored(document: string): Stored {
    const stored = this.#documents.get(document) ?? { snapshot: null, snapshotSeq: 0, lastSeq: 0, updates: [] };
    this.#documents.set(document, stored);
    return stored;
  }
}
