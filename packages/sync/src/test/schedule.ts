import * as fc from 'fast-check';
import * as Y from 'yjs';
import { Replica } from './replica.ts';
import { board, Table } from './table.ts';

export const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('insert'),
      who: fc.nat(),
      at: fc.nat(),
      text: fc.string({ minLength: 1, maxLength: 4, unit: 'grapheme' }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('delete'), who: fc.nat(), at: fc.nat() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set'),
      who: fc.nat(),
      key: fc.nat(3),
      value: fc.jsonValue({ maxDepth: 2 }),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('to-server', 'to-client'), who: fc.nat() }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('turn', 'hold', 'let-through', 'flow') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('lose', 'reconnect'), who: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('drop', 'duplicate', 'reorder'), who: fc.nat(), at: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash'), when: fc.constantFrom('before', 'after') }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('disk-full', 'disk-free') }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Several replicas and a server that go through random steps. Whatever should not have happened is in `problems`. */
export class Schedule {
  readonly problems: string[] = [];
  readonly #table = new Table();
  readonly #replicas: Replica[];
  /** Everything that anyone has been shown since the server's last start. */
  #shown = new Y.Doc();

  constructor(count: number) {
    this.#replicas = Array.from({ length: count }, () => new Replica((update) => Y.applyUpdate(this.#shown, update)));
  }

  async play(each: Step): Promise<void> {
    const { log, clock } = this.#table;
    const replica = this.#replicas['who' in each ? each.who % this.#replicas.length : 0];
    if (!replica) return;
    switch (each.kind) {
      case 'insert':
        if ('text' in each) replica.text.insert(each.at % (replica.text.length + 1), each.text);
        return;
      case 'delete':
        if ('at' in each && replica.text.length > 0) replica.text.delete(each.at % replica.text.length, 1);
        return;
      case 'set':
        if ('key' in each) replica.doc.getMap('m').set(`k${each.key}`, each.value);
        return;
      case 'to-server':
        replica.flushToServer();
        return;
      case 'to-client':
        replica.flushToClient();
        return;
      case 'turn':
        return clock.settle();
      case 'hold':
        log.flowing = false;
        return;
      case 'flow':
        log.flowing = true;
        return;
      case 'let-through':
        await log.release();
        return clock.settle();
      case 'lose':
        replica.lose();
        return;
      case 'reconnect':
        this.#reconnect(replica);
        return clock.settle();
      case 'drop':
      case 'duplicate':
      case 'reorder':
        if ('at' in each) this.#tamper(replica, each.kind, each.at);
        return;
      case 'crash':
        if ('when' in each) await this.#crash(each.when === 'after' ? 'after' : 'before');
        return;
      case 'disk-full':
        log.failWith = new Error('no room');
        return;
      case 'disk-free':
        log.failWith = null;
        return clock.pass(2_000);
    }
  }

  #reconnect(replica: Replica): void {
    replica.lose();
    replica.open(this.#table.connect(`participant ${this.#replicas.indexOf(replica)}`));
  }

  /** A network that a WebSocket would not show us: still no harm done. */
  #tamper(replica: Replica, how: 'drop' | 'duplicate' | 'reorder', at: number): void {
    const frames = replica.toServer;
    const frame = frames[at % Math.max(1, frames.length)];
    if (!frame) return;
    replica.countsAreTrue = false;
    if (how === 'duplicate') frames.push(frame);
    if (how === 'reorder') frames.reverse();
    if (how === 'drop') frames.splice(frames.indexOf(frame), 1);
  }

  async #crash(when: 'before' | 'after'): Promise<void> {
    await this.#table.crash(when, this.#replicas);
    await this.#noteLosses();
    this.#shown = new Y.Doc();
  }

  async #noteLosses(): Promise<void> {
    const stored = await this.#table.stored();
    const acknowledged = this.#replicas.flatMap((replica) => replica.localUpdates.slice(0, replica.acknowledged));
    if (!acknowledged.every((update) => holds(stored, update))) this.problems.push('an acknowledged edit is lost');
    if (!holds(stored, Y.encodeStateAsUpdate(this.#shown))) this.problems.push('something shown is lost');
  }

  async end(): Promise<void> {
    const { log, clock } = this.#table;
    log.failWith = null;
    log.flowing = true;
    await log.release();
    await clock.pass(2_000);
    await this.#noteLosses();
    // Twice: a tampered connection may be closed only when what it lost is noticed.
    for (let round = 0; round < 2; round += 1) {
      for (const replica of this.#replicas) this.#reconnect(replica);
      await this.#table.settle(...this.#replicas);
    }
    const stored = await this.#table.stored();
    const snapshot = new Y.Doc();
    Y.applyUpdate(snapshot, await this.#table.rooms.snapshotState(board));
    const docs = [snapshot, ...this.#replicas.map(({ doc }) => doc)];
    for (const doc of docs) {
      if (doc.store.pendingStructs) this.problems.push('something waits for what never comes');
      if (contentOf(doc) !== contentOf(stored)) this.problems.push(`${contentOf(doc)} is not ${contentOf(stored)}`);
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))) this.problems.push('snapshots differ');
    }
    if (this.#replicas.some(({ acknowledged, localUpdates }) => acknowledged < localUpdates.length)) {
      this.problems.push('an edit is never acknowledged');
    }
    await this.#table.rooms.close();
  }
}

/** Whether an update would change nothing any more. */
const holds = (doc: Y.Doc, update: Uint8Array): boolean => {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let changed = false;
  copy.on('update', () => (changed = true));
  Y.applyUpdate(copy, update);
  return !changed && copy.store.pendingStructs === null;
};

const contentOf = (doc: Y.Doc): string => {
  const map = Object.entries(doc.getMap('m').toJSON()).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return JSON.stringify([doc.getText('t').toJSON(), map]);
};
