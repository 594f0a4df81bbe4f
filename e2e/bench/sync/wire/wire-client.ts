// A participant without a document: speaks the protocol over a bare WebSocket and hands on the bytes. Documents are built
// when the clock has stopped.
import type { Socket } from 'node:net';
import WebSocket from 'ws';
import type { Address, Target } from '../servers/target.ts';
import {
  hocuspocusPrefix,
  hocuspocusToken,
  nothingNew,
  nothingYet,
  readFrame,
  step1Frame,
  step2Frame,
  updateFrame,
} from './frames.ts';

export interface WireEvents {
  /** An update, or the answer to `sync`. The bytes may be kept. */
  update?: (update: Uint8Array, isAnswer: boolean) => void;
  awareness?: (states: Uint8Array) => void;
}

/** A server to connect to. */
export interface Reachable {
  target: Pick<Target, 'name' | 'wire'>;
  address(room: string, writer: string): Promise<Address>;
}

export interface WireOptions {
  /** Whole state of what it has, for the server that asks. */
  ownState?: () => Uint8Array;
  /** Clients of the same writer may write under each other's client ids. */
  writer?: string;
}

const openWithinMs = 20_000;
let opened = 0;

export class WireClient {
  framesIn = 0;
  /** How many of its frames that carry an update the server has promised to keep. */
  acknowledged = 0;
  /** Frames that carry an update, sent so far: what `acknowledged` counts. */
  carried = 0;
  /** Code with which the connection ended; null while it is open. */
  closedWith: number | null = null;
  readonly #server: Reachable;
  readonly #room: string;
  readonly #events: WireEvents;
  readonly #options: WireOptions;
  readonly #prefix: Uint8Array | null;
  #socket: WebSocket | null = null;
  #raw: Socket | null = null;
  #answered: (() => void) | null = null;

  constructor(server: Reachable, room: string, events: WireEvents = {}, options: WireOptions = {}) {
    this.#server = server;
    this.#room = room;
    this.#events = events;
    this.#options = options;
    this.#prefix = server.target.wire === 'hocuspocus' ? hocuspocusPrefix(room) : null;
  }

  /** Opens a connection that has exchanged both sync steps (a relay knows none). */
  static async join(...parts: ConstructorParameters<typeof WireClient>): Promise<WireClient> {
    const client = new WireClient(...parts);
    await client.connect();
    await client.sync();
    return client;
  }

  async connect(): Promise<void> {
    opened += 1;
    const writer = this.#options.writer ?? `client-${opened}`;
    const { url, headers } = await this.#server.address(this.#room, writer);
    const socket = new WebSocket(url, {
      headers,
      perMessageDeflate: false,
      skipUTF8Validation: true,
      maxPayload: 1 << 30,
      handshakeTimeout: openWithinMs,
    });
    this.#socket = socket;
    socket.on('upgrade', (response) => (this.#raw = response.socket));
    socket.on('message', (data: Buffer, isBinary) => isBinary && this.#receive(data));
    socket.on('close', (code) => {
      this.closedWith = code;
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.on('error', reject);
      socket.once('close', (code) => reject(new Error(`${this.#server.target.name} closed with ${code} at once`)));
    });
    this.raw.setNoDelay(true);
    if (this.#prefix) this.#send(hocuspocusToken());
  }

  /** Asks for what is missing. Resolves when the server's answer is here. */
  async sync(stateVector: Uint8Array = nothingYet, withinMs = 30_000): Promise<void> {
    if (this.#server.target.wire === 'relay') return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const { name } = this.#server.target;
    const fail = (): void => reject(new Error(`no sync step 2 from ${name}, closed with ${this.closedWith}`));
    const timer = setTimeout(fail, withinMs);
    this.#socket?.once('close', fail);
    this.#answered = resolve;
    this.#send(step1Frame(stateVector));
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      this.#socket?.off('close', fail);
    }
  }

  /** A whole state, as a client brings it that was here before: more than one live edit may hold. */
  sendState(state: Uint8Array): void {
    this.carried += 1;
    this.#send(step2Frame(state));
  }

  sendUpdate(update: Uint8Array): void {
    this.carried += 1;
    this.#send(updateFrame(update));
  }

  sendFrame(frame: Uint8Array): void {
    this.#send(frame);
  }

  #send(frame: Uint8Array): void {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(this.#prefix ? Buffer.concat([this.#prefix, frame]) : frame);
  }

  #receive(data: Buffer): void {
    this.framesIn += 1;
    const frame = readFrame(data, this.#prefix !== null);
    switch (frame.kind) {
      case 'step-1':
        this.#answer();
        return;
      case 'step-2':
      case 'update':
        this.#events.update?.(frame.payload, frame.kind === 'step-2');
        if (frame.kind === 'step-2') this.#answered?.();
        return;
      case 'awareness':
        this.#events.awareness?.(frame.payload);
        return;
      case 'acknowledged':
        this.acknowledged = frame.frames;
        return;
      case 'other':
    }
  }

  #answer(): void {
    // What others ask for comes by on a relay as well; nobody there would read the answer.
    if (this.#server.target.wire === 'relay') return;
    this.carried += 1;
    this.#send(step2Frame(this.#options.ownState?.() ?? nothingNew));
  }

  /** The connection below the protocol. */
  get raw(): Socket {
    if (!this.#raw) throw new Error('not connected');
    return this.#raw;
  }

  /** Bytes that wait to be sent. */
  get waiting(): number {
    return this.#socket?.bufferedAmount ?? 0;
  }

  get bytesIn(): number {
    return this.#raw?.bytesRead ?? 0;
  }

  get bytesOut(): number {
    return this.#raw?.bytesWritten ?? 0;
  }

  close(): void {
    this.#socket?.close();
  }

  terminate(): void {
    this.#socket?.terminate();
  }
}
