// The store's end of the worker thread: requests out, replies in, nothing left hanging. Rules: SPEC S5, S6.
import { Worker } from 'node:worker_threads';
import type { AppendEntry } from '@hearth/sync/update-log';
import { packEntries } from '../packed-entries.ts';
import { StoreError } from '../store-error.ts';
import type { LookUp } from '../prepared.ts';
import { openingFailure, requestFailure } from './failures.ts';
import { Lane } from './lane.ts';
import { SqliteReader } from './look-up.ts';
import { Mailbox } from './mailbox.ts';
import {
  openingId,
  type AppendRequest,
  type Outcome,
  type QueryReply,
  type WorkerData,
  type WorkerOptions,
  type WorkerReply,
  type WorkerRequest,
} from './messages.ts';

interface Pending {
  resolve: (result: unknown) => void;
  reject: (error: StoreError) => void;
  failure: (code: string, message: string) => StoreError;
  /** Called before it is settled. */
  done: () => void;
}

export class SqliteConnection {
  readonly #worker: Worker;
  readonly #mailbox = new Mailbox();
  readonly #lane = new Lane();
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  #lastId = openingId;
  /** Why no request can be sent any more. */
  #ended: StoreError | null = null;
  #closing: Promise<void> | null = null;
  readonly #reader: SqliteReader;

  private constructor(options: WorkerOptions) {
    this.#reader = new SqliteReader(options.path);
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { ...options, mailbox: this.#mailbox.memory } satisfies WorkerData,
    });
    this.#worker.on('message', ({ id, ...outcome }: WorkerReply) => this.#settle(id, outcome));
    this.#worker.on('messageerror', (error) => this.#end(crashed(error)));
    this.#worker.on('error', (error) => this.#end(crashed(error)));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', (code) => {
        this.#end(crashed(new Error(`exit code ${code}`)));
        resolve();
      });
    });
  }

  /** @throws StoreError  `cannot-open`, `in-use` or `full`. */
  static async open(options: WorkerOptions): Promise<SqliteConnection> {
    const connection = new SqliteConnection(options);
    try {
      await connection.#wait(openingId, (code, message) => openingFailure(options.path, code, message));
    } catch (error) {
      await connection.terminate();
      throw error;
    }
    return connection;
  }

  /** Waits for the turn of this caller: until `release`, the connection is its own. */
  async acquire(): Promise<void> {
    if (this.#closing) throw closed();
    await this.#lane.acquire();
  }

  release(): void {
    this.#lane.release();
  }

  /** Runs a statement. The caller holds the connection. */
  query(sql: string, parameters: readonly unknown[]): Promise<QueryReply> {
    // A view into a larger buffer would be sent with all of it: send a copy of just the bytes, and move that.
    const moved: ArrayBuffer[] = [];
    const sent = parameters.map((parameter) => {
      if (!(parameter instanceof Uint8Array)) return parameter;
      const copy = Uint8Array.from(parameter);
      moved.push(copy.buffer);
      return copy;
    });
    return this.#send({ kind: 'query', sql, parameters: sent }, moved) as Promise<QueryReply>;
  }

  /** What is committed, at once and on this thread. */
  lookUp: LookUp = (sql, parameters) => {
    if (this.#closing) throw closed();
    if (this.#ended) throw this.#ended;
    return this.#reader.lookUp(sql, parameters);
  };

  /** Begins, commits or rolls back. The caller holds the connection. */
  async transact(kind: 'begin' | 'commit' | 'rollback'): Promise<void> {
    await this.#send({ kind }, []);
  }

  /** Appends to the update log: one transaction, once there and back. Every turn of promises on this way is felt. */
  append(entries: readonly AppendEntry[]): Promise<(number | null)[]> {
    if (entries.length === 0) return Promise.resolve([]);
    if (this.#closing) return Promise.reject(closed());
    // Before waiting: the caller may reuse its buffers afterwards.
    const request = { kind: 'append' as const, ...packEntries(entries) };
    const appended = this.#lane.tryAcquire()
      ? this.#appendHeld(request)
      : this.#lane.acquire().then(() => this.#appendHeld(request));
    return appended as Promise<(number | null)[]>;
  }

  /** Holds the connection, and gives it back. */
  #appendHeld(request: AppendRequest & { bytes: Uint8Array<ArrayBuffer> }): Promise<unknown> {
    const release = (): void => this.release();
    if (this.#ended) {
      release();
      return Promise.reject(this.#ended);
    }
    const posted = this.#mailbox.append(request);
    if (posted === null) return this.#send(request, [request.bytes.buffer], release);
    this.#lastId += 1;
    const id = this.#lastId;
    void posted.then((outcome) => this.#settle(id, outcome));
    return this.#wait(id, requestFailure, release);
  }

  /** Lets everything that was asked for finish, then closes the database and ends the worker. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    await this.#lane.acquire();
    try {
      // Only who writes can put the journal away, and only as the last one.
      this.#reader.close();
      // After a crash there is nothing left to flush.
      if (this.#ended === null) await this.#send({ kind: 'close' }, []);
    } finally {
      this.#ended ??= closed();
      this.#lane.release();
      await this.terminate();
    }
  }

  /** Ends the worker at once, as a crash would. */
  async terminate(): Promise<void> {
    this.#reader.close();
    await this.#worker.terminate();
    await this.#exited;
  }

  #send(request: WorkerRequest, moved: ArrayBuffer[], done?: () => void): Promise<unknown> {
    if (this.#ended) return Promise.reject(this.#ended);
    this.#lastId += 1;
    const id = this.#lastId;
    const result = this.#wait(id, requestFailure, done);
    this.#worker.postMessage({ id, request }, moved);
    this.#mailbox.wake();
    return result;
  }

  #wait(id: number, failure: Pending['failure'], done: () => void = () => undefined): Promise<unknown> {
    return new Promise((resolve, reject) => this.#pending.set(id, { resolve, reject, failure, done }));
  }

  #settle(id: number, outcome: Outcome): void {
    const pending = this.#pending.get(id);
    if (!pending) return;
    this.#pending.delete(id);
    pending.done();
    if (outcome.ok) pending.resolve(outcome.result);
    else pending.reject(pending.failure(outcome.code, outcome.message));
  }

  #end(error: StoreError): void {
    this.#ended ??= error;
    const pending = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject, done } of pending) {
      done();
      reject(this.#ended);
    }
  }
}

const crashed = (cause: unknown): StoreError =>
  new StoreError('failed', "The database's worker has stopped. Restart Hearth; everything acknowledged is saved.", {
    cause,
  });

const closed = (): StoreError => new StoreError('closed', 'The database is closed.');
