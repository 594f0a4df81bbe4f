// The worker thread: opens the database, answers one request after the other. It sleeps in its mailbox, not in the event
// loop: waking up that way costs a fraction.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { SqliteDatabase } from './database.ts';
import { Mailbox } from './mailbox.ts';
import { openingId, type Outcome, type WorkerData, type WorkerReply, type WorkerRequest } from './messages.ts';

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread of the store.');
const options = workerData as WorkerData;

const reply = (message: WorkerReply): void => port.postMessage(message);

const outcomeOf = (work: () => unknown): Outcome => {
  try {
    return { ok: true, result: work() };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { ok: false, code, message: error instanceof Error ? error.message : String(error) };
  }
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

/** @returns whether the database was closed. */
const answerMessages = (database: SqliteDatabase): boolean => {
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
    const { id, request } = next.message as { id: number; request: WorkerRequest };
    reply({ id, ...outcomeOf(() => answer(database, request)) });
    if (request.kind === 'close') return true;
  }
  return false;
};

const serve = (database: SqliteDatabase, mailbox: Mailbox): void => {
  do {
    mailbox.sleep();
    const append = mailbox.take();
    if (append) mailbox.answer(outcomeOf(() => database.append(append)));
  } while (!answerMessages(database));
  port.close();
};

let database: SqliteDatabase | null = null;
const opened = outcomeOf(() => {
  database = new SqliteDatabase(options);
  return null;
});
reply({ id: openingId, ...opened });
if (database) serve(database, new Mailbox(options.mailbox));
