// yjs-server with the storage that its README shows, onto files: loads at opening, stores when the last client leaves.
import { readFile, writeFile } from 'node:fs/promises';
import { WebSocketServer } from 'ws';
import { createYjsServer } from 'yjs-server';
import * as Y from 'yjs';

const [port, dataFolder] = process.argv.slice(2);
const fileOf = (name) => `${dataFolder}/${encodeURIComponent(name).slice(0, 200)}.yjs`;
const logger = {
  info: () => undefined,
  warn: () => undefined,
  error: (context, message) => console.error(message, String(context?.err ?? '')),
};

const server = createYjsServer({
  createDoc: () => new Y.Doc(),
  logger,
  docStorage: {
    loadDoc: async (name, doc) => {
      const bytes = await readFile(fileOf(name)).catch(() => null);
      if (bytes) Y.applyUpdate(doc, bytes);
    },
    storeDoc: async (name, doc) => {
      await writeFile(fileOf(name), Y.encodeStateAsUpdate(doc));
    },
  },
});
const sockets = new WebSocketServer({ port: Number(port), host: '127.0.0.1' });
sockets.on('connection', (socket, request) => server.handleConnection(socket, request));
