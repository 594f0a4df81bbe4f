// An update log in memory: for tests and trials. Nothing in it survives the process.
import type {
  AppendEntry,
  ClientWriter,
  Compaction,
  LaterUpdates,
  LoadedDocument,
  StoredUpdate,
  UpdateLog,
} from './update-log.ts';

interface Stored {
  state: Compaction | null;
  lastSeq: number;
  updates: StoredUpdate[];
  writers: Map<number, string>;
}

export class MemoryUpdateLog implements UpdateLog {
  readonly #documents = new Map<string, Stored>();

  async append(entries: readonly AppendEntry[]): Promise<(number | null)[]> {
    const refused = new Set<string>();
    return Promise.resolve(
      entries.map((entry) => {
        const seq = refused.has(entry.document) ? null : this.#append(entry);
        if (seq === null) refused.add(entry.document);
        return seq;
      }),
    );
  }

  #append({ document, update, atMs, writers }: AppendEntry): number | null {
    const stored = this.#stored(document);
    if (writers.some(({ client, writer }) => (stored.writers.get(client) ?? writer) !== writer)) return null;
    for (const { client, writer } of writers) stored.writers.set(client, writer);
    stored.lastSeq += 1;
    stored.updates.push({ seq: stored.lastSeq, atMs, update: new Uint8Array(update) });
    return stored.lastSeq;
  }

  async load(document: string): Promise<LoadedDocument> {
    const { state } = this.#stored(document);
    const snapshotSeq = state?.seq ?? 0;
    return Promise.resolve({
      snapshot: state?.state ?? null,
      sections: state?.sections ?? null,
      snapshotSeq,
      ...this.#since(document, snapshotSeq),
    });
  }

  async since(document: string, seq: number): Promise<LaterUpdates | null> {
    return Promise.resolve(this.#since(document, seq));
  }

  #since(document: string, seq: number): LaterUpdates {
    const { updates, writers } = this.#stored(document);
    return { updates: updates.filter((update) => update.seq > seq), writers: writersOf(writers) };
  }

  async heads(documents: readonly string[]): Promise<Map<string, number>> {
    return Promise.resolve(new Map(documents.map((document) => [document, this.#stored(document).lastSeq])));
  }

  async compact(document: string, compaction: Compaction): Promise<boolean> {
    const stored = this.#stored(document);
    if ((stored.state?.seq ?? 0) >= compaction.seq) return Promise.resolve(false);
    stored.state = compaction;
    return Promise.resolve(true);
  }

  #stored(document: string): Stored {
    const stored = this.#documents.get(document) ?? { state: null, lastSeq: 0, updates: [], writers: new Map() };
    this.#documents.set(document, stored);
    return stored;
  }
}

const writersOf = (writers: ReadonlyMap<number, string>): ClientWriter[] =>
  [...writers].map(([client, writer]) => ({ client, writer }));
