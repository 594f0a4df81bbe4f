import { type LiveFacts, type LiveStatus, statusOf } from './status.ts';

/** What components subscribe to. */
export interface ReadableStatus {
  /** The same object until something in it changes. */
  get(): LiveStatus;
  subscribe(listener: () => void): () => void;
}

/** Holds the facts, and tells when the status that follows from them is another one. */
export class StatusStore implements ReadableStatus {
  #facts: LiveFacts = {
    connected: false,
    synced: false,
    everSynced: false,
    everFailed: false,
    answering: true,
    sifting: false,
    changes: 0,
    keptOn: 'device',
    notSaved: null,
    refused: null,
  };
  #status = statusOf(this.#facts);
  readonly #listeners = new Set<() => void>();

  get = (): LiveStatus => this.#status;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  learn(facts: Partial<LiveFacts>): void {
    this.#facts = { ...this.#facts, ...facts };
    const next = statusOf(this.#facts);
    if (isSame(next, this.#status)) return;
    this.#status = next;
    for (const listener of this.#listeners) listener();
  }
}

const isSame = (one: LiveStatus, other: LiveStatus): boolean => JSON.stringify(one) === JSON.stringify(other);
