import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { maxFrameBytes, writerParameter } from '@hearth/protocol/sync';
import { Rooms } from '@hearth/sync/rooms';
import { SteerableLog } from '@hearth/sync/test/steerable-log';
import type { Ward } from '@hearth/sync/ward';
import { liveSocketOf } from '@hearth/sync/ws-socket';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';

/** The real rooms on a real port, over a log that a test steers and that outlives the server. */
export class LiveServer {
  log = new SteerableLog();
  participantId = 'ada';
  role: 'participant' | 'observer' = 'participant';
  /** What is refused when a document is opened, and after `rooms.wardChanged`. */
  ward: Ward | null = null;
  /** Of each connection, as it was asked for. */
  readonly writers: string[] = [];
  rooms = this.#newRooms();
  #server: WebSocketServer | null = null;
  #port = 0;

  #newRooms(): Rooms {
    return new Rooms({
      log: this.log,
      limits: { probeEveryMs: 50, rootNames: new Set(['t', 'cards']) },
      ward: () => this.ward,
    });
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** Also again, after `stop` or `die`, on the same port. */
  async start(): Promise<void> {
    const server = new WebSocketServer({
      port: this.#port,
      host: '127.0.0.1',
      maxPayload: 2 * maxFrameBytes,
      perMessageDeflate: false,
    });
    this.#server = server;
    server.on('connection', (socket, request) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const writer = searchParams.get(writerParameter) ?? 'none';
      this.writers.push(writer);
      const identity = {
        participantId: this.participantId,
        name: 'Ada',
        role: this.role,
        sessionId: 'session',
        joinLinkId: null,
        writer,
      };
      const acknowledge = searchParams.get('ack') === '1';
      this.rooms.connect(
        liveSocketOf(socket, request.socket),
        { document: pathname.slice(1), ...identity },
        { acknowledge },
      );
    });
    await once(server, 'listening');
    this.#port = (server.address() as AddressInfo).port;
  }

  /** No goodbye, and what waits for the log is lost. */
  async die(): Promise<void> {
    await this.log.crash('before');
    const server = this.#server;
    this.#server = null;
    for (const socket of server?.clients ?? []) socket.terminate();
    server?.close();
    if (server) await once(server, 'close');
    this.rooms = this.#newRooms();
  }

  async storedText(): Promise<string> {
    return (await this.stored()).getText('t').toJSON();
  }

  /** The document as the log has it. */
  async stored(): Promise<Y.Doc> {
    const doc = new Y.Doc();
    const { snapshot, updates } = await this.log.stored.load('board/r1');
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
    return doc;
  }

  /** What the log holds now. */
  async backup(): Promise<Uint8Array> {
    return Y.encodeStateAsUpdate(await this.stored());
  }

  /** While it is down: from now on the log holds what it held at the backup. */
  async restore(backup: Uint8Array): Promise<void> {
    this.log = new SteerableLog();
    await this.log.append([{ document: 'board/r1', update: backup, atMs: 0, writers: [] }]);
    this.rooms = this.#newRooms();
  }
}
