import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Rooms } from '@hearth/sync/rooms';
import { SteerableLog } from '@hearth/sync/test/steerable-log';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';

/** The real rooms on a real port, over a log that a test steers and that outlives the server. */
export class LiveServer {
  readonly log = new SteerableLog();
  role: 'participant' | 'observer' = 'participant';
  rooms = this.#newRooms();
  #server: WebSocketServer | null = null;
  #port = 0;

  #newRooms(): Rooms {
    return new Rooms({ log: this.log, limits: { probeEveryMs: 50 } });
  }

  get url(): string {
    return `ws://127.0.0.1:${this.#port}`;
  }

  /** Also again, after `stop` or `die`, on the same port. */
  async start(): Promise<void> {
    const server = new WebSocketServer({ port: this.#port, host: '127.0.0.1' });
    this.#server = server;
    server.on('connection', (socket, request) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const identity = { participantId: 'ada', name: 'Ada', role: this.role, sessionId: 'session', joinLinkId: null };
      const acknowledge = searchParams.get('ack') === '1';
      this.rooms.connect(socket, { document: pathname.slice(1), ...identity }, { acknowledge });
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
    const doc = new Y.Doc();
    const { snapshot, updates } = await this.log.stored.load('board/r1');
    if (snapshot) Y.applyUpdate(doc, snapshot);
    for (const { update } of updates) Y.applyUpdate(doc, update);
    return doc.getText('t').toJSON();
  }
}
