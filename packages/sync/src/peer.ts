// One live connection: its socket, what it may cost, what it has been told.
import { type ErrorCode, errors } from '@hearth/protocol/errors';
import type { LiveIdentity } from '@hearth/protocol/sync';
import type { StateVector } from './byte-document.ts';
import type { Clock } from './clock.ts';
import { acknowledgedFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import { Receipts } from './receipts.ts';
import { TokenBucket } from './token-bucket.ts';

export interface SocketListener {
  message(frame: Uint8Array, isBinary: boolean): void;
  /** Everything that was written has been taken by the other side. */
  drained(): void;
  closed(): void;
}

/** A WebSocket of which the rooms write the messages themselves; reading and saying goodbye are its own. */
export interface LiveSocket {
  /** Bytes that the other side has not taken yet. */
  readonly bufferedAmount: number;
  /** Writes whole WebSocket messages, headers included. The bytes are not changed afterwards. */
  write(messages: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
  /** Called once, before anything can have come. */
  listen(listener: SocketListener): void;
}

export interface ParkedFrame {
  update: Uint8Array;
  frame: number;
}

export class Peer {
  readonly identity: LiveIdentity;
  readonly receipts = new Receipts();
  /** It understands our own message types. */
  readonly asksForAcknowledgements: boolean;
  /** It may be talked to: the document is in memory, and as new as when the connection came. */
  greeted = false;
  /** It has had its sync step 2. Before that, nothing is handed out to it. */
  joined = false;
  /** It has answered our sync step 1. */
  handshakeDone = false;
  /** It does not read fast enough: what it has been sent. It gets the rest in one piece once its socket has drained. */
  behind: StateVector | null = null;
  parked: ParkedFrame[] = [];
  inbox: Uint8Array[] = [];
  closed = false;
  reading = true;
  readonly #socket: LiveSocket;
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #frames: TokenBucket;
  readonly #bytes: TokenBucket;
  #told = 0;
  #toldMs = -Infinity;
  #writtenMs = -Infinity;
  #owes = false;
  /** A big document may wait in the buffer at once: the answer to its own question is not held against a client. */
  #answerBytes = 0;

  constructor(socket: LiveSocket, identity: LiveIdentity, asks: boolean, clock: Clock, limits: Limits) {
    this.#socket = socket;
    this.identity = identity;
    this.asksForAcknowledgements = asks;
    this.#clock = clock;
    this.#limits = limits;
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.frameBurst, clock.nowMs());
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.byteBurst, clock.nowMs());
  }

  get mayWrite(): boolean {
    return this.identity.role !== 'observer';
  }

  /** @returns false when it has sent more than a person can. */
  affords(bytes: number): boolean {
    const now = this.#clock.nowMs();
    return this.#frames.take(1, now) && this.#bytes.take(bytes, now);
  }

  affordsStep1(): boolean {
    return this.#frames.take(this.#limits.step1Cost, this.#clock.nowMs());
  }

  /** Whether its socket can take so much more within what one connection may cost. */
  hasRoomFor(bytes: number): boolean {
    return this.#socket.bufferedAmount + bytes <= this.#limits.maxBufferedBytes + this.#answerBytes;
  }

  /** Writes, with the acknowledgement that is owed. What is small and not an edit goes to a lagging connection as well. */
  write(messages: Uint8Array): void {
    if (this.closed) return;
    this.#writtenMs = this.#clock.nowMs();
    this.#socket.write(
      this.#owes && this.#mayTell() ? Buffer.concat([this.#takeAcknowledgement(), messages]) : messages,
    );
  }

  /** However large: it has asked for it, or missed it. */
  writeAnswer(message: Uint8Array): void {
    this.#answerBytes = message.length;
    this.write(message);
  }

  /** Everything has been taken by the other side. */
  drained(): void {
    this.#answerBytes = 0;
  }

  /** It has not been written to for a while: a stock client takes that for a dead connection after 30 s. */
  get isQuiet(): boolean {
    return this.#clock.nowMs() - this.#writtenMs > this.#limits.quietAfterMs;
  }

  /** Cursors are worth nothing late: a connection that lags goes without. */
  writeAwareness(message: Uint8Array): void {
    if (this.#socket.bufferedAmount <= this.#limits.maxBufferedForAwareness + this.#answerBytes) this.write(message);
  }

  /** Something of it has become durable. @returns whether it is to be told. */
  owe(): boolean {
    this.#owes = this.asksForAcknowledgements && this.receipts.durable !== this.#told;
    return this.#owes;
  }

  acknowledge(): void {
    if (!this.closed && this.#owes) this.#socket.write(this.#takeAcknowledgement());
  }

  #mayTell(): boolean {
    return this.#clock.nowMs() - this.#toldMs >= this.#limits.acknowledgeEveryMs;
  }

  #takeAcknowledgement(): Uint8Array {
    this.#owes = false;
    this.#toldMs = this.#clock.nowMs();
    this.#told = this.receipts.durable;
    return acknowledgedFrame(this.#told);
  }

  /** What it sends from now on is not read; it is still told what becomes of what it sent before. */
  stopReading(): void {
    this.reading = false;
    this.inbox = [];
  }

  /** The socket has closed. */
  gone(): void {
    this.closed = true;
    this.reading = false;
  }

  /** Says why, and hangs up on a client that doesn't. */
  close(code: ErrorCode): void {
    if (this.closed) return;
    this.gone();
    this.inbox = [];
    this.parked = [];
    this.#socket.close(errors[code].close, code);
    this.#clock.after(this.#limits.closeGraceMs, () => this.#socket.terminate());
  }
}
