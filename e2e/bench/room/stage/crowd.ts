// Everybody else in the room: cursors over bare connections, and one who writes for all of them.
import { setTimeout as delay } from 'node:timers/promises';
import { acknowledgeParameter, writerParameter } from '@hearth/protocol/sync';
import { boardOf } from '@hearth/board/document';
import { addCard, cardText, changeCard, editText, openWriter, removeCard, type Writer } from '@hearth/board/operations';
import { factorCategories } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { openLiveClient, type LiveClient } from '../../live-client.ts';
import { randomFrom } from '../../sync/load/random.ts';
import { writerOf } from '../../sync/servers/writer.ts';
import { awarenessFrame } from '../../sync/wire/frames.ts';
import { WireClient } from '../../sync/wire/wire-client.ts';
import type { Review, Stage } from './stage.ts';

const zones = ['timeline', 'perspectives', 'factors', 'learnings', 'actions'] as const;
const firstClientId = 700_000;
const words = ['so', 'nobody', 'saw', 'the', 'queue', 'until', 'it', 'was', 'full', 'again'];

interface Cursor {
  wire: WireClient;
  clientId: number;
  clock: number;
}

export class Crowd {
  readonly #cursors: Cursor[];
  readonly #scribe: LiveClient;
  readonly #writer: Writer;
  readonly #random = randomFrom(7);
  readonly #ownCards: CardId[] = [];
  #moving: NodeJS.Timeout | null = null;
  #writing: NodeJS.Timeout | null = null;
  #made = 0;
  edits = 0;

  private constructor(cursors: Cursor[], scribe: LiveClient) {
    this.#cursors = cursors;
    this.#scribe = scribe;
    this.#writer = openWriter(scribe.doc);
  }

  static async gather(stage: Stage, review: Review, people: number): Promise<Crowd> {
    const { url } = stage.server;
    const cursors: Cursor[] = [];
    for (let n = 0; n < people; n++) {
      const { cookie } = await stage.join(review, `Guest ${n}`);
      const query = new URLSearchParams({ [acknowledgeParameter]: '1', [writerParameter]: writerOf(`guest-${n}`) });
      const address = {
        url: `${url.replace('http', 'ws')}/live/board/${review.id}?${query.toString()}`,
        headers: { cookie, origin: url },
      };
      const server = {
        target: { name: 'Hearth', wire: 'y-websocket' as const },
        address: () => Promise.resolve(address),
      };
      cursors.push({ wire: await WireClient.join(server, review.id), clientId: firstClientId + n, clock: 0 });
    }
    const scribe = await stage.join(review, 'Scribe');
    return new Crowd(cursors, await openLiveClient(url, review.id, scribe.cookie));
  }

  get writer(): Writer {
    return this.#writer;
  }

  /** Every cursor wanders through one zone, so many times a second, until `rest`. */
  move(perSecond: number): void {
    if (this.#cursors.length === 0) return;
    let turn = 0;
    const everyMs = 1000 / perSecond / this.#cursors.length;
    const startedMs = performance.now();
    this.#moving = setInterval(() => {
      // Timers come late on a busy machine; what is due is sent all the same.
      for (const due = (performance.now() - startedMs) / everyMs; turn < due; turn++) this.#moveOne(turn);
    }, 4);
  }

  #moveOne(turn: number): void {
    const n = turn % this.#cursors.length;
    const cursor = this.#cursors[n];
    if (!cursor) return;
    cursor.clock += 1;
    const angle = cursor.clock / 9 + n;
    const pointer = {
      zone: zones[n % zones.length],
      x: round(0.5 + 0.4 * Math.cos(angle)),
      y: round(0.5 + 0.4 * Math.sin(angle * 1.3)),
    };
    const state = JSON.stringify({ board: { card: null, doing: 'looking', writing: null }, pointer });
    cursor.wire.sendFrame(awarenessFrame(cursor.clientId, cursor.clock, state));
  }

  /** Others write, so many times a second, in the cards given and anywhere else by turns, until `rest`. */
  write(perSecond: number, seen: readonly CardId[]): void {
    const all = [...boardOf(this.#scribe.doc).cards.keys()] as CardId[];
    if (all.length === 0) return;
    const startedMs = performance.now();
    let done = 0;
    this.#writing = setInterval(() => {
      for (const due = ((performance.now() - startedMs) / 1000) * perSecond; done < due; done++) {
        this.edit(done % 2 === 0 && seen.length > 0 ? seen : all);
      }
    }, 10);
  }

  /** One change as people make them: mostly letters, now and then a card that comes, moves or goes. */
  edit(among: readonly CardId[]): void {
    this.edits++;
    const at = Math.floor(this.#random() * among.length);
    const id = among[at];
    const kind = this.#random();
    if (kind < 0.06) this.#addOne();
    else if (kind < 0.11 && this.#ownCards.length > 3) this.#removeOne();
    else if (id === undefined) this.#addOne();
    else if (kind < 0.2) changeCard(this.#writer, id, { category: factorCategories[this.edits % 3] ?? 'human' });
    else this.#type(id);
  }

  #addOne(): void {
    const id = `bench-new-${this.#made++}` as CardId;
    this.#ownCards.push(id);
    addCard(
      this.#writer,
      {
        kind: 'factor',
        id,
        category: factorCategories[this.#made % 3] ?? 'human',
        text: 'Another thing that made it harder',
      },
      { author: { id: null, name: 'Scribe' }, nowMs: Date.now() },
    );
  }

  #removeOne(): void {
    const id = this.#ownCards.shift();
    if (id !== undefined) removeCard(this.#writer, id);
  }

  /** A word more; a card that has become long is cut back, so that boards stay as they are. */
  #type(id: CardId): void {
    const length = cardText(this.#writer.board, id)?.length ?? 0;
    if (length > 200) editText(this.#writer, id, { index: 100, remove: length - 100, insert: '' });
    else editText(this.#writer, id, { index: length, remove: 0, insert: ` ${words[this.edits % words.length] ?? ''}` });
  }

  /** Nobody does anything. */
  rest(): void {
    if (this.#moving) clearInterval(this.#moving);
    if (this.#writing) clearInterval(this.#writing);
    this.#moving = null;
    this.#writing = null;
  }

  /** Takes what it added off the board, and leaves. */
  async leave(): Promise<void> {
    this.rest();
    while (this.#ownCards.length > 0) this.#removeOne();
    await delay(300);
    for (const { wire } of this.#cursors) wire.close();
    this.#scribe.destroy();
  }
}

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
