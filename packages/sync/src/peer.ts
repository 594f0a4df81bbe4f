// One live connection: its socket, what it may cost, what it has been told.
import { type ErrorCode, errors } from '@hearth/protocol/errors';
import type { LiveIdentity } from '@hearth/protocol/sync';
import type { Clock } from './clock.ts';
import { acknowledgedFrame } from './frames.ts';
import type { Limits } from './limits.ts';
import { Receipts } from './receipts.ts';
import { TokenBucket } from './token-bucket.ts';

/** The part of a `ws` WebSocket that the rooms use. */
export interface LiveSocket {
  readonly bufferedAmount: number;
  send(frame: Uint8Array): void;
  close(code: number, reason: string): void;
  terminate(): void;
  on(event: 'message', listener: (data: Buffer | ArrayBuffer | Buffer[], isBinary: boolean) => void): unknown;
  on(event: 'close', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
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
  /** It has had its sync step 2. Before that, nothing is fanned out to it. */
  joined = false;
  /** It has answered our sync step 1. */
  handshakeDone = false;
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

  /** Sends, or closes the connection if it can't keep up: it will get everything afresh. */
  send(frame: Uint8Array): void {
    if (this.closed) return;
    if (this.#socket.bufferedAmount > this.#limits.maxBufferedBytes + this.#answerBytes) this.close('HEARTH_RESYNC');
    else this.#socket.send(frame);
  }

  sendAnswer(frame: Uint8Array): void {
    this.#answerBytes = frame.length;
    this.send(frame);
  }

  /** Cursors are worth nothing late: a connection that lags goes without. */
  sendAwareness(frame: Uint8Array): void {
    if (this.#socket.bufferedAmount <= this.#limits.maxBufferedForAwareness + this.#answerBytes) this.send(frame);
  }

  acknowledge(): void {
    const { durable } = this.receipts;
    if (!this.asksForAcknowledgements || durable === this.#told) return;
    this.#told = durable;
    this.send(acknowledgedFrame(durable));
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
