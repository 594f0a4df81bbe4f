// The durable half of a room: reads the document from the log, gets accepted updates into it, and applies them only
// then. The other half (room.ts) deals with people. Rules: SPEC L1–L8.
import type { NotSavedReason } from '@hearth/protocol/sync';
import type { Clock } from './clock.ts';
import type { Author, Committer, Write, WriteOwner } from './committer.ts';
import type { DurableDocument, OpenDocument } from './durable-document.ts';
import { judgeUpdate, type StateVector, type Verdict } from './gate.ts';
import type { Limits, UpdateLimits } from './limits.ts';
import type { RoomEvent } from './room-event.ts';
import { mergeAccepted } from './structural-merge.ts';
import { type UpdateLog, whyNotSaved } from './update-log.ts';
import type { WalkedUpdate } from './update-walker.ts';

export interface World {
  log: UpdateLog;
  clock: Clock;
  limits: Limits;
  committer: Committer;
  openDocument: OpenDocument;
  observe: (event: RoomEvent) => void;
}

/** What a keeper tells its room. */
export interface KeeperListener {
  /** The document is in memory: for the first time, or again after Yjs threw. */
  documentOpened(again: boolean): void;
  loadFailed(error: unknown): void;
  /** Durable and applied. `merged` is one update with the content of all. */
  published(authors: readonly Author[], merged: Uint8Array): void;
  /** Durable, but Yjs can't read it: it was refused after all. */
  unreadable(author: Author): void;
  /** Null: saving works again. */
  savingChanged(reason: NotSavedReason | null): void;
}

interface Open {
  document: DurableDocument;
  /** Ahead of the document by what waits for its commit. */
  accepted: StateVector;
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
  /** Durable, and to be applied. Longer-lived only while the document is read again. */
  #unapplied: { write: Write; seq: number }[] = [];
  readonly #afterSettled: { count: number; run: () => void }[] = [];
  #seq = 0;
  #updatesInLog = 0;
  #compacting = false;

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

  get uncompactedUpdates(): number {
    return this.#updatesInLog;
  }

  get busy(): boolean {
    return this.#acceptedCount > this.#settledCount || this.#held.length > 0 || this.#compacting;
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
    const { document, unreadable } = this.#world.openDocument(loaded);
    for (const seq of unreadable) this.#world.observe({ kind: 'update-left-out', document: this.document, seq });
    this.#seq = loaded.updates.at(-1)?.seq ?? loaded.snapshotSeq;
    this.#updatesInLog = loaded.updates.length;
    this.#open = { document, accepted: this.#acceptedOver(document) };
    this.#listener.documentOpened(again);
    const waited = this.#unapplied;
    this.#unapplied = [];
    const readable = waited.filter(({ seq }) => !unreadable.includes(seq));
    for (const { write, seq } of waited) if (unreadable.includes(seq)) this.#listener.unreadable(write.author);
    if (readable.length > 0) this.#publish(readable.map(({ write }) => write));
  }

  #acceptedOver(document: DurableDocument): StateVector {
    const accepted = document.stateVector();
    for (const { update } of this.#held) advance(accepted, update);
    return accepted;
  }

  /** Yjs threw: what it holds now can't be trusted, the log can. Waits for the commits that are under way. */
  #reload(): void {
    if (this.#acceptedCount > this.#settledCount) return;
    this.#read(true);
  }

  // ——— writing ———

  judge(update: Uint8Array, limits: UpdateLimits): Verdict {
    const { accepted, document } = this.opened;
    return judgeUpdate(update, accepted, document, { limits, rootNames: this.#world.limits.rootNames });
  }

  accept(update: WalkedUpdate, author: Author): void {
    advance(this.opened.accepted, update);
    this.#add({ owner: this, update, author });
  }

  #add(write: Write): void {
    this.#acceptedCount += 1;
    this.#world.committer.add(write);
  }

  /** Runs when everything that has been accepted so far is durable; at once if it is. */
  whenSettled(run: () => void): void {
    if (this.#settledCount === this.#acceptedCount) run();
    else this.#afterSettled.push({ count: this.#acceptedCount, run });
  }

  settled(writes: readonly Write[], seqs: readonly number[]): void {
    this.#settledCount += writes.length;
    this.#updatesInLog += writes.length;
    this.#seq = seqs.at(-1) ?? this.#seq;
    this.#unapplied.push(...writes.map((write, index) => ({ write, seq: seqs[index] ?? this.#seq })));
    if (this.#open) this.#apply(this.#open.document);
    else this.#reload();
    if (this.#notSaved) this.#savesAgain();
    this.#runSettled();
  }

  #apply(document: DurableDocument): void {
    const writes = this.#unapplied.map(({ write }) => write);
    const merged = mergeAccepted(writes.map(({ update }) => update));
    try {
      document.apply(merged);
    } catch (error) {
      this.#world.observe({ kind: 'reloading', document: this.document, error });
      this.#open = null;
      this.#loading = Promise.withResolvers();
      this.#reload();
      return;
    }
    this.#unapplied = [];
    this.#publish(writes, merged);
    void this.compact(this.#world.limits.compactBusyAfter);
  }

  #publish(writes: readonly Write[], merged = mergeAccepted(writes.map(({ update }) => update))): void {
    this.#listener.published(
      writes.map(({ author }) => author),
      merged,
    );
  }

  #runSettled(): void {
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
    if (this.#open) this.#open.accepted = this.#acceptedOver(this.#open.document);
    else this.#reload();
    const reachable = this.#acceptedCount + this.#held.length;
    for (const waiting of this.#afterSettled) waiting.count = Math.min(waiting.count, reachable);
    this.#runSettled();
    if (this.#held.length === 0) return;
    if (reason !== this.#notSaved) this.#listener.savingChanged(reason);
    this.#notSaved = reason;
    this.#world.clock.after(this.#world.limits.probeEveryMs, () => this.#probe());
  }

  #probe(): void {
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
    if (this.#open === null || this.#compacting || this.#updatesInLog < minimum) return;
    this.#compacting = true;
    const compacted = this.#updatesInLog;
    try {
      await this.#world.log.compact(this.document, this.#open.document.encode(null), this.#seq);
      this.#updatesInLog -= compacted;
    } catch (error) {
      this.#world.observe({ kind: 'compaction-failed', document: this.document, error });
    }
    this.#compacting = false;
  }
}

const advance = (accepted: StateVector, { sections }: WalkedUpdate): void => {
  for (const { client, end } of sections) accepted.set(client, end);
};
