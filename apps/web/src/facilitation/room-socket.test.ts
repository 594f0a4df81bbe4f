import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import * as client from 'socket.io-client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openRoomSocket, type RoomSocket } from './room-socket.ts';

let server: Server;
let origin: string;
let room: RoomSocket | null = null;
const told: string[] = [];
const events = {
  joined: () => told.push('joined'),
  lost: () => told.push('lost'),
  unreachable: () => told.push('unreachable'),
  refused: (why: unknown) => told.push(`refused ${(why as Error).message}`),
  heard: (event: string, content: unknown) => told.push(`${event} ${JSON.stringify(content)}`),
};
/** As in a page of that server. */
const io = ((options: object) => client.io(origin, options)) as unknown as typeof client.io;

beforeEach(async () => {
  told.length = 0;
  const http = createServer();
  server = new Server(http, { path: '/f', transports: ['websocket'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterEach(async () => {
  room?.disconnect();
  await server.close();
});

const open = (
  load = () => Promise.resolve({ io }),
  auth: Record<string, unknown> = { reviewId: 'one' },
): RoomSocket => {
  room = openRoomSocket({ path: '/f', auth, events, load });
  room.connect();
  return room;
};
const hears = (what: string): Promise<void> => vi.waitFor(() => expect(told).toContain(what), { timeout: 15_000 });

test('is let in by what it says, hears, asks and is answered', async () => {
  server.on('connection', (socket) => {
    socket.emit('view', socket.handshake.auth);
    socket.on('double', (n: number, answer: (twice: number) => void) => answer(n * 2));
  });
  const opened = open();
  await expect(opened.ask('double', [1], 1_000)).rejects.toThrow('not connected');
  await hears('view {"reviewId":"one"}');
  expect(opened.joined).toBe(true);
  await expect(opened.ask('double', [21], 1_000)).resolves.toBe(42);
  await expect(opened.ask('nobody listens', [], 50)).rejects.toThrow('timed out');
});

test('is told why it is not let in, and tries no more by itself', async () => {
  let tries = 0;
  server.use((_, next) => {
    tries += 1;
    next(new Error('HEARTH_NOT_FOUND'));
  });
  open();
  await hears('refused HEARTH_NOT_FOUND');
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect([tries, told]).toEqual([1, ['refused HEARTH_NOT_FOUND']]);
});

test('comes back when the server ends the connection', async () => {
  server.on('connection', (socket) => {
    if (!told.includes('lost')) socket.disconnect();
  });
  open();
  await vi.waitFor(() => expect(told.filter((one) => one === 'joined')).toHaveLength(2), { timeout: 15_000 });
  expect(told).toEqual(['joined', 'lost', 'joined']);
});

test('what can’t be fetched is tried again, and not for who has left', async () => {
  let tries = 0;
  const opened = open(() => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error('offline')) : Promise.resolve({ io });
  });
  await hears('unreachable');
  await hears('joined');
  opened.disconnect();
  const left = openRoomSocket({ path: '/f', auth: {}, events, load: () => Promise.resolve({ io }) });
  told.length = 0;
  left.connect();
  left.disconnect();
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(told).toEqual([]);
});
