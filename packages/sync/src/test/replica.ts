import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { LiveSocket, SocketListener } from '../peer.ts';
import { payloadsOf } from '../web-socket-message.ts';

/** The server's end of a connection whose frames move when a test says so. */
export class HandFlushedSocket implements LiveSocket {
  bufferedAmount = 0;
  readonly toClient: Uint8Array[] = [];
  closedWith: number | null = null;
  terminated = false;
  #listener: SocketListener | null = null;

  write(messages: Uint8Array): void {
    this.toClient.push(...payloadsOf(messages));
  }

  close(code: number): void {
    this.closedWith ??= code;
  }

  terminate(): void {
    this.terminated = true;
    this.hangUp();
  }

  listen(listener: SocketListener): void {
    this.#listener = listener;
  }

  /** The other side has read everything. */
  drain(): void {
    this.bufferedAmount = 0;
    this.#listener?.drained();
  }

  /** A frame arrives at the server. */
  deliver(frame: Uint8Array, isBinary = true): void {
    this.#listener?.message(Buffer.from(frame), isBinary);
  }

  /** The server learns that the connection is over. */
  hangUp(): void {
    this.#listener?.closed();
  }
}

interface SentFrame {
  bytes: Uint8Array;
  /** Local updates that are durable once this frame is. */
  covers: number;
}

/** A client as y-websocket is one, without timers: its frames lie in `toServer` until a test moves them. */
export class Replica {
  readonly doc = new Y.Doc();
  readonly localUpdates: Uint8Array[] = [];
  toServer: SentFrame[] = [];
  socket: HandFlushedSocket | null = null;
  /** How many of `localUpdates`, from the first, have been acknowledged. */
  acknowledged = 0;
  /** False once a test has lost or reordered frames: then the counts of this connection mean nothing. */
  countsAreTrue = true;
  saving: string[] = [];
  readonly #onReceive: (update: Uint8Array) => void;
  #countedFrames: number[] = [];

  constructor(onReceive: (update: Uint8Array) => void = () => undefined) {
    this.#onReceive = onReceive;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      this.localUpdates.push(update);
      this.#sendUpdate(
        syncSteps.update,
        update,
        this.#countedFrames.length > 0 && this.#answered ? this.localUpdates.length : 0,
      );
    });
  }

  #answered = false;

  get text(): Y.Text {
    return this.doc.getText('t');
  }

  open(socket: HandFlushedSocket): void {
    this.socket = socket;
    this.toServer = [];
    this.countsAreTrue = true;
    this.#countedFrames = [];
    this.#answered = false;
    this.#push(syncFrame(syncSteps.step1, Y.encodeStateVector(this.doc)), 0);
  }

  /** The network is gone. Frames that were under way are lost. */
  lose(): void {
    this.socket?.hangUp();
    this.socket = null;
    this.toServer = [];
  }

  #push(bytes: Uint8Array, covers: number): void {
    if (this.socket) this.toServer.push({ bytes, covers });
  }

  #sendUpdate(step: number, update: Uint8Array, covers: number): void {
    if (!this.socket) return;
    this.#countedFrames.push(covers);
    this.#push(syncFrame(step, update), covers);
  }

  flushToServer(): void {
    const frames = this.toServer;
    this.toServer = [];
    for (const { bytes } of frames) this.socket?.deliver(bytes);
  }

  flushToClient(): void {
    for (const frame of this.socket?.toClient.splice(0) ?? []) this.receive(frame);
  }

  receive(frame: Uint8Array): void {
    const decoder = decoding.createDecoder(frame);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        this.#receiveSync(decoder);
        break;
      case messageTypes.acknowledged: {
        const covered = this.#countedFrames.slice(0, decoding.readVarUint(decoder));
        if (this.countsAreTrue) this.acknowledged = Math.max(this.acknowledged, ...covered);
        break;
      }
      case messageTypes.saving:
        this.saving.push(decoding.readVarString(decoder));
    }
  }

  #receiveSync(decoder: decoding.Decoder): void {
    const step = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (step === syncSteps.step1) {
      this.#answered = true;
      this.#sendUpdate(syncSteps.step2, Y.encodeStateAsUpdate(this.doc, bytes), this.localUpdates.length);
      return;
    }
    this.#onReceive(bytes);
    Y.applyUpdate(this.doc, bytes, this);
  }
}

export const syncFrame = (step: number, payload: Uint8Array): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, payload);
  return encoding.toUint8Array(encoder);
};
