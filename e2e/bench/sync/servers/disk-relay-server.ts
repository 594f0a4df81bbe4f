// The limit of any server that commits before it tells: the relay, which writes what has come together to a file and waits
// for the disk before it passes it on. One write at a time. Usage: disk-relay-server.ts <port> <data folder>
import { fdatasync, openSync, writev } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { WebSocketServer, type WebSocket } from 'ws';

interface Passing {
  room: ReadonlySet<WebSocket>;
  from: WebSocket;
  data: Buffer;
  isBinary: boolean;
}

const [port, dataFolder = '.'] = process.argv.slice(2);
const file = openSync(path.join(dataFolder, 'frames'), 'a');
const write = promisify(writev);
const sync = promisify(fdatasync);
const rooms = new Map<string, Set<WebSocket>>();
let waiting: Passing[] = [];
let isWriting = false;

const pass = async (): Promise<void> => {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    const content = batch.map(({ data }) => data);
    await write(file, content);
    await sync(file);
    for (const { room, from, data, isBinary } of batch)
      for (const other of room) if (other !== from) other.send(data, { binary: isBinary });
  }
  isWriting = false;
};

const server = new WebSocketServer({ port: Number(port), host: '127.0.0.1', perMessageDeflate: false });
server.on('connection', (socket, request) => {
  request.socket.setNoDelay(true);
  const name = request.url ?? '';
  const room = rooms.get(name) ?? new Set();
  rooms.set(name, room);
  room.add(socket);
  socket.on('message', (data: Buffer, isBinary) => {
    waiting.push({ room, from: socket, data, isBinary });
    if (!isWriting) setImmediate(() => isWriting || void pass());
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    room.delete(socket);
    if (room.size === 0) rooms.delete(name);
  });
});
