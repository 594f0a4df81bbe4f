// One simulated person: a document with nothing but the own edits, and what has arrived as raw bytes.
import * as Y from 'yjs';
import { clockRanges } from '../wire/ranges.ts';
import type { WireClient } from '../wire/wire-client.ts';
import { randomFrom } from './random.ts';
import { textOf } from './typing-trace.ts';

interface Edit {
  fromClock: number;
  sentMs: number;
  counts: boolean;
}

/** An edit of somebody else, seen for the first time. */
export type OnSeen = (delayMs: number, counts: boolean) => void;

export class Person {
  readonly clientId: number;
  readonly #doc = new Y.Doc();
  readonly #random: () => number;
  readonly #updates: Uint8Array[] = [];
  readonly #edits: Edit[] = [];
  readonly #editAtClock = new Map<number, number>();
  readonly #received: Uint8Array[] = [];
  readonly #seen = new Map<number, Set<number>>();
  #clock = 0;

  constructor(clientId: number) {
    this.clientId = clientId;
    this.#doc.clientID = clientId;
    this.#random = randomFrom(clientId);
    this.#doc.on('update', (update: Uint8Array) => this.#updates.push(update));
  }

  get edits(): readonly Edit[] {
    return this.#edits;
  }

  state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#doc);
  }

  /** One small edit, always a single struct: mostly a piece of a word at the end of the own run, else a card moved. */
  edit(wire: WireClient, counts: boolean): void {
    const typed = this.#random() < 0.7 ? 1 + Math.floor(this.#random() * 3) : 0;
    if (typed > 0) {
      const text = textOf(this.#doc);
      text.insert(text.length, 'abcdefgh'.slice(0, typed));
    } else {
      const place = { x: Math.round(this.#random() * 900), y: Math.round(this.#random() * 900) };
      this.#doc.getMap('cards').set(`c${this.clientId % 1000}`, place);
    }
    this.#editAtClock.set(this.#clock, this.#edits.length);
    this.#edits.push({ fromClock: this.#clock, sentMs: performance.now(), counts });
    this.#clock += Math.max(1, typed);
    const update = this.#updates.at(-1);
    if (update) wire.sendUpdate(update);
  }

  /** An update arrives. The server may have merged several edits; each is told once. */
  receive(update: Uint8Array, people: ReadonlyMap<number, Person>, onSeen: OnSeen): void {
    const nowMs = performance.now();
    this.#received.push(Uint8Array.from(update));
    for (const { client, from, to } of clockRanges(update)) {
      const author = people.get(client);
      if (author && author !== this) this.#mark(author, from, to ?? from + 1, nowMs, onSeen);
    }
  }

  #mark(author: Person, from: number, to: number, nowMs: number, onSeen: OnSeen): void {
    const seen = this.#seen.get(author.clientId) ?? new Set();
    this.#seen.set(author.clientId, seen);
    for (let index = author.#editAtClock.get(from) ?? Infinity; index < author.#edits.length; index++) {
      const edit = author.#edits[index];
      if (!edit || edit.fromClock >= to) return;
      if (seen.has(index)) continue;
      seen.add(index);
      onSeen(nowMs - edit.sentMs, edit.counts);
    }
  }

  /** What this person's board looks like now. */
  picture(): string {
    const doc = new Y.Doc();
    doc.transact(() => {
      for (const update of [...this.#updates, ...this.#received]) Y.applyUpdate(doc, update);
    });
    return pictureOf(doc);
  }
}

export const pictureOf = (doc: Y.Doc): string =>
  JSON.stringify([textOf(doc).toJSON(), Object.entries(doc.getMap('cards').toJSON()).sort(byKey)]);

const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);
