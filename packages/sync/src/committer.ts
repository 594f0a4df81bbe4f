// Group commit: one append for all rooms per turn of the event loop, one in flight at a time. Rules: SPEC L1, L6.
import type { Refused } from './byte-reader.ts';
import type { Clock } from './clock.ts';
import type { Peer } from './peer.ts';
import type { RoomsMeter } from './rooms-meter.ts';
import type { ClientWriter, UpdateLog } from './update-log.ts';
import type { WalkedUpdate } from './update-walker.ts';

/** An accepted update on its way into the log. */
export interface Write {
  owner: WriteOwner;
  update: WalkedUpdate;
  claims: readonly ClientWriter[];
  author: Author;
  /** Unix ms. */
  atMs: number;
}

export type Author =
  | { kind: 'peer'; peer: Peer; frame: number; step2: boolean }
  | { kind: 'server'; done: (result: { ok: true } | Refused) => void };

export interface WriteOwner {
  readonly document: string;
  /** These writes would survive a power cut. `seqs` are their places in the document's log; null: refused there. */
  settled(writes: readonly Write[], seqs: readonly (number | null)[]): void;
  /** These writes, and all that waited behind them, are not known to be in the log. */
  failed(writes: readonly Write[], error: unknown): void;
}

export class Committer {
  readonly #log: UpdateLog;
  readonly #clock: Clock;
  readonly #meter: RoomsMeter;
  #waiting: Write[] = [];
  #running: Promise<void> | null = null;

  constructor(log: UpdateLog, clock: Clock, meter: RoomsMeter) {
    this.#log = log;
    this.#clock = clock;
    this.#meter = meter;
  }

  add(write: Write): void {
    this.#waiting.push(write);
    this.#running ??= new Promise((resolve) => {
      this.#clock.soon(() => resolve(this.#run()));
    });
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async idle(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      await this.#commit(batch);
    }
    this.#running = null;
  }

  async #commit(batch: Write[]): Promise<void> {
    const appended = await this.#append(batch);
    const rooms = Map.groupBy(batch.keys(), (index) => batch[index]!.owner);
    if (appended.ok) {
      this.#settle(rooms, batch, appended.seqs);
      return;
    }
    const [only] = rooms.keys();
    if (only && rooms.size === 1) this.#fail(only, batch, appended.error);
    // One document may have spoilt the commit of all: each tries alone.
    else for (const indexes of rooms.values()) await this.#commit(indexes.map((index) => batch[index]!));
  }

  #settle(rooms: ReadonlyMap<WriteOwner, number[]>, batch: readonly Write[], seqs: readonly (number | null)[]): void {
    const durableMs = this.#clock.nowMs();
    for (const [owner, indexes] of rooms) {
      owner.settled(
        indexes.map((index) => batch[index]!),
        indexes.map((index) => seqs[index]!),
      );
      this.#meter.fannedOut(this.#clock.nowMs() - durableMs);
    }
  }

  async #append(
    writes: readonly Write[],
  ): Promise<{ ok: true; seqs: (number | null)[] } | { ok: false; error: unknown }> {
    const entries = writes.map(({ owner, update, claims, atMs }) => ({
      document: owner.document,
      update: update.bytes,
      atMs,
      writers: claims,
    }));
    const startedMs = this.#clock.nowMs();
    try {
      const seqs = await this.#log.append(entries);
      if (seqs.length !== writes.length)
        return { ok: false, error: new Error('the update log answered for another number of updates') };
      this.#meter.committed(this.#clock.nowMs() - startedMs, writes.length);
      return { ok: true, seqs };
    } catch (error) {
      return { ok: false, error };
    }
  }

  #fail(owner: WriteOwner, writes: Write[], error: unknown): void {
    owner.failed([...writes, ...this.withdraw(owner)], error);
  }

  /** Takes back what waits for its turn. */
  withdraw(owner: WriteOwner): Write[] {
    const withdrawn = this.#waiting.filter((write) => write.owner === owner);
    this.#waiting = this.#waiting.filter((write) => write.owner !== owner);
    return withdrawn;
  }
}
