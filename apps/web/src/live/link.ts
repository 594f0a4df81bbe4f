// One socket to the server that comes back by itself, and knows when the other side has fallen silent. Rules: SPEC S7, L1–L6.
import { type ErrorCode, errorOfClose, isRetryable } from '@hearth/protocol/errors';
import type { LiveClock } from './clock.ts';

export interface LinkEvents {
  /** A socket is open: say hello. */
  opened(): void;
  received(frame: Uint8Array): void;
  /** The socket is gone, or none could be opened. Another one is on its way. */
  lost(code: number): void;
  /** The server has said no for good, or the connection can't carry what was sent. Nothing is tried any more. */
  refused(code: ErrorCode): void;
  /** Whether the other side answers. True with every frame that comes. */
  answering(yes: boolean): void;
  /** Sends something that the server answers at once. @returns false if there is nothing to ask just now. */
  ping(): boolean;
}

interface LinkOptions {
  url: () => string;
  webSocket: typeof WebSocket;
  clock: LiveClock;
  events: LinkEvents;
}

/** After a failure, doubled with each; half of it is left to chance, so that a room does not come back in one moment. */
const backoffMs = { first: 100, longest: 2_500 };
/** A network that swallows everything lets a browser wait for minutes. */
const openWithinMs = 8_000;
const lookEveryMs = 1_000;
/** Silence after which the server is asked whether it is there. */
const askAfterMs = 5_000;
/** A question unanswered for so long, and nobody is told any more that all is well. */
const doubtAfterMs = 2_500;
/** … and for so long, and another connection is tried. */
const giveUpAfterMs = 7_500;
/** With nothing to ask, silence itself must do. */
const silentForMs = 30_000;
/** A server that is there answers within this. */
const promptMs = 400;
/** Timers that stood still for so long: the machine has slept, and its connections may be dead. */
const sleptAfterMs = 4_000;

const openState = 1;

/** Close code 1009, sent by WebSocket servers themselves: the message was too big. */
const messageTooBig = 1009;

export class Link {
  readonly #options: LinkOptions;
  #socket: WebSocket | null = null;
  #wanted = false;
  #failures = 0;
  #cancelRetry: () => void = () => undefined;
  #stopWatching: () => void = () => undefined;
  #cancelDoubt: () => void = () => undefined;
  #heardMs = 0;
  #askedMs: number | null = null;

  constructor(options: LinkOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#socket?.readyState === openState;
  }

  /** Opens a socket now, whatever was waited for. Does nothing while there is one. */
  connect(): void {
    this.#wanted = true;
    this.#cancelRetry();
    if (this.#socket === null) this.#openSocket();
  }

  /** Hangs up until `connect`. */
  disconnect(): void {
    this.#wanted = false;
    this.#cancelRetry();
    this.#hangUp();
  }

  /** Begins anew, at once. */
  reconnect(): void {
    this.#hangUp();
    this.connect();
  }

  send(frame: Uint8Array): void {
    if (this.isOpen) this.#socket?.send(frame as Uint8Array<ArrayBuffer>);
  }

  /** The connection was of use: the next attempt after it need not wait long. */
  isOfUse(): void {
    this.#failures = 0;
  }

  /** Something has happened after which the connection may be dead: asks at once, and doubts what is not answered soon. */
  doubt(): void {
    if (!this.isOpen) return;
    this.#ask();
    const askedMs = this.#askedMs;
    this.#cancelDoubt = this.#options.clock.after(promptMs, () => {
      if (this.isOpen && this.#askedMs === askedMs) this.#options.events.answering(false);
    });
  }

  #openSocket(): void {
    const { url, webSocket, clock, events } = this.#options;
    const socket = new webSocket(url());
    socket.binaryType = 'arraybuffer';
    this.#socket = socket;
    const isCurrent = () => this.#socket === socket;
    const giveUp = clock.after(openWithinMs, () => {
      if (isCurrent()) this.#fail(0);
    });
    socket.addEventListener('open', () => {
      giveUp();
      if (!isCurrent()) return;
      this.#heard();
      this.#watch();
      events.opened();
    });
    socket.addEventListener('message', ({ data }) => {
      if (!isCurrent() || !(data instanceof ArrayBuffer)) return;
      this.#heard();
      events.received(new Uint8Array(data));
    });
    socket.addEventListener('close', ({ code }) => {
      giveUp();
      if (isCurrent()) this.#fail(code);
    });
  }

  #fail(code: number): void {
    this.#hangUp();
    if (code === messageTooBig || !isRetryable(code)) {
      this.#wanted = false;
      const refused = code === messageTooBig ? 'HEARTH_TOO_LARGE' : errorOfClose(code);
      this.#options.events.refused(refused ?? 'HEARTH_NOT_ALLOWED');
      return;
    }
    this.#options.events.lost(code);
    if (!this.#wanted) return;
    const { clock } = this.#options;
    const longest = Math.min(backoffMs.first * 2 ** this.#failures, backoffMs.longest);
    this.#failures += 1;
    this.#cancelRetry = clock.after(longest * (0.5 + clock.random() / 2), () => this.connect());
  }

  #hangUp(): void {
    const socket = this.#socket;
    this.#socket = null;
    this.#askedMs = null;
    this.#stopWatching();
    this.#cancelDoubt();
    socket?.close();
  }

  // ——— silence ———

  #heard(): void {
    this.#heardMs = this.#options.clock.steadyMs();
    this.#askedMs = null;
    this.#cancelDoubt();
    this.#options.events.answering(true);
  }

  #ask(): void {
    this.#askedMs ??= this.#options.events.ping() ? this.#options.clock.steadyMs() : null;
  }

  #watch(): void {
    const { clock } = this.#options;
    this.#stopWatching();
    let [steadyMs, wallMs] = [clock.steadyMs(), clock.wallMs()];
    this.#stopWatching = clock.every(lookEveryMs, () => {
      const [nowMs, nowWallMs] = [clock.steadyMs(), clock.wallMs()];
      // The one clock may stand still while the machine sleeps; the other one may be set.
      const passedMs = Math.max(nowMs - steadyMs, nowWallMs - wallMs);
      [steadyMs, wallMs] = [nowMs, nowWallMs];
      this.#look(nowMs, passedMs);
    });
  }

  #look(nowMs: number, passedMs: number): void {
    const unansweredMs = this.#askedMs === null ? 0 : nowMs - this.#askedMs;
    if (unansweredMs > giveUpAfterMs) {
      this.#fail(0);
      return;
    }
    if (passedMs > sleptAfterMs) {
      // Nothing could be heard meanwhile: what counts is whether it answers now.
      this.#heardMs = nowMs;
      this.doubt();
      return;
    }
    const silentMs = nowMs - this.#heardMs;
    if (silentMs > silentForMs) this.#fail(0);
    else if (unansweredMs > doubtAfterMs) this.#options.events.answering(false);
    else if (silentMs > askAfterMs) this.#ask();
  }
}
