import type { LiveIdentity } from '@hearth/protocol/sync';
import * as Y from 'yjs';
import type { RoomEvent } from '../room-event.ts';
import { Rooms, type RoomsOptions } from '../rooms.ts';
import { FakeClock } from './fake-clock.ts';
import { Life } from './life.ts';
import { HandFlushedSocket, Replica } from './replica.ts';
import { SteerableLog } from './steerable-log.ts';

export const board = 'board/r1';

interface ConnectOptions {
  role?: LiveIdentity['role'];
  document?: string;
  acknowledge?: boolean;
  writer?: string;
}

interface TableOptions extends Pick<RoomsOptions, 'limits' | 'squeeze' | 'nodes' | 'leases' | 'ward'> {
  clock?: FakeClock;
  log?: SteerableLog;
}

/** A server with a clock, a log and connections that a test moves by hand. */
export class Table {
  readonly clock: FakeClock;
  readonly log: SteerableLog;
  readonly events: RoomEvent[] = [];
  rooms: Rooms;
  #life = new Life();
  readonly #options: Omit<TableOptions, 'clock' | 'log'>;

  constructor({ clock = new FakeClock(), log = new SteerableLog(), ...options }: TableOptions = {}) {
    this.clock = clock;
    this.log = log;
    this.#options = options;
    this.rooms = this.#start();
  }

  #start(): Rooms {
    this.#life = new Life();
    const log = this.#life.log(this.log);
    const clock = this.#life.clock(this.clock);
    const observe = (event: RoomEvent) => void this.events.push(event);
    const { nodes, ...options } = this.#options;
    const limits = { acknowledgeWithinMs: 0, acknowledgeEveryMs: 0, presenceEveryMs: 0, ...options.limits };
    const together = nodes ? { nodes: { ...nodes, fanOut: this.#life.fanOut(nodes.fanOut) } } : {};
    return new Rooms({ log, clock, observe, ...options, ...together, limits });
  }

  connect(
    participantId: string,
    {
      role = 'participant',
      document = board,
      acknowledge = true,
      writer = `participant:${participantId}`,
    }: ConnectOptions = {},
  ): HandFlushedSocket {
    const socket = new HandFlushedSocket();
    const name = participantId;
    const identity = { document, participantId, writer, name, role, sessionId: participantId, joinLinkId: null };
    this.rooms.connect(socket, identity, { acknowledge });
    return socket;
  }

  /** The process dies and a new one starts: connections are gone, what waited for the log is lost or just written. */
  async crash(when: 'before' | 'after', replicas: readonly Replica[]): Promise<void> {
    this.#life.end();
    await this.log.crash(when);
    for (const replica of replicas) {
      replica.socket = null;
      replica.toServer = [];
    }
    this.rooms = this.#start();
  }

  /** Moves everything until nothing moves any more. */
  async settle(...replicas: Replica[]): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      await this.clock.settle();
      for (const replica of replicas) {
        if (replica.toServer.length > 0 || (replica.socket?.toClient.length ?? 0) > 0) quiet = -1;
        replica.flushToServer();
        replica.flushToClient();
      }
    }
  }

  async join(participantId: string, options: ConnectOptions = {}): Promise<Replica> {
    const replica = new Replica();
    replica.open(this.connect(participantId, options));
    await this.settle(replica);
    return replica;
  }

  /** What would be there after a restart. */
  async stored(document = board): Promise<Y.Doc> {
    const { snapshot, updates } = await this.log.stored.load(document);
    const doc = new Y.Doc();
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
    return doc;
  }

  async storedText(): Promise<string> {
    return (await this.stored()).getText('t').toJSON();
  }
}
