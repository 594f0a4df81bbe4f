// The browser's side of a live document for as long as it is open: what waits, what was refused, one truthful status, and
// the copy that is worked on. A copy that holds something the server will never take is replaced by a fresh one, since Yjs
// takes nothing back. Rules: SPEC.
import type { ErrorCode } from '@hearth/protocol/errors';
import { acknowledgeParameter, writerParameter } from '@hearth/protocol/sync';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { type LiveClock, systemClock } from './clock.ts';
import { Connection } from './connection.ts';
import { fillerFor, inOrder, readEdit } from './edit.ts';
import { IndexedDbPendingStore } from './indexed-db-pending-store.ts';
import { type Change, PendingChanges, recordOf } from './pending.ts';
import type { PendingStore, PendingUpdate } from './pending-store.ts';
import { type Passage, Quarantine, type ReadableQuarantine, type RefusedChanges, type Writing } from './quarantine.ts';
import { randomClientId, randomId } from './random-id.ts';
import { Addresses, type Moved, readdress } from './readdress.ts';
import { isAboutChanges, Sift } from './sift.ts';
import type { LiveFacts } from './status.ts';
import { type ReadableStatus, StatusStore } from './status-store.ts';
import { watchNetwork } from './watch-network.ts';
import { writerFor } from './writer.ts';

/** A copy of the document, and who else is in it. */
export interface LiveCopy {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
}

export interface LiveDocument {
  /** The copy to work on: the same object until it had to be replaced. */
  copy(): LiveCopy;
  /** Tells when the copy is another one. @returns ends that. */
  subscribe(listener: () => void): () => void;
  status: ReadableStatus;
  quarantine: ReadableQuarantine;
  /** What waits, for whoever wants to take it along. */
  waiting(): Writing;
  /** Changes of a refusal wait again: what refused them has changed. @param id  of the refusal. */
  sendAgain(id: string): void;
  /** Tries to connect at once, for "Try now". */
  retry(): void;
  /** Closes the connection. What was not acknowledged stays on the device, for the next time. */
  destroy(): void;
}

export interface LiveOptions {
  /** Such as `board/<reviewId>`. */
  documentName: string;
  /** Of the live documents, such as `wss://hearth.example/live`; the name is appended. */
  url: string;
  pendingStore?: PendingStore;
  webSocket?: typeof WebSocket;
  clock?: LiveClock;
  /** Tells what somebody wrote in changes of a copy, for people to read. */
  read?: (doc: Y.Doc, changes: readonly PendingUpdate[]) => Passage[];
}

/** Refusals for which nothing could be found: after so many within a while, no more attempts are made. */
const fruitless = { times: 3, withinMs: 10 * 60_000 };
/** Whatever still writes into a copy that was replaced, an editor that closes for example, does so within this. */
const retiredForMs = 1_000;

/**
 * Opens a document and keeps it connected until `destroy`. The document fills when the server answers; changes may be
 * made before.
 */
export const openLiveDocument = (options: LiveOptions): LiveDocument => {
  const document = new OpenDocument(options);
  void document.open();
  return document;
};

/** `sifting`: finding out what was refused. `renewing`: a fresh copy is on its way. */
type Phase = 'working' | 'sifting' | 'renewing';

class OpenDocument implements LiveDocument {
  readonly status = new StatusStore();
  readonly quarantine: Quarantine;
  readonly #options: LiveOptions;
  readonly #clock: LiveClock;
  readonly #store: PendingStore;
  readonly #pending: PendingChanges;
  readonly #listeners = new Set<() => void>();
  readonly #stopWatching: () => void;
  #phase: Phase = 'working';
  #writer = '';
  #current: Connection;
  /** Takes the place of the current copy as soon as it is there. */
  #next: Connection | null = null;
  /** The one before the current. */
  #retired: Connection | null = null;
  #cancelRetirement: () => void = () => undefined;
  /** The last one, under way or not: it knows what was refused. */
  #sift: Sift | null = null;
  /** Refused in the course of the last sift, by reason. */
  #refusals = new Map<ErrorCode, RefusedChanges>();
  /** What was refused in the course of it as it was written, by refusal. */
  #written = new Map<string, readonly PendingUpdate[]>();
  /** New ids of everything that was refused here, by whichever tab and whenever. */
  readonly #addresses = new Addresses(randomClientId);
  #fruitlessMs: number[] = [];
  #open = true;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#store = options.pendingStore ?? new IndexedDbPendingStore();
    this.quarantine = new Quarantine(this.#store, options.documentName);
    this.#pending = new PendingChanges({
      store: this.#store,
      document: options.documentName,
      tab: randomId(),
      wallMs: () => this.#clock.wallMs(),
      onChange: () => this.status.learn({ changes: this.#pending.count, keptOn: this.#pending.keptOn }),
    });
    this.#current = this.#newCopy();
    this.#stopWatching = watchNetwork({
      offline: () => this.#speaker.disconnect(),
      online: () => this.retry(),
      doubt: () => this.#speaker.doubt(),
    });
  }

  async open(): Promise<void> {
    const { documentName } = this.#options;
    const [writer, { unreadable }] = await Promise.all([
      writerFor(this.#store, documentName),
      this.#pending.adoptLeftovers(),
      this.quarantine.read(),
    ]);
    if (!this.#open) return;
    this.#addresses.learn(this.quarantine.moved);
    this.#writer = writer;
    this.#setAside('HEARTH_FRAME_REFUSED', unreadable, []);
    this.#setAsideLost();
    const broken = this.#current.replay(this.#pending.list());
    this.#setAside('HEARTH_FRAME_REFUSED', broken, this.#pending.replace(broken, new Map()));
    this.#current.connect();
  }

  /** What stands on something that was refused in an earlier visit would be taken, and vanish. */
  #setAsideLost(): void {
    for (const change of inOrder(this.#pending.list())) {
      const lost = change.edit.needs.find((id) => this.#addresses.has(id));
      if (!lost) continue;
      const fillers = new Map([[change.number, fillerFor(change.edit.ranges)]]);
      this.#setAside(
        this.quarantine.codeOf(lost) ?? 'HEARTH_CONFLICT',
        [change],
        this.#pending.replace([change], change.edit.ranges.length > 0 ? fillers : new Map()),
      );
    }
  }

  // ——— for those who use it ———

  copy = (): LiveCopy => this.#current;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  waiting = (): Writing => {
    const changes = inOrder(this.#pending.list().filter(({ filler }) => !filler)).map(recordOf);
    return { changes, passages: this.#read(changes) };
  };

  sendAgain = (id: string): void => {
    const refused = this.quarantine.get().refusals.find((refusal) => refusal.id === id);
    if (refused) void this.#sendAgain(refused);
  };

  retry = (): void => {
    if (this.#writer !== '' && this.status.get().kind !== 'refused') this.#speaker.connect();
  };

  destroy(): void {
    this.#open = false;
    this.#stopWatching();
    this.#sift?.stop();
    this.#retire();
    this.#next?.destroy();
    this.#current.destroy();
    this.#pending.close();
    this.quarantine.close();
  }

  /** What is connected to the server just now, or tries to be. */
  get #speaker(): { connect(): void; disconnect(): void; doubt(): void } {
    return (this.#phase === 'sifting' ? this.#sift : this.#next) ?? this.#current;
  }

  // ——— copies ———

  get #parts() {
    return {
      url: this.#url,
      webSocket: this.#options.webSocket ?? WebSocket,
      clock: this.#clock,
      pending: this.#pending,
      addresses: this.#addresses,
    };
  }

  readonly #url = (): string => {
    const { url, documentName } = this.#options;
    const query = new URLSearchParams({ [acknowledgeParameter]: '1', [writerParameter]: this.#writer });
    return `${url}/${documentName}?${query.toString()}`;
  };

  #newCopy(): Connection {
    const copy: Connection = new Connection({
      ...this.#parts,
      changed: (update) => this.#changed(copy, update),
      learned: (facts) => this.#learned(copy, facts),
      refused: (code) => this.#refused(code),
      stuck: () => this.#startSift('HEARTH_RESYNC'),
    });
    return copy;
  }

  #learned(copy: Connection, facts: Partial<LiveFacts>): void {
    if (copy === this.#current && this.#phase === 'working') this.status.learn(facts);
    if (copy !== this.#next) return;
    // The copy that is in sight counts as up to date for as long as the fresh one is connected.
    const { connected } = facts;
    this.status.learn(connected === undefined ? facts : { ...facts, synced: connected });
    if (facts.synced) this.#swap(this.#next);
  }

  /** Somebody here has written, in whichever copy they have in front of them. */
  #changed(copy: Connection, update: Uint8Array): void {
    const change = this.#pending.add(update);
    if (this.#sift?.isLost(change)) this.#sift.setAside(change);
    else if (this.#phase !== 'sifting') this.#bring(change, copy);
  }

  #bring(change: Change, writtenIn: Connection | null): void {
    const to = this.#next ?? this.#current;
    if (to !== writtenIn) to.replay([change]);
    to.send(change);
  }

  #swap(fresh: Connection): void {
    this.#retire();
    this.#retired = this.#current;
    this.#current = fresh;
    this.#next = null;
    this.#phase = 'working';
    this.status.learn({ sifting: false, connected: true, synced: true });
    for (const listener of this.#listeners) listener();
    this.#cancelRetirement = this.#clock.after(retiredForMs, () => this.#retire());
  }

  #retire(): void {
    this.#cancelRetirement();
    this.#retired?.destroy();
    this.#retired = null;
  }

  // ——— refusals ———

  #refused(code: ErrorCode): void {
    if (isAboutChanges(code) && this.#pending.list().length > 0 && !this.#isFruitless()) this.#startSift(code);
    else this.#end(code);
  }

  #isFruitless(): boolean {
    const sinceMs = this.#clock.steadyMs() - fruitless.withinMs;
    this.#fruitlessMs = this.#fruitlessMs.filter((atMs) => atMs > sinceMs);
    return this.#fruitlessMs.length >= fruitless.times;
  }

  #end(code: ErrorCode): void {
    this.#phase = 'working';
    this.#next?.destroy();
    this.#next = null;
    this.status.learn({ sifting: false, connected: false, synced: false, refused: code });
  }

  #startSift(code: ErrorCode): void {
    this.#phase = 'sifting';
    this.#current.disconnect();
    this.#next?.destroy();
    this.#next = null;
    this.#sift?.stop();
    this.#refusals = new Map();
    this.#written = new Map();
    this.status.learn({ sifting: true });
    this.#sift = new Sift({
      ...this.#parts,
      learned: (facts) => this.status.learn(facts),
      setAside: (reason, changes, fillers) => {
        const instead = this.#pending.replace(changes, fillers);
        this.#setAside(reason, changes, instead);
        if (this.#phase !== 'sifting') for (const filler of instead) this.#bring(filler, null);
      },
      done: () => this.#renew(),
      stopped: (reason) => this.#end(reason),
    });
    this.#sift.begin(code);
  }

  /** What is refused is set aside: a fresh copy has everything but that. */
  #renew(): void {
    if (this.#refusals.size === 0) this.#fruitlessMs.push(this.#clock.steadyMs());
    this.#phase = 'renewing';
    this.#next = this.#newCopy();
    this.#next.replay(this.#pending.list());
    this.#next.connect();
  }

  /** Moves changes into the quarantine. @param instead  waits in their place. */
  #setAside(code: ErrorCode, gone: readonly PendingUpdate[], instead: readonly PendingUpdate[]): void {
    if (gone.length === 0) return;
    const added = gone.filter(({ filler }) => !filler).map(recordOf);
    if (added.length === 0) {
      this.#store.forget(gone).catch(() => undefined);
      return;
    }
    const begun = this.#refusals.get(code) ?? {
      document: this.#options.documentName,
      id: randomId(),
      code,
      refusedAtMs: this.#clock.wallMs(),
      changes: [],
      passages: [],
      moved: [],
    };
    const { moved, update } = this.#underNewIds(added);
    const asWritten = [...(this.#written.get(begun.id) ?? []), ...added];
    this.#written.set(begun.id, asWritten);
    const refused: RefusedChanges = {
      ...begun,
      changes: [...begun.changes, ...update],
      passages: this.#read(asWritten),
      moved: [...begun.moved, ...moved],
    };
    this.#refusals.set(code, refused);
    void this.quarantine.add(refused, gone, instead.map(recordOf));
  }

  /** So that they can be applied again: under their own ids the server is told that they are gone. */
  #underNewIds(changes: readonly PendingUpdate[]): { moved: Moved[]; update: PendingUpdate[] } {
    const moved: Moved[] = [];
    const update = changes.map((change) => {
      try {
        moved.push(...this.#addresses.give(readEdit(change.update).ranges));
        return { ...change, update: readdress(change.update, this.#addresses) };
      } catch {
        return change; // Nobody can read it. It is kept as it is.
      }
    });
    return { moved, update };
  }

  #read(changes: readonly PendingUpdate[]): Passage[] {
    return this.#options.read?.(this.#current.doc, changes) ?? [];
  }

  /** They are written down as waiting before they leave the quarantine. */
  async #sendAgain(refused: RefusedChanges): Promise<void> {
    try {
      for (const change of refused.changes) await this.#store.keep(change);
    } catch {
      return; // The device is full: they stay where they are.
    }
    if (!this.#open) return;
    const again = this.#pending.addAgain(refused.changes);
    this.quarantine.discard(refused.id);
    if (this.#phase !== 'sifting') for (const change of again) this.#bring(change, null);
  }
}
