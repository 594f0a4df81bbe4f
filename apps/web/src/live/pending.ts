// Local changes until the server acknowledges them: kept on the device from the first keystroke, where that is possible.
import { type Edit, readEdit } from './edit.ts';
import { withPatience } from './patience.ts';
import type { OpenTab, PendingStore, PendingUpdate } from './pending-store.ts';
import type { KeptOn } from './status.ts';

/** A change that waits, under the number it has in this tab. */
export interface Change extends PendingUpdate {
  number: number;
  edit: Edit;
}

interface PendingOptions {
  store: PendingStore;
  document: string;
  tab: string;
  wallMs: () => number;
  onChange: () => void;
}

export class PendingChanges {
  readonly #options: PendingOptions;
  readonly #tab: OpenTab;
  /** By number, ascending. */
  readonly #pending = new Map<number, Change>();
  /** Those of which the device has no copy. */
  readonly #inTabOnly = new Set<number>();
  #last = 0;

  constructor(options: PendingOptions) {
    this.#options = options;
    this.#tab = options.store.announce(options.tab);
  }

  /** How many changes of somebody's wait. */
  get count(): number {
    let count = 0;
    for (const { filler } of this.#pending.values()) if (!filler) count += 1;
    return count;
  }

  /** Number of the newest change. */
  get last(): number {
    return this.#last;
  }

  get keptOn(): KeptOn {
    return this.#inTabOnly.size > 0 ? 'tab' : 'device';
  }

  /** In the order in which they were made here. */
  list(): readonly Change[] {
    return [...this.#pending.values()];
  }

  /**
   * Adopts what closed and crashed tabs have left. Never rejects.
   * @returns what can't be read, besides.
   */
  async adoptLeftovers(): Promise<{ unreadable: PendingUpdate[] }> {
    const { document, onChange } = this.#options;
    const unreadable: PendingUpdate[] = [];
    try {
      for (const stored of await withPatience(this.#tab.adopt(document))) {
        const edit = readable(stored.update);
        if (edit) this.#wait(stored, edit);
        else unreadable.push(stored);
      }
    } catch {
      // The first change will find out that the device keeps nothing, and the status says so.
    }
    if (this.#pending.size > 0) onChange();
    return { unreadable };
  }

  #wait(stored: PendingUpdate, edit: Edit): Change {
    this.#last += 1;
    const change: Change = { ...stored, number: this.#last, edit };
    this.#pending.set(change.number, change);
    return change;
  }

  /** A change was made here. */
  add(update: Uint8Array): Change {
    const { document, tab, wallMs } = this.#options;
    return this.#keep({ document, tab, sequence: this.#last + 1, update, madeAtMs: wallMs() });
  }

  /** Changes that had been set aside wait again. @throws if one can't be read. */
  addAgain(updates: readonly PendingUpdate[]): Change[] {
    return updates.map((stored) => this.#keep(stored));
  }

  #keep(stored: PendingUpdate): Change {
    const change = this.#wait(stored, readEdit(stored.update));
    this.#options.onChange();
    this.#options.store.keep(recordOf(change)).catch(() => {
      if (this.#pending.get(change.number) !== change) return;
      this.#inTabOnly.add(change.number);
      this.#options.onChange();
    });
    return change;
  }

  /** These are durable at the server. */
  acknowledged(numbers: Iterable<number>): void {
    const done = [...numbers].flatMap((number) => this.#pending.get(number) ?? []);
    if (done.length === 0) return;
    for (const change of done) this.#drop(change);
    this.#options.onChange();
    // A copy that stays is harmless: merged again it changes nothing, and goes with the next acknowledgement.
    this.#options.store.forget(done).catch(() => undefined);
  }

  /**
   * The server will never take these: they wait no longer, or something else does in their place. What is on the device
   * is left as it is: whoever calls this moves it, together with where it goes.
   * @param fillers  by number of the change.
   * @returns what waits in place of changes.
   */
  replace(refused: readonly Change[], fillers: ReadonlyMap<number, Uint8Array>): Change[] {
    const instead: Change[] = [];
    for (const change of refused) {
      this.#drop(change);
      const update = fillers.get(change.number);
      if (!update) continue;
      // A key of its own: what it stands for may still be on the device, and must not go when this is acknowledged.
      this.#last += 1;
      const key = { document: this.#options.document, tab: this.#options.tab, sequence: this.#last };
      const filler: Change = { ...change, ...key, update, edit: readEdit(update), filler: true };
      this.#pending.set(change.number, filler);
      instead.push(filler);
    }
    const byNumber = [...this.#pending].sort(([one], [other]) => one - other);
    this.#pending.clear();
    for (const [number, change] of byNumber) this.#pending.set(number, change);
    this.#options.onChange();
    return instead;
  }

  #drop({ number }: Change): void {
    this.#pending.delete(number);
    this.#inTabOnly.delete(number);
  }

  close(): void {
    this.#tab.close();
  }
}

/** A change as it is kept. */
export const recordOf = ({
  document,
  tab,
  sequence,
  update,
  madeAtMs,
  filler = false,
}: PendingUpdate): PendingUpdate => ({
  document,
  tab,
  sequence,
  update,
  madeAtMs,
  ...(filler ? { filler } : {}),
});

const readable = (update: Uint8Array): Edit | null => {
  try {
    return readEdit(update);
  } catch {
    return null;
  }
};
