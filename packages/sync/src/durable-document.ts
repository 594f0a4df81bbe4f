// A document's durable state: what the log holds, and nothing else. The room knows it only through this interface.
import * as Y from 'yjs';
import type { LoadedDocument } from './update-log.ts';
import type { DeleteRange } from './update-walker.ts';

export interface DurableDocument {
  /** Next clock of each client. */
  stateVector(): Map<number, number>;
  /** Those ranges of which something is not deleted here yet. */
  unknownDeletes(ranges: readonly DeleteRange[]): DeleteRange[];
  /** @throws if Yjs does: then this object must be thrown away and made anew from the log. */
  apply(update: Uint8Array): void;
  /** Everything that a reader at this state vector lacks; the whole state for null. */
  encode(since: Uint8Array | null): Uint8Array;
}

export interface OpenedDocument {
  document: DurableDocument;
  /** Updates of the log that Yjs can't apply; they are left out. */
  unreadable: number[];
}

export type OpenDocument = (loaded: LoadedDocument) => OpenedDocument;

/**
 * Builds a document from the log.
 * @throws if the snapshot itself is unreadable: an empty board must never stand in for a broken one.
 */
export const openYjsDocument: OpenDocument = (loaded) => {
  const unreadable = new Set<number>();
  // Yjs may throw after it has applied half of an update, so one that throws means: start again without it.
  for (;;) {
    const doc = new Y.Doc();
    if (loaded.snapshot) Y.applyUpdate(doc, loaded.snapshot);
    const failed = loaded.updates.find(({ seq, update }) => !unreadable.has(seq) && !applies(doc, update));
    if (!failed) return { document: new YjsDocument(doc), unreadable: [...unreadable] };
    unreadable.add(failed.seq);
    doc.destroy();
  }
};

const applies = (doc: Y.Doc, update: Uint8Array): boolean => {
  try {
    Y.applyUpdate(doc, update);
    return true;
  } catch {
    return false;
  }
};

class YjsDocument implements DurableDocument {
  readonly #doc: Y.Doc;
  #whole: Uint8Array | null = null;

  constructor(doc: Y.Doc) {
    this.#doc = doc;
  }

  stateVector(): Map<number, number> {
    return Y.decodeStateVector(Y.encodeStateVector(this.#doc));
  }

  unknownDeletes(ranges: readonly DeleteRange[]): DeleteRange[] {
    return ranges.filter((range) => !this.#isDeleted(range));
  }

  #isDeleted({ client, clock, length }: DeleteRange): boolean {
    const structs = this.#doc.store.clients.get(client) ?? [];
    const last = structs.at(-1);
    if (!last || clock + length > last.id.clock + last.length) return false;
    for (let index = Y.findIndexSS(structs, clock); ; index += 1) {
      const struct = structs[index];
      if (!struct || struct.id.clock >= clock + length) return true;
      if (!struct.deleted) return false;
    }
  }

  apply(update: Uint8Array): void {
    this.#whole = null;
    Y.applyUpdate(this.#doc, update);
  }

  encode(since: Uint8Array | null): Uint8Array {
    if (since !== null && since.length > 1) return Y.encodeStateAsUpdate(this.#doc, since);
    this.#whole ??= Y.encodeStateAsUpdate(this.#doc);
    return this.#whole;
  }
}
