// A client of our own: a real Yjs document and the wire protocol by hand, so that every frame and every
// acknowledgement is accounted for. It connects, writes and goes when a scenario says so, never by itself.
import { addCard, openWriter, type Writer } from '@hearth/board/operations';
import { errorOfClose } from '@hearth/protocol/errors';
import { acknowledgeParameter, messageTypes, syncSteps, writerParameter } from '@hearth/protocol/sync';
import type { CardId } from '@hearth/review/ids';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import * as Y from 'yjs';
import { asWritten, type Ledger, wordsIn } from './ledger.ts';
import type { Random } from '@hearth/sync/test/random';

type Edit = { kind: 'word' | 'removal'; name: string };

export interface ScribeOptions {
  name: string;
  ledger: Ledger;
  random: Random;
  cookie: string;
  /** Called after each frame that promised something. */
  onPromise?: () => void;
}

/** Ids of the cards that everyone writes into. */
const sharedCards = Array.from({ length: 5 }, (_, n) => `shared-${n}` as CardId);

export class Scribe {
  readonly doc = new Y.Doc();
  readonly name: string;
  readonly cookie: string;
  /** What the server closed connections with, oldest first. */
  readonly closedWith: string[] = [];
  saving = '';
  /** The server's whole document has been received on this connection. */
  synced = false;
  /** Everything that came from the server, in order. */
  receivedFrames = 0;
  readonly #ledger: Ledger;
  readonly #random: Random;
  readonly #writer: Writer;
  readonly #writerKey: string;
  readonly #onPromise: () => void;
  #socket: WebSocket | null = null;
  /** For each update-carrying frame of this connection, the edits that are saved when it is. */
  #frames: Edit[][] = [];
  #durable = 0;
  readonly #unacknowledged = new Set<Edit>();
  readonly #words: string[] = [];
  #edit: Edit | null = null;
  #count = 0;

  constructor({ name, ledger, random, cookie, onPromise = () => undefined }: ScribeOptions) {
    this.name = name;
    this.cookie = cookie;
    this.#ledger = ledger;
    this.#random = random;
    this.#onPromise = onPromise;
    this.#writerKey = Array.from({ length: 22 }, () => random.pick([...'abcdefghijklmnopqrstuvwxyz0123456789_-'])).join(
      '',
    );
    this.doc.clientID = random.between(1, 2 ** 31);
    this.#writer = openWriter(this.doc);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin === this) return;
      const edits = this.#edit ? [this.#edit] : [];
      for (const edit of edits) this.#unacknowledged.add(edit);
      this.#sendUpdate(syncSteps.update, update, edits);
    });
  }

  get connected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** One line, for the message when something hangs. */
  state(): string {
    const connection = this.connected ? (this.synced ? 'synced' : 'connected') : 'gone';
    const frames = `${this.#durable} of ${this.#frames.length} frames acknowledged`;
    return `${this.name} ${connection}, ${this.waiting} waiting, ${frames}, saving "${this.saving}", closed by ${this.closedWith.slice(-3).join()}`;
  }

  /** Edits that the server has not acknowledged. */
  get waiting(): number {
    return this.#unacknowledged.size;
  }

  get words(): readonly string[] {
    return this.#words;
  }

  /** @returns once the connection is open; rejects if it can't be. */
  connect(url: string, reviewId: string): Promise<void> {
    const query = `${acknowledgeParameter}=1&${writerParameter}=${this.#writerKey}`;
    const socket = new WebSocket(`${url.replace('http', 'ws')}/live/board/${reviewId}?${query}`, {
      headers: { cookie: this.cookie, origin: url },
      perMessageDeflate: false,
    });
    this.drop();
    this.#socket = socket;
    this.#frames = [];
    this.#durable = 0;
    this.saving = '';
    this.synced = false;
    socket.on('message', (data: Buffer) => this.#socket === socket && this.#receive(data));
    socket.on('close', (code) => {
      this.closedWith.push(errorOfClose(code) ?? String(code));
      if (this.#socket === socket) this.#socket = null;
    });
    return new Promise((resolve, reject) => {
      socket.on('error', reject);
      socket.once('close', () => reject(new Error(`${this.name} was closed with ${this.closedWith.at(-1)}`)));
      socket.once('open', () => {
        if (this.#socket !== socket) return;
        this.#sendFrame(syncSteps.step1, Y.encodeStateVector(this.doc));
        resolve();
      });
    });
  }

  /** The connection is gone without a word. What the server had sent and is still under way is lost. */
  drop(): void {
    const socket = this.#socket;
    this.#socket = null;
    socket?.on('error', () => undefined);
    socket?.terminate();
  }

  /** Resolves when the server's end has gone and all that it had sent has been read. */
  async ended(): Promise<void> {
    const socket = this.#socket;
    if (!socket || socket.readyState === WebSocket.CLOSED) return;
    await new Promise((resolve) => socket.once('close', resolve));
  }

  /** Writes one random edit: mostly a word in a shared text, sometimes a card, a paragraph, or the end of a word. */
  edit(): void {
    const die = this.#random.next();
    if (die < 0.1 && this.#words.length > 3) this.#remove();
    else this.#write(die);
  }

  #write(die: number): void {
    const name = `${this.name}.${this.#count++}`;
    this.#ledger.wrote(name);
    this.#words.push(name);
    const edit: Edit = { kind: 'word', name };
    if (die < 0.2) this.#record(edit, () => this.#addCard(name));
    else if (die < 0.35) this.#record(edit, () => this.#addParagraph(name));
    else this.#record(edit, () => this.#addWord(name));
  }

  #record(edit: Edit, work: () => void): void {
    this.#edit = edit;
    work();
    this.#edit = null;
  }

  #addCard(name: string): void {
    const card = { kind: 'learning', id: name.replaceAll('.', '-') as CardId, text: asWritten(name) } as const;
    addCard(this.#writer, card, { author: null, nowMs: 0 });
  }

  #addParagraph(name: string): void {
    const { narrative } = this.#writer.board;
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(asWritten(name))]);
    narrative.insert(this.#random.between(0, narrative.length), [paragraph]);
  }

  #addWord(name: string): void {
    const text = this.#sharedText();
    if (!text) return this.#addCard(name);
    const content = text.toJSON();
    const from = this.#random.between(0, content.length);
    const next = content.indexOf('<', from);
    text.insert(next < 0 ? content.length : next, asWritten(name));
  }

  /** Makes the shared cards at first use; who makes them at the same time wins or loses as a whole, words included. */
  #sharedText(): Y.Text | null {
    const card = this.#writer.board.cards.get(this.#random.pick(sharedCards));
    const text = card instanceof Y.Map ? (card.get('text') as unknown) : null;
    return text instanceof Y.Text ? text : null;
  }

  #remove(): void {
    const name = this.#random.pick(this.#words);
    const { cards } = this.#writer.board;
    const written = asWritten(name);
    for (const card of cards.values()) {
      const text = card instanceof Y.Map ? (card.get('text') as unknown) : null;
      const at = text instanceof Y.Text ? text.toJSON().indexOf(written) : -1;
      if (!(text instanceof Y.Text) || at < 0) continue;
      this.#ledger.removes(name);
      this.#record({ kind: 'removal', name }, () => text.delete(at, written.length));
      return;
    }
  }

  /** Puts the shared cards on the board. One scribe does that, before anybody else writes. */
  prepare(): void {
    for (const id of sharedCards) addCard(this.#writer, { kind: 'learning', id, text: '' }, { author: null, nowMs: 0 });
  }

  #sendUpdate(step: number, update: Uint8Array, edits: Edit[]): void {
    if (!this.connected) return;
    this.#frames.push(edits);
    this.#sendFrame(step, update);
  }

  #sendFrame(step: number, payload: Uint8Array): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.sync);
    encoding.writeVarUint(encoder, step);
    encoding.writeVarUint8Array(encoder, payload);
    this.#socket?.send(encoding.toUint8Array(encoder));
  }

  #receive(data: Buffer): void {
    this.receivedFrames += 1;
    const decoder = decoding.createDecoder(data);
    switch (decoding.readVarUint(decoder)) {
      case messageTypes.sync:
        return this.#receiveSync(decoding.readVarUint(decoder), decoding.readVarUint8Array(decoder));
      case messageTypes.acknowledged:
        return this.#receiveAcknowledgement(decoding.readVarUint(decoder));
      case messageTypes.saving:
        this.saving = decoding.readVarString(decoder);
    }
  }

  #receiveSync(step: number, bytes: Uint8Array): void {
    if (step === syncSteps.step1) {
      // Whatever of ours the server does not have is in it, so its acknowledgement is one for everything so far.
      this.#sendUpdate(syncSteps.step2, Y.encodeStateAsUpdate(this.doc, bytes), [...this.#unacknowledged]);
      return;
    }
    if (step === syncSteps.step2) this.synced = true;
    Y.applyUpdate(this.doc, bytes, this);
    for (const struct of Y.decodeUpdate(bytes).structs) {
      if (!('content' in struct) || !(struct.content instanceof Y.ContentString)) continue;
      for (const name of wordsIn(struct.content.str)) this.#ledger.seen(name);
    }
    this.#onPromise();
  }

  #receiveAcknowledgement(durable: number): void {
    if (durable > this.#frames.length) throw new Error(`${durable} of ${this.#frames.length} frames are acknowledged`);
    for (const edit of this.#frames.slice(this.#durable, durable).flat()) {
      this.#unacknowledged.delete(edit);
      if (edit.kind === 'word') this.#ledger.acknowledged(edit.name);
      else this.#ledger.removalAcknowledged(edit.name);
    }
    this.#durable = durable;
    this.#onPromise();
  }
}
