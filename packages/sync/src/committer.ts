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
  /** Commits of this owner are so far apart, in ms: more comes together then, and costs less. */
  readonly paceMs: number;
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
  /** Of owners that wait a little, so that more comes together. */
  readonly #paced = new Map<WriteOwner, Write[]>();
  readonly #lastMs = new WeakMap<WriteOwner, number>();
  #running: Promise<void> | null = null;

  constructor(log: UpdateLog, clock: Clock, meter: RoomsMeter) {
    this.#log = log;
    this.#clock = clock;
    this.#meter = meter;
  }

  add(write: Write): void {
    const { owner } = write;
    const paced = this.#paced.get(owner);
    if (paced) {
      paced.push(write);
      return;
    }
    const waitMs = owner.paceMs > 0 ? (this.#lastMs.get(owner) ?? -Infinity) + owner.paceMs - this.#clock.nowMs() : 0;
    if (waitMs < 0.3) {
      this.#waiting.push(write);
      this.#start();
      return;
    }
    this.#paced.set(owner, [write]);
    this.#clock.after(waitMs, () => this.#release(owner));
  }

  #release(owner: WriteOwner): void {
    const paced = this.#paced.get(owner) ?? [];
    this.#paced.delete(owner);
    if (paced.length === 0) return;
    this.#waiting.push(...paced);
    this.#start();
  }

  #start(): void {
    this.#running ??= new Promise((resolve) => {
      this.#clock.soon(() => resolve(this.#run()));
    });
  }

  /** Resolves when nothing waits and nothing is in flight. */
  async idle(): Promise<void> {
    for (const owner of this.#paced.keys()) this.#release(owner);
    while (this.#running !== null) await this.#running;
  }

  async #run(): Promise<void> {
    let next = this.#nextBatch();
    while (next) {
      const { batch, appending } = next;
      const appended = await appending;
      // The log works on the next batch while this one is handed out, unless that could still change what is to be written.
      const isClear = appended.ok && !appended.seqs.includes(null);
      const early = isClear ? this.#nextBatch() : null;
      await this.#finish(batch, appended);
      next = early ?? this.#nextBatch();
    }
    this.#running = null;
  }

  #nextBatch(): { batch: Write[]; appending: Promise<Appended> } | null {
    const batch = this.#waiting;
    if (batch.length === 0) return null;
    this.#waiting = [];
    return { batch, appending: this.#append(batch) };
  }

  async #finish(batch: Write[], appended: Appended): Promise<void> {
    const owners = byOwner(batch, appended.ok ? appended.seqs : []);
    if (appended.ok) {
      this.#settle(owners);
      return;
    }
    const [only] = owners.keys();
    if (only && owners.size === 1) this.#fail(only, batch, appended.error);
    // One document may have spoilt the commit of all: each tries alone.
    else for (const { writes } of owners.values()) await this.#finish(writes, await this.#append(writes));
  }

  #settle(owners: ReadonlyMap<WriteOwner, OwnWrites>): void {
    const durableMs = this.#clock.nowMs();
    for (const [owner, { writes, seqs }] of owners) {
      owner.settled(writes, seqs);
      this.#meter.fannedOut(this.#clock.nowMs() - durableMs);
    }
  }

  async #append(writes: readonly Write[]): Promise<Appended> {
    const startedMs = this.#clock.nowMs();
    const entries = writes.map(({ owner, update, claims, atMs }) => {
      if (owner.paceMs > 0) this.#lastMs.set(owner, startedMs);
      return { document: owner.document, update: update.bytes, atMs, writers: claims };
    });
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
    const waiting = this.#waiting.filter((write) => write.owner === owner);
    this.#waiting = this.#waiting.filter((write) => write.owner !== owner);
    const paced = this.#paced.get(owner) ?? [];
    this.#paced.delete(owner);
    return [...waiting, ...paced];
  }
}

type Appended = { ok: true; seqs: (number | null)[] } | { ok: false; error: unknown };

interface OwnWrites {
  writes: Write[];
  seqs: (number | null)[];
}

const byOwner = (batch: readonly Write[], seqs: readonly (number | null)[]): Map<WriteOwner, OwnWrites> => {
  const owners = new Map<WriteOwner, OwnWrites>();
  for (const [index, write] of batch.entries()) {
    const own = owners.get(write.owner) ?? { writes: [], seqs: [] };
    owners.set(write.owner, own);
    own.writes.push(write);
    own.seqs.push(seqs[index] ?? null);
  }
  return owners;
};
