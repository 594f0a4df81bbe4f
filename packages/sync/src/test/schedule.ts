import * as fc from 'fast-check';
import * as Y from 'yjs';
import { MemoryUpdateLog } from '../memory-update-log.ts';
import { FakeClock } from './fake-clock.ts';
import { Hub } from './hub.ts';
import { Replica } from './replica.ts';
import { SteerableLog } from './steerable-log.ts';
import { board, Table } from './table.ts';

const step = fc.oneof(
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
      // The gate refuses this key (G3), and nobody honest writes it.
      value: fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('__proto__')),
    }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('to-server', 'to-client'), who: fc.nat() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constantFrom('turn', 'sweep') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom('hold', 'carry-out', 'lose-answers', 'let-through', 'flow'),
      node: fc.nat(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('nodes-talk', 'nodes-lose', 'nodes-keep') }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('lose'), who: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reconnect'), who: fc.nat(), node: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait'), ms: fc.constantFrom(100, 1_000, 1_000, 40_000) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('drop', 'duplicate', 'reorder'), who: fc.nat(), at: fc.nat() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('crash'), when: fc.constantFrom('before', 'after'), node: fc.nat() }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('disk-full', 'disk-free'), node: fc.nat() }) },
);
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

export const steps = fc.array(step, { minLength: 10, maxLength: 120 });

/** Low enough that documents are compacted, left and read again within a schedule. */
const limits = { compactIdleAfter: 3, compactBusyAfter: 8 };
const pollMs = 1_000;

interface Place {
  replica: Replica;
  /** Index of the node that it was connected to last. */
  node: number;
}

/** Several replicas and nodes that go through random steps. Whatever should not have happened is in `problems`. */
export class Schedule {
  readonly problems: string[] = [];
  readonly #clock = new FakeClock();
  readonly #stored = new MemoryUpdateLog();
  readonly #hub = new Hub();
  readonly #nodes: Table[];
  readonly #places: Place[];
  /** Everything that anyone has been shown since the last crash. */
  #shown = new Y.Doc();

  constructor(replicas: number, nodes = 1) {
    this.#nodes = Array.from({ length: nodes }, () => this.#node(nodes));
    this.#places = Array.from({ length: replicas }, (_, index) => ({
      replica: new Replica((update) => Y.applyUpdate(this.#shown, update)),
      node: index % nodes,
    }));
  }

  /** Everyone is there, and has been greeted. */
  async begin(): Promise<void> {
    for (const place of this.#places) this.#reconnect(place, place.node);
    await this.#settle();
  }

  #node(nodes: number): Table {
    const log = new SteerableLog(this.#stored);
    const others = nodes > 1 ? { nodes: { fanOut: this.#hub.connect(), pollMs } } : {};
    return new Table({ clock: this.#clock, log, limits, ...others });
  }

  get #replicas(): Replica[] {
    return this.#places.map(({ replica }) => replica);
  }

  async play(each: Step): Promise<void> {
    const place = this.#places['who' in each ? each.who % this.#places.length : 0];
    const node = this.#nodes['node' in each ? each.node % this.#nodes.length : 0];
    if (!place || !node) return;
    const { replica } = place;
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
        return replica.flushToServer();
      case 'to-client':
        return replica.flushToClient();
      case 'turn':
        return this.#clock.settle();
      case 'sweep':
        return this.#sweep();
      case 'hold':
        node.log.flowing = false;
        return;
      case 'flow':
        node.log.flowing = true;
        return;
      case 'carry-out':
        await node.log.carryOut();
        return this.#clock.settle();
      case 'lose-answers':
        await node.log.loseAnswers();
        return this.#clock.settle();
      case 'let-through':
        await node.log.release();
        return this.#clock.settle();
      case 'nodes-talk':
        return this.#hub.flush();
      case 'nodes-lose':
        this.#hub.losing = true;
        return;
      case 'nodes-keep':
        this.#hub.losing = false;
        return;
      case 'lose':
        return replica.lose();
      case 'reconnect':
        this.#reconnect(place, this.#nodes.indexOf(node));
        return this.#clock.settle();
      case 'wait':
        if ('ms' in each) await this.#clock.pass(each.ms);
        return;
      case 'drop':
      case 'duplicate':
      case 'reorder':
        if ('at' in each) tamper(replica, each.kind, each.at);
        return;
      case 'crash':
        if ('when' in each) await this.#crash(node, each.when === 'after' ? 'after' : 'before');
        return;
      case 'disk-full':
        node.log.failWith = new Error('no room');
        return;
      case 'disk-free':
        node.log.failWith = null;
        return this.#clock.pass(2_000);
    }
  }

  #reconnect(place: Place, node: number): void {
    place.replica.lose();
    place.node = node;
    const socket = this.#nodes[node]?.connect(`participant ${this.#places.indexOf(place)}`);
    if (socket) place.replica.open(socket);
  }

  async #crash(node: Table, when: 'before' | 'after'): Promise<void> {
    const index = this.#nodes.indexOf(node);
    await node.crash(
      when,
      this.#places.filter((place) => place.node === index).map(({ replica }) => replica),
    );
    await this.#noteLosses();
    this.#shown = new Y.Doc();
  }

  async #noteLosses(): Promise<void> {
    const stored = await this.#storedDoc();
    const acknowledged = this.#replicas.flatMap((replica) => replica.localUpdates.slice(0, replica.acknowledged));
    if (!acknowledged.every((update) => holds(stored, update))) this.problems.push('an acknowledged edit is lost');
    if (!holds(stored, Y.encodeStateAsUpdate(this.#shown))) this.problems.push('something shown is lost');
  }

  async #storedDoc(): Promise<Y.Doc> {
    const { snapshot, updates } = await this.#stored.load(board);
    const doc = new Y.Doc();
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
    return doc;
  }

  /** Whatever is under way between replicas and nodes arrives. */
  async #sweep(): Promise<void> {
    for (const node of this.#nodes) await node.settle(...this.#replicas);
  }

  /** Moves everything, between the nodes as well, until nothing moves any more. */
  async #settle(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      await this.#sweep();
      this.#hub.flush();
      await this.#clock.pass(pollMs);
    }
  }

  async end(): Promise<void> {
    for (const { log } of this.#nodes) {
      log.failWith = null;
      log.flowing = true;
      await log.release();
    }
    this.#hub.losing = false;
    await this.#clock.pass(2_000);
    await this.#noteLosses();
    // Twice: a tampered connection may be closed only when what it lost is noticed.
    for (let round = 0; round < 2; round += 1) {
      for (const [index, place] of this.#places.entries()) this.#reconnect(place, index % this.#nodes.length);
      await this.#settle();
    }
    await this.#compareAll();
    for (const node of this.#nodes) await node.rooms.close();
  }

  async #compareAll(): Promise<void> {
    const stored = await this.#storedDoc();
    const docs = this.#replicas.map(({ doc }) => doc);
    for (const { rooms } of this.#nodes) {
      const snapshot = new Y.Doc();
      Y.applyUpdate(snapshot, await rooms.snapshotState(board));
      docs.push(snapshot);
    }
    for (const doc of docs) {
      if (doc.store.pendingStructs) this.problems.push('something waits for what never comes');
      if (contentOf(doc) !== contentOf(stored)) this.problems.push(`${contentOf(doc)} is not ${contentOf(stored)}`);
      if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))) this.problems.push('snapshots differ');
    }
    if (this.#replicas.some(({ acknowledged, localUpdates }) => acknowledged < localUpdates.length))
      this.problems.push('an edit is never acknowledged');
  }
}

/** A network that a WebSocket would not show us: still no harm done. */
const tamper = (replica: Replica, how: 'drop' | 'duplicate' | 'reorder', at: number): void => {
  const frames = replica.toServer;
  const frame = frames[at % Math.max(1, frames.length)];
  if (!frame) return;
  replica.countsAreTrue = false;
  if (how === 'duplicate') frames.push(frame);
  if (how === 'reorder') frames.reverse();
  if (how === 'drop') frames.splice(frames.indexOf(frame), 1);
};

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
