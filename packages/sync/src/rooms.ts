// The live documents of one server: hands connections to rooms, opens rooms on demand, closes them when they are empty.
import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '@hearth/protocol/errors';
import type { LiveIdentity } from '@hearth/protocol/sync';
import { Acknowledgements } from './acknowledgements.ts';
import type { Refused } from './byte-reader.ts';
import { type Clock, systemClock } from './clock.ts';
import { Committer } from './committer.ts';
import type { FanOut } from './fan-out.ts';
import { type Leases, noLeases } from './leases.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { type LiveSocket, Peer } from './peer.ts';
import { Room } from './room.ts';
import type { RoomEvent } from './room-event.ts';
import { noMeter, type RoomsMeter } from './rooms-meter.ts';
import { type RoomsStatistics, statisticsOf } from './rooms-statistics.ts';
import { type Squeeze, squeeze as squeezeHere } from './squeeze.ts';
import type { UpdateLog } from './update-log.ts';
import type { WardOf } from './ward.ts';
import type { World } from './world.ts';

export interface RoomsOptions {
  log: UpdateLog;
  clock?: Clock;
  limits?: Partial<Limits>;
  /** Called for what an operator may want to log. */
  observe?: (event: RoomEvent) => void;
  /** Told how long each commit took, and handing it out. */
  meter?: RoomsMeter;
  /** Runs `squeeze` where it does not hold up anybody; here by default. */
  squeeze?: Squeeze;
  /**
   * Given where other nodes may append to the same log. `pollMs`: how often the log is asked for what the fan-out did
   * not tell.
   */
  nodes?: { fanOut: FanOut; pollMs: number };
  leases?: Leases;
  /** Asked when a document is opened, and whenever `wardChanged` is called. */
  ward?: WardOf;
}

export class Rooms {
  readonly #world: World;
  readonly #rooms = new Map<string, Room>();
  #closing = false;
  #cancelPoll: () => void = () => undefined;

  constructor({ log, clock = systemClock, limits: given, observe, meter = noMeter, ...options }: RoomsOptions) {
    const limits = { ...defaultLimits, ...given };
    const { squeeze, nodes, leases = noLeases, ward = () => null } = options;
    this.#world = {
      log,
      clock,
      limits,
      committer: new Committer(log, clock, meter),
      squeeze: squeeze ?? ((task) => Promise.resolve(squeezeHere(task))),
      acknowledgements: new Acknowledgements(clock, limits.acknowledgeWithinMs),
      leases,
      ward,
      nodes: nodes ? { id: randomUUID(), fanOut: nodes.fanOut } : null,
      observe: observe ?? (() => undefined),
    };
    if (nodes) this.#poll(nodes.pollMs);
  }

  /** Finds what other nodes have appended and nobody told. */
  #poll(everyMs: number): void {
    this.#cancelPoll = this.#world.clock.after(everyMs, () => {
      void this.#catchUpAll().finally(() => {
        if (!this.#closing) this.#poll(everyMs);
      });
    });
  }

  async #catchUpAll(): Promise<void> {
    const keepers = [...this.#rooms.values()].map(({ keeper }) => keeper).filter(({ open }) => open);
    if (keepers.length === 0) return;
    try {
      const heads = await this.#world.log.heads(keepers.map(({ document }) => document));
      const behind = keepers.filter(({ document, seq }) => (heads.get(document) ?? 0) > seq);
      await Promise.all(behind.map((keeper) => keeper.catchUp()));
    } catch {
      // The log can't be read now. Whoever writes is told by the failing append; the next poll tries again.
    }
  }

  /**
   * Takes over an open WebSocket. The caller has established who it is and that the document is theirs to open.
   * The WebSocket server's `maxPayload` should be above `limits.maxFrameBytes`, so that the refusal can be told.
   * @param identity  a participant opens `identity.document`; the role `observer` may not write.
   * @param options.acknowledge  the client asked for `acknowledged` and `saving` messages (`?ack=1`).
   */
  connect(socket: LiveSocket, identity: LiveIdentity, { acknowledge }: { acknowledge: boolean }): void {
    const peer = new Peer(socket, identity, acknowledge, this.#world.clock, this.#world.limits);
    if (this.#closing) {
      peer.close('HEARTH_GOING_AWAY');
      return;
    }
    const room = this.#room(identity.document);
    socket.listen({
      message: (frame, isBinary) => this.#receive(room, peer, frame, isBinary),
      drained: () => room.drained(peer),
      closed: () => {
        peer.gone();
        room.leave(peer);
      },
    });
    room.join(peer);
  }

  #receive(room: Room, peer: Peer, frame: Uint8Array, isBinary: boolean): void {
    if (!peer.reading) return;
    const { document } = peer.identity;
    if (!isBinary) room.refuse(peer, text);
    else if (frame.length > this.#world.limits.maxFrameBytes) room.refuse(peer, tooLarge);
    else if (!peer.affords(frame.length)) room.refuse(peer, tooFast);
    else {
      try {
        room.receive(peer, frame);
      } catch (error) {
        this.#world.observe({ kind: 'failed', document, error });
        peer.close('HEARTH_INTERNAL');
      }
    }
  }

  #room(document: string): Room {
    const existing = this.#rooms.get(document);
    if (existing) return existing;
    const room = new Room(document, this.#world, (left) => {
      if (this.#rooms.get(document) === left) this.#rooms.delete(document);
    });
    this.#rooms.set(document, room);
    return room;
  }

  /**
   * The document as it is in the log, whichever node wrote it.
   * @returns one V1 update; that of an empty document if nothing was ever written.
   * @throws if the log can't be read.
   */
  async snapshotState(document: string): Promise<Uint8Array> {
    const room = await this.#loadedRoom(document);
    return room.keeper.opened.document.encode(null);
  }

  /**
   * Writes as the server: goes the way of every edit, to the log first, then to everyone. The update must come from a
   * Y.Doc with a client id of its own (a new one each time), and build on a state that `snapshotState` gave.
   * @throws if the log can't be read.
   */
  async applyServerUpdate(document: string, update: Uint8Array): Promise<{ ok: true } | Refused> {
    const room = await this.#loadedRoom(document);
    return room.applyServerUpdate(update);
  }

  async #loadedRoom(document: string): Promise<Room> {
    for (;;) {
      const room = this.#room(document);
      await room.keeper.loaded;
      if (this.#world.nodes) await this.#readToHead(room);
      if (this.#rooms.get(document) !== room || !room.keeper.open) continue; // unloaded while we waited
      room.unloadWhenEmpty();
      return room;
    }
  }

  /** What another node was the last to append may not have been told here yet. */
  async #readToHead({ keeper }: Room): Promise<void> {
    const heads = await this.#world.log.heads([keeper.document]);
    if ((heads.get(keeper.document) ?? 0) > keeper.seq && !(await keeper.catchUp()))
      throw new Error('the log can not be read');
  }

  /** What is refused in a document may be something else now. */
  wardChanged(document: string): void {
    this.#rooms.get(document)?.wardChanged();
  }

  statistics(): RoomsStatistics {
    return statisticsOf(this.#rooms.values());
  }

  /** Documents that somebody is connected to. */
  documents(): string[] {
    return [...this.#rooms].filter(([, { peers }]) => peers.size > 0).map(([document]) => document);
  }

  /** Whether nobody is connected to a document now. */
  isEmpty(document: string): boolean {
    for (const { closed } of this.#rooms.get(document)?.peers ?? []) if (!closed) return false;
    return true;
  }

  /**
   * Ends connections, within a second also those that don't answer: a revoked link, a changed role.
   * @returns how many.
   */
  disconnect(predicate: (identity: LiveIdentity) => boolean, code: ErrorCode): number {
    const peers = [...this.#rooms.values()].flatMap((room) => [...room.peers]);
    const chosen = peers.filter((peer) => !peer.closed && predicate(peer.identity));
    for (const peer of chosen) peer.close(code);
    return chosen.length;
  }

  /** As much as there is time for: who starts next need not read long logs. */
  async #compactForGoodbye(rooms: readonly Room[]): Promise<void> {
    const { clock, limits } = this.#world;
    const untilMs = clock.nowMs() + limits.compactAtCloseMs;
    for (const room of rooms) {
      if (clock.nowMs() > untilMs) return;
      await room.keeper.compact(limits.compactIdleAfter);
    }
  }

  /** Takes nothing more, saves what it has taken, acknowledges that, then says goodbye to everyone. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#cancelPoll();
    const rooms = [...this.#rooms.values()];
    for (const room of rooms) for (const peer of room.peers) peer.stopReading();
    await this.#world.committer.idle();
    this.#world.acknowledgements.tellAll();
    await this.#compactForGoodbye(rooms);
    this.disconnect(() => true, 'HEARTH_GOING_AWAY');
  }
}

const text: Refused = { ok: false, code: 'HEARTH_FRAME_REFUSED', detail: 'a text frame' };
const tooLarge: Refused = { ok: false, code: 'HEARTH_TOO_LARGE', detail: 'more bytes than a frame may have' };
const tooFast: Refused = { ok: false, code: 'HEARTH_TOO_MANY_REQUESTS', detail: 'more than a person can send' };
