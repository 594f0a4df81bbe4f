// The real y-websocket client over real sockets, untouched: it must not notice that this is not the stock server.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { messageTypes } from '@hearth/protocol/sync';
import * as decoding from 'lib0/decoding';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocketServer } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MemoryUpdateLog } from './memory-update-log.ts';
import { Rooms } from './rooms.ts';
import { liveSocketOf } from './ws-socket.ts';

let server: WebSocketServer;
let rooms: Rooms;
let url: string;
let providers: WebsocketProvider[];
const log = () => new MemoryUpdateLog();

beforeEach(async () => {
  providers = [];
  rooms = new Rooms({ log: log() });
  server = new WebSocketServer({ port: 0, host: '127.0.0.1', maxPayload: 2 * 1024 * 1024, perMessageDeflate: false });
  server.on('connection', (socket, request) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const name = searchParams.get('name') ?? 'someone';
    const role = searchParams.get('role') === 'observer' ? 'observer' : 'participant';
    const identity = {
      document: pathname.slice(1),
      participantId: name,
      writer: `participant:${name}`,
      name,
      role,
      sessionId: name,
      joinLinkId: null,
    } as const;
    rooms.connect(liveSocketOf(socket, request.socket), identity, { acknowledge: searchParams.get('ack') === '1' });
  });
  await once(server, 'listening');
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  for (const provider of providers) {
    provider.destroy();
    provider.awareness.destroy();
  }
  await rooms.close();
  for (const socket of server.clients) socket.terminate();
  server.close();
  await once(server, 'close');
});

const open = (params: Record<string, string>, prepare: (provider: WebsocketProvider) => void = () => undefined) => {
  const provider = new WebsocketProvider(url, 'board/r1', new Y.Doc(), { disableBc: true, params, connect: false });
  prepare(provider);
  provider.connect();
  providers.push(provider);
  return provider;
};
const text = (provider: WebsocketProvider) => provider.doc.getText('t');
const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 5 });

test('[L2] what one stock client writes, another reads; and one who comes later', async () => {
  const errors = vi.spyOn(console, 'error');
  const ada = open({ name: 'ada' });
  const ben = open({ name: 'ben' });
  await eventually(() => expect([ada.synced, ben.synced]).toEqual([true, true]));
  text(ada).insert(0, 'written by Ada');
  await eventually(() => expect(text(ben).toJSON()).toBe('written by Ada'));
  text(ben).delete(0, 8);
  const eve = open({ name: 'eve', role: 'observer' });
  await eventually(() => expect([ada, eve].map((one) => text(one).toJSON())).toEqual(['by Ada', 'by Ada']));
  expect(errors).not.toHaveBeenCalled();
  errors.mockRestore();
});

test('[L3] an observer reads; its edit closes the connection for good and changes nothing', async () => {
  const ada = open({ name: 'ada' });
  const eve = open({ name: 'eve', role: 'observer' });
  const closes: number[] = [];
  eve.on('closed', ({ code }) => closes.push(code));
  await eventually(() => expect([ada.synced, eve.synced]).toEqual([true, true]));
  text(ada).insert(0, 'A');
  await eventually(() => expect(text(eve).toJSON()).toBe('A'));
  text(eve).insert(0, 'never');
  await eventually(() => expect(closes).toEqual([4430]));
  expect(text(ada).toJSON()).toBe('A');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await rooms.snapshotState('board/r1'));
  expect(doc.getText('t').toJSON()).toBe('A');
});

test('[L4] a client that asks is told how many of its update frames are durable', async () => {
  const told: number[] = [];
  const ada = open({ name: 'ada', ack: '1' }, (provider) => {
    provider.messageHandlers[messageTypes.acknowledged] = (_encoder, decoder) =>
      told.push(decoding.readVarUint(decoder));
  });
  await eventually(() => expect(ada.synced).toBe(true));
  text(ada).insert(0, 'A');
  text(ada).insert(0, 'B');
  await eventually(() => expect(told.at(-1)).toBe(3)); // the step 2 of the handshake, and two edits
});

test('[P1] everyone sees who is there, as the server knows them; a goodbye and a return are seen at once', async () => {
  const ada = open({ name: 'ada' });
  const ben = open({ name: 'ben' });
  ben.awareness.setLocalStateField('user', { id: 'ada', name: 'Ada', color: '#aabbcc' });
  const seen = () => ada.awareness.getStates().get(ben.doc.clientID)?.['user'];
  const expected = { id: 'ben', name: 'ben', role: 'participant', color: '#aabbcc' };
  await eventually(() => expect(seen()).toEqual(expected));
  ben.disconnect();
  await eventually(() => expect(seen()).toBeUndefined());
  ben.connect();
  await eventually(() => expect(seen()).toEqual(expected));
});
