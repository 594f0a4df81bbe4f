// Changes that the server will never take: kept where their author can see them, download them and throw them away.
// Rules: SPEC Q1–Q8.
import type { ErrorCode } from '@hearth/protocol/errors';
import { isWithin, type StructId } from './edit.ts';
import { withPatience } from './patience.ts';
import type { PendingKey, PendingStore, PendingUpdate } from './pending-store.ts';
import type { Moved } from './readdress.ts';
import type { KeptOn } from './status.ts';

/** What somebody wrote in one place, readable. */
export interface Passage {
  /** Such as `Factor “Nobody watches the queue”`. */
  place: string;
  text: string;
}

/** Changes, and what can be read in them. */
export interface Writing {
  /** In an order in which they can be applied. */
  changes: readonly PendingUpdate[];
  passages: readonly Passage[];
}

/** One refusal: changes that were refused for the same reason, with those that build on them. */
export interface RefusedChanges extends Writing {
  document: string;
  id: string;
  code: ErrorCode;
  refusedAtMs: number;
  /** Which structs these were when they were made; in `changes` they have other ids. What stands on them is lost too. */
  moved: readonly Moved[];
}

export interface QuarantineState {
  /** Newest last. The same object until something changes. */
  refusals: readonly RefusedChanges[];
  /** Where they are: those that the device could not keep go with the tab. */
  keptOn: KeptOn;
}

export interface ReadableQuarantine {
  get(): QuarantineState;
  subscribe(listener: () => void): () => void;
  /** The author wants them no more. */
  discard(id: string): void;
}

export class Quarantine implements ReadableQuarantine {
  readonly #store: PendingStore;
  readonly #document: string;
  readonly #stopWatching: () => void;
  readonly #listeners = new Set<() => void>();
  readonly #refusals = new Map<string, RefusedChanges>();
  /** Those of which the device has no copy, or not the newest. */
  readonly #inTabOnly = new Set<string>();
  #state: QuarantineState = { refusals: [], keptOn: 'device' };

  constructor(store: PendingStore, document: string) {
    this.#store = store;
    this.#document = document;
    this.#stopWatching = store.watchQuarantine(document, () => void this.read());
  }

  get = (): QuarantineState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Every struct that was refused here, also where its author has discarded it. */
  get moved(): readonly Moved[] {
    return [...this.#refusals.values()].flatMap(({ moved }) => moved);
  }

  /** Of a struct that was refused. */
  codeOf(id: StructId): ErrorCode | null {
    for (const { code, moved } of this.#refusals.values()) if (isWithin(id, moved)) return code;
    return null;
  }

  /** Reads what the device has. Never rejects. */
  async read(): Promise<void> {
    try {
      const stored = await withPatience(this.#store.quarantined(this.#document));
      for (const id of this.#refusals.keys()) if (!this.#inTabOnly.has(id)) this.#refusals.delete(id);
      for (const refused of stored) if (!this.#inTabOnly.has(refused.id)) this.#refusals.set(refused.id, refused);
      this.#changed();
    } catch {
      // The device keeps nothing: what is in this tab is all there is.
    }
  }

  /** Adds a refusal, or more changes to one. @returns once it is known whether the device has it. */
  async add(refused: RefusedChanges, gone: readonly PendingKey[], instead: readonly PendingUpdate[]): Promise<void> {
    this.#refusals.set(refused.id, refused);
    this.#inTabOnly.add(refused.id);
    this.#changed();
    try {
      await this.#store.setAside(refused, gone, instead);
      if (this.#refusals.get(refused.id) === refused) this.#inTabOnly.delete(refused.id);
      this.#changed();
    } catch {
      // It stays in the tab, and the state says so.
    }
  }

  discard = (id: string): void => {
    const refused = this.#refusals.get(id);
    if (!refused) return;
    const notMoved = this.#inTabOnly.delete(id);
    // Which structs it was stays known: what stands on them may still come.
    const remembered = { ...refused, changes: [], passages: [] };
    this.#refusals.set(id, remembered);
    this.#changed();
    // The device may still have them as changes that wait: they would be sent, and refused, on the next visit.
    this.#store.setAside(remembered, notMoved ? refused.changes : [], []).catch(() => undefined);
  };

  #changed(): void {
    const refusals = [...this.#refusals.values()]
      .filter(({ changes }) => changes.length > 0)
      .sort((one, other) => one.refusedAtMs - other.refusedAtMs);
    this.#state = { refusals, keptOn: this.#inTabOnly.size > 0 ? 'tab' : 'device' };
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#stopWatching();
  }
}
