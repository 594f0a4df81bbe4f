// Finds out which changes the server refuses, after it has refused something: on a connection of its own it sends what
// waits in small frames, one at a time, and halves what is refused until a single change is. That one, and what builds on
// it, is set aside; the rest arrives. Ends always: each refusal makes a frame smaller or takes a change out. Rules: SPEC Q1–Q5.
import type { ErrorCode } from '@hearth/protocol/errors';
import { maxFrameBytes, type NotSavedReason } from '@hearth/protocol/sync';
import type { LiveClock } from './clock.ts';
import { fillerFor, inOrder } from './edit.ts';
import { emptyUpdate, readFrame, step2Frame, updateFrame } from './frames.ts';
import { Link } from './link.ts';
import { frameOf, sharedFrame, takeTogether } from './outbox.ts';
import type { Change, PendingChanges } from './pending.ts';
import type { Addresses } from './readdress.ts';
import type { LiveFacts } from './status.ts';

interface SiftOptions {
  url: () => string;
  webSocket: typeof WebSocket;
  clock: LiveClock;
  pending: PendingChanges;
  /** Structs that were refused have new ones: what stands on them has no place. */
  addresses: Addresses;
  /** These are refused for good. `fillers`, by number, wait in place of those whose client goes on. */
  setAside(code: ErrorCode, changes: readonly Change[], fillers: ReadonlyMap<number, Uint8Array>): void;
  learned(facts: Partial<LiveFacts>): void;
  /** Everything that had waited at the beginning is durable or set aside. */
  done(): void;
  /** The server refuses the connection itself: everything still waits. */
  stopped(code: ErrorCode): void;
}

/** What these say is about something that was sent, not about who sent it. */
const aboutContent: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'HEARTH_FRAME_REFUSED',
  'HEARTH_TOO_LARGE',
  'HEARTH_LOCKED',
]);
/** The server takes nothing from this person: there is no need to ask for each change. */
const aboutAll: ErrorCode = 'HEARTH_OBSERVERS_ONLY_READ';

/** @returns whether a refusal leaves something to sort out, or ends the connection as a whole. */
export const isAboutChanges = (code: ErrorCode): boolean => aboutContent.has(code) || code === aboutAll;

/** Close code of HEARTH_RESYNC: what it builds on is not there. A node that lags may have it a moment later. */
const resync = 4509;
const patientTimes = 6;
/** After many refusals the next attempt waits: so much longer with each, up to a second. */
const pauseMs = { each: 10, longest: 1_000 };

export class Sift {
  readonly #options: SiftOptions;
  readonly #link: Link;
  /** Changes up to this number are to be sorted out; what is written meanwhile only goes along. */
  readonly #upTo: number;
  /** Of these, the server takes nothing more, not even the news that something is gone. */
  readonly #refusedClients = new Set<number>();
  #underWay: Change[] = [];
  #most: number = sharedFrame.changes;
  #acknowledgedFrames = 0;
  #sentFrames = 0;
  #missing = 0;
  #refusals = 0;
  #lastCode: ErrorCode = 'HEARTH_FRAME_REFUSED';
  #notSaved = false;
  #cancelRetry: () => void = () => undefined;
  #ended = false;

  constructor(options: SiftOptions) {
    this.#options = options;
    this.#upTo = options.pending.last;
    const { url, webSocket, clock } = options;
    this.#link = new Link({
      url,
      webSocket,
      clock,
      events: {
        opened: () => this.#opened(),
        received: (frame) => this.#receive(frame),
        lost: (code) => this.#lost(code),
        refused: (code) => this.#judged(code),
        answering: (answering) => options.learned({ answering }),
        ping: () => this.#ping(),
      },
    });
  }

  /** @param code  the refusal that this begins with. */
  begin(code: ErrorCode): void {
    if (code === aboutAll) this.#judged(code);
    else if (!this.#isDone()) this.#link.connect();
  }

  connect(): void {
    if (!this.#ended) this.#link.connect();
  }

  disconnect(): void {
    this.#cancelRetry();
    this.#link.disconnect();
    this.#options.learned({ connected: false, synced: false });
  }

  doubt(): void {
    this.#link.doubt();
  }

  stop(): void {
    this.#ended = true;
    this.#cancelRetry();
    this.#link.disconnect();
  }

  /** @returns whether a change has no place, because what it stands on was refused. */
  isLost({ edit }: Change): boolean {
    return (
      edit.ranges.some(({ client }) => this.#refusedClients.has(client)) ||
      edit.needs.some((id) => this.#options.addresses.has(id))
    );
  }

  /** A change that is lost, written after its like had been set aside. */
  setAside(change: Change): void {
    this.#setAside(this.#lastCode, this.#withWhatStandsOnIt(change));
  }

  // ——— sending ———

  #opened(): void {
    this.#sentFrames = 0;
    this.#acknowledgedFrames = 0;
    this.#notSaved = false;
    this.#options.learned({ connected: true, synced: true, notSaved: null });
    this.#send(step2Frame(emptyUpdate));
    this.#sendNext();
  }

  #send(frame: Uint8Array): void {
    this.#sentFrames += 1;
    this.#link.send(frame);
  }

  #sendNext(): void {
    if (this.#isDone()) return;
    const waiting = inOrder(this.#options.pending.list());
    this.#underWay = takeTogether(waiting, this.#most);
    const frame = frameOf(this.#underWay);
    if (frame.length > maxFrameBytes) {
      this.#judge('HEARTH_TOO_LARGE');
      this.#sendNext();
      return;
    }
    this.#send(frame);
  }

  #isDone(): boolean {
    if (this.#ended) return true;
    if (this.#options.pending.list().some(({ number }) => number <= this.#upTo)) return false;
    this.stop();
    this.#options.done();
    return true;
  }

  #ping(): boolean {
    if (this.#notSaved) return false;
    if (this.#sentFrames > this.#acknowledgedFrames) return true; // The answer to that is awaited already.
    this.#send(updateFrame(emptyUpdate));
    return true;
  }

  // ——— answers ———

  #receive(bytes: Uint8Array): void {
    const frame = readFrame(bytes);
    if (frame.kind === 'saving') this.#savingChanged(frame.reason);
    if (frame.kind !== 'acknowledged') return;
    this.#acknowledgedFrames = frame.count;
    if (this.#underWay.length === 0 || frame.count < this.#sentFrames) return;
    this.#missing = 0;
    this.#link.isOfUse();
    this.#most = Math.min(this.#most * 2, sharedFrame.changes);
    const taken = this.#underWay;
    this.#underWay = [];
    this.#options.pending.acknowledged(taken.map(({ number }) => number));
    this.#sendNext();
  }

  #savingChanged(reason: NotSavedReason | null): void {
    this.#notSaved = reason !== null;
    this.#options.learned({ notSaved: reason });
    // It has kept nothing of what it was sent meanwhile.
    if (reason === null) this.#link.reconnect();
  }

  #lost(code: number): void {
    this.#options.learned({ connected: false, synced: false, everFailed: true });
    if (code !== resync || this.#underWay.length === 0) return;
    if (this.#underWay.length > 1) this.#halve();
    else {
      this.#missing += 1;
      if (this.#missing < patientTimes) return;
      this.#judge('HEARTH_CONFLICT');
      this.#isDone();
    }
  }

  /** The server has said no for good, to what is under way or to the connection. */
  #judged(code: ErrorCode): void {
    if (code === aboutAll) {
      this.#options.setAside(code, inOrder(this.#options.pending.list()), new Map());
    } else if (!aboutContent.has(code) || this.#underWay.length === 0) {
      this.stop();
      this.#options.stopped(code);
      return;
    } else if (this.#underWay.length > 1) this.#halve();
    else this.#judge(code);
    if (this.#isDone()) return;
    this.#refusals += 1;
    const waitMs = Math.min(this.#refusals * pauseMs.each, pauseMs.longest);
    this.#cancelRetry = this.#options.clock.after(waitMs, () => this.#link.connect());
  }

  #halve(): void {
    this.#most = Math.ceil(this.#underWay.length / 2);
    this.#underWay = [];
  }

  /** The one change under way is refused, and with it what builds on it. */
  #judge(code: ErrorCode): void {
    const [culprit] = this.#underWay;
    this.#underWay = [];
    this.#missing = 0;
    if (!culprit) return;
    if (culprit.filler) for (const { client } of culprit.edit.ranges) this.#refusedClients.add(client);
    this.#setAside(code, this.#withWhatStandsOnIt(culprit));
  }

  #setAside(code: ErrorCode, gone: readonly Change[]): void {
    this.#lastCode = code;
    const fillers = new Map<number, Uint8Array>();
    for (const { number, edit } of gone) {
      const goesOn = edit.ranges.filter(({ client }) => !this.#refusedClients.has(client));
      if (goesOn.length > 0) fillers.set(number, fillerFor(goesOn));
    }
    this.#options.setAside(code, gone, fillers);
  }

  #withWhatStandsOnIt(culprit: Change): Change[] {
    const gone: Change[] = [];
    for (const change of inOrder(this.#options.pending.list())) {
      if (change !== culprit && !this.isLost(change)) continue;
      gone.push(change);
      this.#options.addresses.give(change.edit.ranges);
    }
    return gone;
  }
}
