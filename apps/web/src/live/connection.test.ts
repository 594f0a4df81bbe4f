// Against the real room, over real sockets.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { errors } from '@hearth/protocol/errors';
import { Rooms } from '@hearth/sync/rooms';
import { SteerableLog } from '@hearth/sync/test/steerable-log';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import * as Y from 'yjs';
import { type LiveConnection, openLiveDocument } from './connection.ts';
import { SentFrames } from './sent-frames.ts';
import { type LiveStatus, statusText, wouldLose } from './status.ts';
import { MemoryPendingStore } from './test/memory-pending-store.ts';

/** The real rooms on a real port, over a log that a test steers and that outlives the server. */
class LiveServer {
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

let server: LiveServer;
let device: MemoryPendingStore;
let open: LiveConnection[];

beforeEach(async () => {
  server = new LiveServer();
  device = new MemoryPendingStore();
  open = [];
  await server.start();
});

afterEach(async () => {
  for (const connection of open) connection.destroy();
  await server.die();
});

const openTab = (url = server.url): LiveConnection => {
  const connection = openLiveDocument({ documentName: 'board/r1', url, pendingStore: device });
  open.push(connection);
  return connection;
};
const close = (connection: LiveConnection) => {
  connection.destroy();
  open = open.filter((other) => other !== connection);
};
const text = ({ doc }: LiveConnection) => doc.getText('t');
const eventually = (check: () => void | Promise<void>) => vi.waitFor(check, { timeout: 8_000, interval: 5 });
const becomes = (connection: LiveConnection, status: Partial<LiveStatus>) =>
  eventually(() => expect(connection.status.get()).toMatchObject(status));
/** An address where nobody listens. */
const nowhere = 'ws://127.0.0.1:9';

describe('Saved is a promise', () => {
  test('[S1] loading, then saved; saving until the log has it; then saved, and the device holds no copy', async () => {
    const tab = openTab();
    const seen: string[] = [tab.status.get().kind];
    tab.status.subscribe(() => seen.push(tab.status.get().kind));
    await becomes(tab, { kind: 'saved' });
    server.log.flowing = false;
    text(tab).insert(0, 'A');
    text(tab).insert(1, 'B');
    await eventually(() => expect(server.log.waiting).toBe(1));
    expect(tab.status.get()).toEqual({ kind: 'saving', changes: 2, keptOn: 'device' });
    expect(device.kept.size).toBe(2);
    server.log.flowing = true;
    await server.log.release();
    await becomes(tab, { kind: 'saved' });
    expect(await server.storedText()).toBe('AB');
    expect(device.kept.size).toBe(0);
    expect([...new Set(seen)]).toEqual(['loading', 'saved', 'saving']);
  });

  test('[S2] the server dies with edits in its hands: offline with the count, and saved when it is back', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    server.log.flowing = false;
    text(tab).insert(0, 'A');
    await eventually(() => expect(server.log.waiting).toBe(1));
    await server.die();
    await becomes(tab, { kind: 'offline', changes: 1 });
    text(tab).insert(1, 'B');
    expect(statusText(tab.status.get())).toBe('Offline: 2 changes kept on this device');
    expect(await server.storedText()).toBe('');
    server.log.flowing = true;
    await server.start();
    await becomes(tab, { kind: 'saved' });
    expect(await server.storedText()).toBe('AB');
    expect(device.kept.size).toBe(0);
  });

  test('[S3] what a crashed tab has left is merged and sent by the next one', async () => {
    const lost = openTab(nowhere);
    text(lost).insert(0, 'written offline');
    text(lost).delete(0, 8);
    await becomes(lost, { kind: 'offline', changes: 2 });
    close(lost);
    const next = openTab();
    await becomes(next, { kind: 'saved' });
    expect(text(next).toJSON()).toBe('offline');
    expect(await server.storedText()).toBe('offline');
    expect(device.kept.size).toBe(0);
  });

  test('[S3] leftovers that the server has already are forgotten, not doubled', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    device.forget = () => Promise.reject(new Error('the tab died before'));
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'saved' });
    close(tab);
    expect(device.kept.size).toBe(1);
    device.forget = MemoryPendingStore.prototype.forget.bind(device);
    const next = openTab();
    await becomes(next, { kind: 'saved' });
    expect([await server.storedText(), device.kept.size]).toEqual(['A', 0]);
  });

  test('[S3] a leftover that can not be read does not keep the others from being saved, nor is it deleted', async () => {
    const lost = openTab(nowhere);
    text(lost).insert(0, 'A');
    close(lost);
    device.kept.set('broken', { document: 'board/r1', tab: 'x', sequence: 1, update: new Uint8Array([1, 200]) });
    device.setAside = (keys) => {
      for (const key of keys) if (key.tab === 'x') device.aside.set('broken', { ...key, update: new Uint8Array() });
      return Promise.resolve();
    };
    const next = openTab();
    await becomes(next, { kind: 'saved' });
    expect([await server.storedText(), [...device.kept.keys()], device.aside.size]).toEqual(['A', ['broken'], 1]);
  });

  test('[S4] one tab does not touch what another open tab is waiting for', async () => {
    const offline = openTab(nowhere);
    text(offline).insert(0, 'A');
    await becomes(offline, { kind: 'offline', changes: 1 });
    const online = openTab();
    await becomes(online, { kind: 'saved' });
    text(online).insert(0, 'B');
    await becomes(online, { kind: 'saved' });
    expect(await server.storedText()).toBe('B');
    expect(device.kept.size).toBe(1);
    expect(offline.status.get()).toMatchObject({ changes: 1 });
  });

  test('[S5] a device that keeps nothing: still edited and saved, and said plainly meanwhile', async () => {
    device.broken = true;
    const tab = openTab(nowhere);
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'offline', changes: 1, keptOn: 'tab' });
    expect(statusText(tab.status.get())).toBe('Offline: 1 change kept in this tab');
    expect(wouldLose(tab.status.get())).toBe(true);
    const online = openTab();
    text(online).insert(0, 'B');
    await becomes(online, { kind: 'saved' });
    expect(wouldLose(online.status.get())).toBe(false);
    expect(await server.storedText()).toBe('B');
  });

  test('[S5] a write that fails in the middle (quota) is said at once', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    server.log.flowing = false;
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'saving', changes: 1, keptOn: 'device' });
    device.broken = true;
    text(tab).insert(0, 'B');
    await becomes(tab, { kind: 'saving', changes: 2, keptOn: 'tab' });
    expect(wouldLose(tab.status.get())).toBe(true);
  });

  test('[S6] the disk of the server is full: not saved, with advice; saved when there is room', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    server.log.failWith = Object.assign(new Error('no room'), { reason: 'full' });
    text(tab).insert(0, 'A');
    await becomes(tab, { kind: 'not-saved', reason: 'HEARTH_STORE_FULL', changes: 1 });
    text(tab).insert(1, 'B');
    expect(statusText(tab.status.get())).toContain('Not saved: 2 changes kept on this device.');
    server.log.failWith = null;
    await becomes(tab, { kind: 'saved' });
    expect(await server.storedText()).toBe('AB');
  });

  test('[S7] a permanent refusal stops reconnecting and gives the advice', async () => {
    server.role = 'observer';
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    text(tab).insert(0, 'A');
    const { advice } = errors.HEARTH_OBSERVERS_ONLY_READ;
    await becomes(tab, { kind: 'refused', code: 'HEARTH_OBSERVERS_ONLY_READ', advice, changes: 1 });
    expect(tab.provider.shouldConnect).toBe(false);
    expect(device.kept.size).toBe(1);
  });

  test('[S7] a retryable close reconnects', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    server.rooms.disconnect(() => true, 'HEARTH_RESYNC');
    await becomes(tab, { kind: 'offline' });
    await becomes(tab, { kind: 'saved' });
    expect(server.rooms.connected('board/r1')).toHaveLength(1);
  });

  test('[S8] content that the server will never take is set aside, so that the next visit works', async () => {
    const tab = openTab();
    await becomes(tab, { kind: 'saved' });
    text(tab).insert(0, 'x'.repeat(70_000));
    await becomes(tab, { kind: 'refused', code: 'HEARTH_TOO_LARGE', changes: 1 });
    close(tab);
    const next = openTab();
    await becomes(next, { kind: 'saved' });
    expect([device.kept.size, device.aside.size]).toEqual([0, 1]);
  });
});

describe('which changes an acknowledgement covers', () => {
  const step2 = new Uint8Array([0, 1, 0]);
  const update = new Uint8Array([0, 2, 0]);

  test('[S9] an edit before the handshake covers nothing: older ones may be missing', () => {
    const sent = new SentFrames();
    sent.sent(update, 3);
    sent.sent(step2, 3);
    sent.sent(update, 4);
    expect([sent.covered(1), sent.covered(2), sent.covered(3)]).toEqual([0, 3, 4]);
  });

  test('[S9] other frames are not counted, and a new connection counts from one', () => {
    const sent = new SentFrames();
    sent.sent(new Uint8Array([0, 0, 0]), 1);
    sent.sent(new Uint8Array([1, 0]), 1);
    sent.sent(step2, 1);
    expect(sent.covered(1)).toBe(1);
    sent.restart();
    sent.sent(step2, 2);
    expect(sent.covered(1)).toBe(2);
  });
});
