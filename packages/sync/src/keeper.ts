// The durable half of a room: reads the document from the log, gets accepted updates into it, and takes everything that
// the log holds, its own updates and those of other nodes, strictly in the log's order. The other half (room.ts) deals
// with people. Rules: SPEC L1–L10, N1–N3.
import type { NotSavedReason } from '@hearth/protocol/sync';
import { admit } from './admission.ts';
import type { ByteDocument } from './byte-document.ts';
import { guarded } from './byte-reader.ts';
import { compact } from './compaction.ts';
import type { Author, Write, WriteOwner } from './committer.ts';
import { type Accepted, Gate, type Sender, type Verdict } from './gate.ts';
import { openDocument, type OpenedDocument } from './loaded-document.ts';
import type { LoggedUpdate } from './node-messages.ts';
import type { ClientWriter } from './update-log.ts';
import { whyNotSaved } from './update-log.ts';
import { indexUpdate, type JudgedUpdate, type WalkedUpdate } from './update-walker.ts';
import type { World } from './world.ts';

/** An update in its place in the log. One of another node has not passed this gate. */
export type Arrived = { claims: readonly ClientWriter[] } & (
  | { update: WalkedUpdate; author: Author }
  | { update: JudgedUpdate; author: null }
);

/** An update that is durable and in the document. `update` holds what was new in it; null: nothing was. */
export interface Published {
  update: WalkedUpdate | null;
  author: Author | null;
  /** As it is in the log. */
  logged: LoggedUpdate;
}

/** What a keeper tells its room. */
export interface KeeperListener {
  readonly paceMs: number;
  /** The document is in memory: for the first time, or again after it had to be thrown away. */
  documentOpened(again: boolean): void;
  loadFailed(error: unknown): void;
  published(all: readonly Published[]): void;
  /** Durable, but it can't be read, or refused by the log: the author must hear that it was not taken. */
  refused(author: Author): void;
  /** Taken once, but not in the log: only its author still has it. */
  dropped(author: Author): void;
  /** Null: saving works again. */
  savingChanged(reason: NotSavedReason | null): void;
}

interface Open {
  document: ByteDocument;
  gate: Gate;
}

export class Keeper implements WriteOwner {
  readonly document: string;
  readonly #world: World;
  readonly #listener: KeeperListener;
  #open: Open | null = null;
  #loading = Promise.withResolvers<void>();
  #acceptedCount = 0;
  #settledCount = 0;
  /** Writes that could not be saved; they are tried again, in their order, before anything else is taken. */
  #held: Write[] = [];
  #notSaved: NotSavedReason | null = null;
  /** In the log, and to be taken when everything before is. */
  readonly #arrived = new Map<number, Arrived>();
  readonly #afterSettled: { count: number; run: () => void }[] = [];
  /** The document holds the log up to here. */
  #seq = 0;
  #logged = { updates: 0, bytes: 0 };
  #compacting: WalkedUpdate[] | null = null;
  #reading: Promise<boolean> | null = null;
  #readAgain = false;

  constructor(document: string, world: World, listener: KeeperListener) {
    this.document = document;
    this.#world = world;
    this.#listener = listener;
    this.#read(false);
  }

  /** Resolves when the document is in memory; rejects when the log can't be read. */
  get loaded(): Promise<void> {
    return this.#loading.promise;
  }

  /** Null while the document is being read. */
  get open(): Readonly<Open> | null {
    return this.#open;
  }

  /** Not null: nothing new is taken until an append succeeds again. */
  get notSaved(): NotSavedReason | null {
    return this.#notSaved;
  }

  get paceMs(): number {
    return this.#listener.paceMs;
  }

  get seq(): number {
    return this.#seq;
  }

  get uncompactedUpdates(): number {
    return this.#logged.updates;
  }

  get busy(): boolean {
    return this.#acceptedCount > this.#settledCount || this.#held.length > 0 || this.#compacting !== null;
  }

  /** @throws if the document is being read: await `loaded` first. */
  get opened(): Readonly<Open> {
    if (this.#open === null) throw new Error('the document is not loaded');
    return this.#open;
  }

  // ——— reading ———

  #read(again: boolean): void {
    // Whoever waits for it hears of a failure; if nobody does, it is still observed.
    this.#loading.promise.catch(() => undefined);
    this.#load(again).then(this.#loading.resolve, (error: unknown) => {
      this.#world.observe({ kind: 'load-failed', document: this.document, error });
      this.#listener.loadFailed(error);
      this.#loading.reject(error);
    });
  }

  async #load(again: boolean): Promise<void> {
    const loaded = await this.#world.log.load(this.document);
    const takeTurns = (): Promise<void> => new Promise((resolve) => this.#world.clock.soon(resolve));
    const opened = await openDocument(loaded, takeTurns);
    for (const seq of opened.leftOut) this.#world.observe({ kind: 'update-left-out', document: this.document, seq });
    this.#seq = loaded.updates.at(-1)?.seq ?? loaded.snapshotSeq;
    this.#logged = {
      updates: loaded.updates.length,
      bytes: loaded.updates.reduce((sum, { update }) => sum + update.length, 0),
    };
    const gate = Gate.of(opened, this.#world.limits, this.#world.clock);
    gate.learnWriters(loaded.writers);
    this.#open = { document: opened.document, gate: this.#withWhatComes(gate) };
    this.#listener.documentOpened(again);
    this.#settleWhatWasRead(opened);
    this.#takeArrived();
  }

  /** What had arrived for its turn has been read with all else; whoever wrote it is told. */
  #settleWhatWasRead({ leftOut }: OpenedDocument): void {
    const read = [...this.#arrived].filter(([seq]) => seq <= this.#seq).toSorted(([left], [right]) => left - right);
    for (const [seq] of read) this.#arrived.delete(seq);
    const published: Published[] = [];
    for (const [seq, { update, claims, author }] of read) {
      if (!leftOut.includes(seq)) published.push({ update, author, logged: { seq, update: update.bytes, claims } });
      else if (author) this.#listener.refused(author);
    }
    if (published.length > 0) this.#listener.published(published);
  }

  /** What is in memory can't be trusted, the log can. */
  #discard(cause: unknown): void {
    if (this.#open === null) return;
    this.#world.observe({ kind: 'reloading', document: this.document, error: cause });
    this.#open = null;
    this.#loading = Promise.withResolvers();
    this.#reload();
  }

  /** Waits for the commits that are under way. */
  #reload(): void {
    if (this.#acceptedCount === this.#settledCount) this.#read(true);
  }

  // ——— writing ———

  judge(update: Uint8Array, sender: Sender): Verdict {
    const { gate, document } = this.opened;
    return gate.judge(update, document, sender);
  }

  accept(accepted: Accepted, author: Author): void {
    const { update, claims } = accepted;
    this.opened.gate.accept(accepted);
    this.#add({ owner: this, update, claims, author, atMs: this.#world.clock.wallMs() });
  }

  #add(write: Write): void {
    this.#acceptedCount += 1;
    this.#world.committer.add(write);
  }

  /** Runs when everything that has been accepted so far is durable; at once if it is. */
  whenSettled(run: () => void): void {
    if (this.#settledCount === this.#acceptedCount && this.#arrived.size === 0) run();
    else this.#afterSettled.push({ count: this.#acceptedCount, run });
  }

  settled(writes: readonly Write[], seqs: readonly (number | null)[]): void {
    this.#settledCount += writes.length;
    const refusedAt = seqs.indexOf(null);
    const taken: Published[] = [];
    for (const [index, { update, claims, author }] of writes.entries()) {
      const seq = seqs[index];
      // A reading of the log may have been faster than the append's own answer.
      if (typeof seq === 'number' && this.#open && seq <= this.#seq)
        taken.push({ update: null, author, logged: { seq, update: update.bytes, claims } });
      else if (typeof seq === 'number') this.#arrived.set(seq, { update, claims, author });
      else if (index === refusedAt) this.#listener.refused(author);
      else this.#listener.dropped(author);
    }
    if (taken.length > 0) this.#listener.published(taken);
    if (refusedAt >= 0) this.#forgetWhatFollows();
    else if (this.#open) this.#takeArrived();
    else this.#reload();
    if (this.#notSaved) this.#savesAgain();
    this.#runSettled();
  }

  /** What is on its way may build on what the log has refused. */
  #forgetWhatFollows(): void {
    const withdrawn = this.#world.committer.withdraw(this);
    this.#acceptedCount -= withdrawn.length;
    for (const { author } of withdrawn) this.#listener.dropped(author);
    this.#discard(new Error('the log refused a client id'));
  }

  // ——— the log in its order ———

  /** Takes whatever follows on what the document holds; if something is missing before the rest, reads it. */
  #takeArrived(): void {
    if (this.#open === null) return;
    const published: Published[] = [];
    for (let next = this.#arrived.get(this.#seq + 1); next; next = this.#arrived.get(this.#seq + 1)) {
      this.#arrived.delete(this.#seq + 1);
      this.#seq += 1;
      published.push(this.#take(this.#open, next));
    }
    if (published.length > 0) this.#listener.published(published);
    if (this.#arrived.size > 0) {
      this.#world.observe({ kind: 'gap', document: this.document });
      void this.catchUp();
    } else {
      this.#runSettled();
    }
    void this.compact(this.#world.limits.compactBusyAfter);
  }

  #take({ document, gate }: Open, arrived: Arrived): Published {
    const { update, claims, author } = arrived;
    this.#logged.updates += 1;
    this.#logged.bytes += update.bytes.length;
    const admission = admit(update, document);
    // Every node leaves out what has a gap before it, and so does every load.
    if (admission.kind === 'gap')
      this.#world.observe({ kind: 'update-left-out', document: this.document, seq: this.#seq });
    else if (arrived.author === null) gate.learn(arrived.update, claims);
    const fresh = admission.kind === 'new' ? admission.update : null;
    if (fresh) {
      document.absorb(fresh);
      this.#compacting?.push(fresh);
    }
    return { update: fresh, author, logged: { seq: this.#seq, update: update.bytes, claims } };
  }

  /** Another node says what it has appended. */
  heardOf(updates: readonly LoggedUpdate[]): void {
    for (const { seq, update, claims } of updates) {
      if (seq <= this.#seq || this.#arrived.has(seq)) continue;
      const walked = guarded(() => indexUpdate(update));
      if (walked.ok) this.#arrived.set(seq, { update: walked.value, claims, author: null });
    }
    this.#takeArrived();
  }

  /**
   * Reads from the log what other nodes have appended and this one has not heard of.
   * @returns false when the log could not be read.
   */
  catchUp(): Promise<boolean> {
    if (this.#reading) {
      // That reading may have begun before what the caller waits for.
      this.#readAgain = true;
      return this.#reading;
    }
    this.#reading = this.#catchUp().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #catchUp(): Promise<boolean> {
    do {
      this.#readAgain = false;
      try {
        const from = this.#seq;
        const later = await this.#world.log.since(this.document, from);
        if (later === null) this.#discard(new Error('the log no longer holds what follows'));
        else this.#takeLater(later.updates, later.writers);
        // Whatever is missing then is told, or polled, again.
        if (this.#seq === from) this.#readAgain = false;
      } catch (error) {
        this.#world.observe({ kind: 'load-failed', document: this.document, error });
        return false;
      }
    } while (this.#readAgain);
    return true;
  }

  #takeLater(updates: readonly { seq: number; update: Uint8Array }[], writers: readonly ClientWriter[]): void {
    this.#open?.gate.learnWriters(writers);
    for (const { seq, update } of updates) {
      if (seq <= this.#seq || this.#arrived.has(seq)) continue;
      const walked = guarded(() => indexUpdate(update));
      // A damaged update keeps its place, empty.
      const taken = walked.ok ? walked.value : { bytes: update, sections: [], deletes: [], marks: [] };
      this.#arrived.set(seq, { update: taken, claims: [], author: null });
    }
    this.#takeArrived();
  }

  #runSettled(): void {
    if (this.#arrived.size > 0) return;
    for (let next = this.#afterSettled[0]; next && next.count <= this.#settledCount; next = this.#afterSettled[0]) {
      this.#afterSettled.shift();
      next.run();
    }
  }

  // ——— when nothing can be saved ———

  failed(writes: readonly Write[], error: unknown): void {
    this.#world.observe({ kind: 'append-failed', document: this.document, error });
    this.#acceptedCount -= writes.length;
    this.#held = writes.filter(({ author }) => author.kind === 'peer');
    const reason = whyNotSaved(error);
    for (const { author } of writes) {
      if (author.kind === 'server') author.done({ ok: false, code: reason, detail: 'could not be saved' });
    }
    if (this.#open) this.#forgetAccepted(this.#open);
    else this.#reload();
    const reachable = this.#acceptedCount + this.#held.length;
    for (const waiting of this.#afterSettled) waiting.count = Math.min(waiting.count, reachable);
    this.#runSettled();
    if (this.#held.length === 0) return;
    if (reason !== this.#notSaved) this.#listener.savingChanged(reason);
    this.#notSaved = reason;
    this.#world.clock.after(this.#world.limits.probeEveryMs, () => void this.#probe());
  }

  /** As if what failed, and is not held, had never been accepted. */
  #forgetAccepted({ document, gate }: Open): void {
    this.#open = { document, gate: this.#withWhatComes(gate.over(document.stateVector())) };
  }

  /** What is in the log or will be tried again, but is not in the document yet. */
  #withWhatComes(gate: Gate): Gate {
    for (const { update, claims } of [...this.#arrived.values(), ...this.#held])
      gate.learn(indexUpdate(update.bytes), claims);
    return gate;
  }

  async #probe(): Promise<void> {
    // A compaction may make the room that is missing: the history gives way.
    if (this.#notSaved === 'HEARTH_STORE_FULL') await this.compact(1);
    const held = this.#held;
    this.#held = [];
    for (const write of held) this.#add(write);
  }

  #savesAgain(): void {
    this.#notSaved = null;
    this.#world.observe({ kind: 'saving-again', document: this.document });
    this.#listener.savingChanged(null);
  }

  // ——— a short log ———

  /** Replaces the log by one state, if it has at least so many updates. Never rejects. */
  async compact(minimum: number): Promise<void> {
    const { updates, bytes } = this.#logged;
    const worthIt = updates >= minimum || bytes >= this.#world.limits.compactBytes;
    if (this.#open === null || this.#compacting || updates === 0 || !worthIt) return;
    const { document } = this.#open;
    this.#compacting = [];
    const outcome = await compact(this.document, document.encode(null), this.#seq, this.#world);
    const since = this.#compacting;
    this.#compacting = null;
    if (outcome.kind === 'compacted') this.#shorten(document, outcome.document, since, updates, bytes);
    else if (outcome.kind === 'salvaged') this.#discard(outcome.cause);
    else if (outcome.kind === 'elsewhere') this.#logged = { updates: 0, bytes: 0 };
  }

  #shorten(was: ByteDocument, short: ByteDocument, since: WalkedUpdate[], updates: number, bytes: number): void {
    this.#logged = { updates: this.#logged.updates - updates, bytes: this.#logged.bytes - bytes };
    if (this.#open?.document !== was) return;
    for (const update of since) short.absorb(update);
    this.#open = { document: short, gate: this.#open.gate };
  }
}
