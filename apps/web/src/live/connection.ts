// One copy of a live document on one link: what is written here goes out, what others write comes in. It ends when the
// server refuses something for good; live-document.ts then puts another one in its place. Rules: SPEC S1, S9, S10, S12.
import type { ErrorCode } from '@hearth/protocol/errors';
import { maxFrameBytes } from '@hearth/protocol/sync';
import { applyAwarenessUpdate, Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import * as Y from 'yjs';
import type { LiveClock } from './clock.ts';
import {
  awarenessFrame,
  emptyUpdate,
  readFrame,
  type ServerFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts';
import { Link } from './link.ts';
import { Outbox } from './outbox.ts';
import type { Change, PendingChanges } from './pending.ts';
import type { LiveFacts } from './status.ts';

interface ConnectionOptions {
  url: () => string;
  webSocket: typeof WebSocket;
  clock: LiveClock;
  pending: PendingChanges;
  /** Somebody here has changed the document. */
  changed(update: Uint8Array): void;
  /** Something of this connection has become known. */
  learned(facts: Partial<LiveFacts>): void;
  /** The server has refused something for good; nothing is sent or tried any more. */
  refused(code: ErrorCode): void;
  /** The server says, again and again, that what we send builds on something that it does not have. */
  stuck(): void;
}

/** Origin of what comes from the server. */
const remote = Symbol('remote');
/** Origin of changes that wait already: they are in the outbox, or will be. */
const replayed = Symbol('replayed');

/** What builds on missing things may find them a moment later, on a node that lags. */
const patientTimes = 6;
/** Close code of HEARTH_RESYNC. */
const resync = 4509;

export class Connection {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly #options: ConnectionOptions;
  readonly #link: Link;
  readonly #outbox = new Outbox();
  /** The server has asked what we have: it takes edits from us. */
  #asked = false;
  #synced = false;
  #notSaved = false;
  #fruitless = 0;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    const { url, webSocket, clock } = options;
    this.#link = new Link({ url, webSocket, clock, events: this.#events() });
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== remote && origin !== replayed) options.changed(update);
    });
    this.awareness.on('update', this.#tellPresence);
  }

  connect(): void {
    this.#link.connect();
  }

  disconnect(): void {
    this.#link.disconnect();
    this.#down();
    this.#options.learned({ connected: false, synced: false });
  }

  /** Asks at once whether the server is still there. */
  doubt(): void {
    this.#link.doubt();
  }

  destroy(): void {
    this.awareness.setLocalState(null);
    this.#link.disconnect();
    this.awareness.off('update', this.#tellPresence);
    this.awareness.destroy();
    this.doc.destroy();
  }

  /** Puts changes that wait into the document. They go out with the next handshake. @returns those that Yjs can't read. */
  replay(changes: readonly Change[]): Change[] {
    const broken: Change[] = [];
    this.doc.transact(() => {
      for (const change of changes) {
        try {
          Y.applyUpdate(this.doc, change.update);
        } catch {
          broken.push(change);
        }
      }
    }, replayed);
    return broken;
  }

  /** Sends a change that is in the document, now or with the next handshake. */
  send(change: Change): void {
    if (!this.#asked) return;
    this.#outbox.add(change);
    this.#post();
  }

  #events(): ConstructorParameters<typeof Link>[0]['events'] {
    return {
      opened: () => this.#greet(),
      received: (frame) => this.#receive(readFrame(frame)),
      lost: (code) => this.#lost(code),
      refused: (code) => this.#refuse(code),
      answering: (answering) => this.#options.learned({ answering }),
      ping: () => this.#ping(),
    };
  }

  // ——— the connection comes and goes ———

  #greet(): void {
    this.#asked = false;
    this.#synced = false;
    this.#notSaved = false;
    this.#outbox.restart();
    this.#options.learned({ connected: true, synced: false, notSaved: null });
    this.#link.send(step1Frame(Y.encodeStateVector(this.doc)));
    if (this.awareness.getLocalState() !== null)
      this.#link.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, [this.doc.clientID])));
  }

  #lost(code: number): void {
    this.#down();
    this.#options.learned({ connected: false, synced: false, everFailed: true });
    this.#fruitless = code === resync && this.#options.pending.count > 0 ? this.#fruitless + 1 : 0;
    if (this.#fruitless < patientTimes) return;
    this.#link.disconnect();
    this.#options.stuck();
  }

  #refuse(code: ErrorCode): void {
    this.#link.disconnect();
    this.#down();
    this.#options.refused(code);
  }

  #down(): void {
    this.#asked = false;
    this.#synced = false;
    const others = [...this.awareness.getStates().keys()].filter((client) => client !== this.doc.clientID);
    removeAwarenessStates(this.awareness, others, remote);
  }

  // ——— what comes in ———

  #receive(frame: ServerFrame): void {
    switch (frame.kind) {
      case 'step-1':
        this.#answer(Y.decodeStateVector(frame.stateVector));
        return;
      case 'step-2':
        Y.applyUpdate(this.doc, frame.update, remote);
        this.#becomeSynced();
        return;
      case 'update':
        Y.applyUpdate(this.doc, frame.update, remote);
        return;
      case 'awareness':
        applyAwarenessUpdate(this.awareness, frame.update, remote);
        return;
      case 'acknowledged':
        this.#acknowledged(this.#outbox.acknowledged(frame.count));
        return;
      case 'saving':
        this.#notSaved = frame.reason !== null;
        this.#options.learned({ notSaved: frame.reason });
        return;
      case 'unknown':
    }
  }

  /** A server that has not asked takes nothing from us: what waits is sent all the same, to be told why. */
  #becomeSynced(): void {
    const { pending, learned } = this.#options;
    this.#synced = true;
    if (pending.count === 0) this.#link.isOfUse();
    else if (!this.#asked) {
      this.#outbox.sendAll(pending.list());
      this.#post();
    }
    learned({ synced: true, everSynced: true });
  }

  #acknowledged(numbers: readonly number[]): void {
    if (numbers.length > 0) {
      this.#fruitless = 0;
      this.#link.isOfUse();
      this.#options.pending.acknowledged(numbers);
    }
    this.#post();
  }

  // ——— what goes out ———

  /**
   * Sends what waits, edit by edit in an order in which each can be taken, as many to a frame as it may hold: all of it in
   * one step 2, as stock clients do, is more than the server takes after a while without a network. The step 2 itself is
   * empty, and comes first, so that the server tells at once when something is missing.
   */
  #answer(server: Map<number, number>): void {
    this.#restoreWhatIsMissing(server);
    this.#asked = true;
    this.#outbox.sendAll(this.#options.pending.list());
    this.#outbox.countEmpty();
    this.#link.send(step2Frame(emptyUpdate));
    this.#post();
  }

  /** A server that was put back from a backup lacks what it once had acknowledged: that waits again. */
  #restoreWhatIsMissing(server: Map<number, number>): void {
    const here = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    const known = new Map(server);
    for (const { edit } of this.#options.pending.list())
      for (const { client, end } of edit.ranges) known.set(client, Math.max(end, known.get(client) ?? 0));
    if ([...here].every(([client, end]) => end <= (known.get(client) ?? 0))) return;
    this.#options.pending.add(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(known)));
  }

  #post(): void {
    for (let frame = this.#outbox.next(); frame !== null; frame = this.#outbox.next()) {
      if (frame.length > maxFrameBytes) {
        this.#refuse('HEARTH_TOO_LARGE');
        return;
      }
      this.#link.send(frame);
    }
  }

  /** A change of nothing: the server acknowledges it, and with that shows that what we send still arrives and is kept. */
  #ping(): boolean {
    if (!this.#synced || this.#notSaved) return false;
    this.#outbox.countEmpty();
    // A reader's update would be refused; a reader's empty step 2 is not.
    this.#link.send(this.#asked ? updateFrame(emptyUpdate) : step2Frame(emptyUpdate));
    return true;
  }

  readonly #tellPresence = ({ added, updated, removed }: Record<'added' | 'updated' | 'removed', number[]>): void => {
    const own = [...added, ...updated, ...removed].includes(this.doc.clientID);
    if (own) this.#link.send(awarenessFrame(encodeAwarenessUpdate(this.awareness, [this.doc.clientID])));
  };
}
