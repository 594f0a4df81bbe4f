// Local changes until the server acknowledges them: kept on the device from the first keystroke, where that is possible.
import type { PendingKey, PendingStore } from './pending-store.ts';
import type { KeptOn } from './status.ts';

/** A store that does not answer must not keep anyone from their board. */
const patienceMs = 3_000;

/** A change of a tab that is gone, under the number it has here. */
export interface Leftover {
  number: number;
  update: Uint8Array;
}

export class PendingChanges {
  readonly #store: PendingStore;
  readonly #document: string;
  readonly #tab: string;
  readonly #onChange: () => void;
  readonly #retract: () => void;
  /** By local number, ascending. */
  readonly #pending = new Map<number, PendingKey>();
  /** Those of which the device has no copy. */
  readonly #inTabOnly = new Set<number>();
  #last = 0;

  constructor(store: PendingStore, document: string, tab: string, onChange: () => void) {
    this.#store = store;
    this.#document = document;
    this.#tab = tab;
    this.#onChange = onChange;
    this.#retract = store.announce(tab);
  }

  get count(): number {
    return this.#pending.size;
  }

  /** Number of the newest change. */
  get last(): number {
    return this.#last;
  }

  get keptOn(): KeptOn {
    return this.#inTabOnly.size > 0 ? 'tab' : 'device';
  }

  /** Adopts what closed and crashed tabs have left. Never rejects. */
  async adoptLeftovers(): Promise<Leftover[]> {
    try {
      const stored = await withPatience(this.#store.leftovers(this.#document));
      const leftovers = stored.map(({ document, tab, sequence, update }) => {
        const number = this.#next();
        this.#pending.set(number, { document, tab, sequence });
        return { number, update };
      });
      if (leftovers.length > 0) this.#onChange();
      return leftovers;
    } catch {
      return []; // The first change will find out that the device keeps nothing, and the status says so.
    }
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }

  /** A change was made here. */
  add(update: Uint8Array): void {
    const number = this.#next();
    const key = { document: this.#document, tab: this.#tab, sequence: number };
    this.#pending.set(number, key);
    this.#onChange();
    this.#store.keep({ ...key, update }).catch(() => {
      if (!this.#pending.has(number)) return;
      this.#inTabOnly.add(number);
      this.#onChange();
    });
  }

  /** Everything up to this number is durable at the server. */
  acknowledged(upTo: number): void {
    const done = [...this.#pending].filter(([number]) => number <= upTo);
    if (done.length === 0) return;
    for (const [number] of done) {
      this.#pending.delete(number);
      this.#inTabOnly.delete(number);
    }
    this.#onChange();
    // A copy that stays is harmless: merged again it changes nothing, and goes with the next acknowledgement.
    this.#store.forget(done.map(([, key]) => key)).catch(() => undefined);
  }

  /** The server will never take these. They stay here, and are not sent again after a reload. */
  setAside(): void {
    this.#store.setAside([...this.#pending.values()]).catch(() => undefined);
  }

  /** This leftover can't be read here. It stays on the device. */
  leaveAside(number: number): void {
    const key = this.#pending.get(number);
    if (!key) return;
    this.#pending.delete(number);
    this.#onChange();
    this.#store.setAside([key]).catch(() => undefined);
  }

  close(): void {
    this.#retract();
  }
}

const withPatience = <T>(answer: Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the device does not answer')), patienceMs);
    void answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
