// The worker thread: opens the database, answers one request after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { SqliteDatabase } from './database.ts';
import { openingId, type WorkerOptions, type WorkerReply, type WorkerRequest } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the store.');

const reply = (message: WorkerReply): void => port.postMessage(message);

const failure = (id: number, error: unknown): WorkerReply => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return { id, ok: false, code, message: error instanceof Error ? error.message : String(error) };
};

const answer = (database: SqliteDatabase, request: WorkerRequest): unknown => {
  switch (request.kind) {
    case 'query':
      return database.query(request.sql, request.parameters);
    case 'begin':
      return database.begin();
    case 'commit':
      return database.commit();
    case 'rollback':
      return database.rollback();
    case 'append':
      return database.append(request);
    case 'close':
      return database.close();
  }
};

const serve = (database: SqliteDatabase): void => {
  port.on('message', ({ id, request }: { id: number; request: WorkerRequest }) => {
    try {
      reply({ id, ok: true, result: answer(database, request) });
    } catch (error) {
      reply(failure(id, error));
    }
    if (request.kind === 'close') port.close();
  });
};

try {
  serve(new SqliteDatabase(workerData as WorkerOptions));
  reply({ id: openingId, ok: true, result: null });
} catch (error) {
  reply(failure(openingId, error));
}
