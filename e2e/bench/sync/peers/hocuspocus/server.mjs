// @hocuspocus/server with SQLite on disk and its default debounce (2 s, at most 10 s). extension-database over Node's own
// SQLite, with the table of extension-sqlite: that one's better-sqlite3 aborted on Node 24.
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const [port, dataFolder] = process.argv.slice(2);
const db = new DatabaseSync(`${dataFolder}/db.sqlite`);
db.exec('CREATE TABLE IF NOT EXISTS documents (name VARCHAR(255) NOT NULL UNIQUE, data BLOB NOT NULL)');
const read = db.prepare('SELECT data FROM documents WHERE name = ?');
const write = db.prepare(
  'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
);

const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => read.get(documentName)?.data ?? null,
      store: async ({ documentName, state }) => {
        write.run(documentName, state);
      },
    }),
  ],
});
server.listen();
