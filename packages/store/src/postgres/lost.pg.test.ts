// PostgreSQL that dies, falls silent or is full while a store is open. Rules: SPEC G1, G4, G5, G7.
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleEntry, sampleReview } from '../contract/samples.ts';
import type { Store } from '../ports/store.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { openPostgresStore } from './open.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

describe.skipIf(missingPostgres() !== null)('a PostgreSQL that is lost', () => {
  let server: PostgresServer;
  const opened: Store[] = [];
  beforeAll(async () => {
    server = await PostgresServer.create();
  }, 60_000);
  afterAll(() => server.stop());
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const open = async (url: string, answerWithinMs = 10_000): Promise<Store> => {
    const store = await openPostgresStore({ url, poolSize: 4, answerWithinMs });
    opened.push(store);
    return store;
  };

  test('[G1] [G4] killed while eight append: what was acknowledged is there, and the same store goes on', async () => {
    const store = await open(server.url(await server.createDatabase()));
    const acknowledged: string[] = [];
    const failures: unknown[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const before = acknowledged.length;
      const write = async (writer: number): Promise<void> => {
        for (let count = 0; ; count += 1) {
          const text = `${round}.${writer}.${count}`;
          try {
            const [seq] = await store.updateLog.append([sampleEntry('board/a', bytesOf(text))]);
            acknowledged.push(`${seq} ${text}`);
          } catch (error) {
            failures.push(error);
            return;
          }
          // In the midst of the others' appends, at a moment that no clock decides.
          if (acknowledged.length === before + 50 * round) void server.kill();
        }
      };
      await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(write));
      await expect(store.ready()).rejects.toMatchObject({ reason: 'failed' });
      await server.start();
      await expect(store.ready()).resolves.toBeUndefined();
      const { updates } = await store.updateLog.load('board/a');
      expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => index + 1));
      const stored = new Set(updates.map(({ seq, update }) => `${seq} ${textOf(update)}`));
      expect(acknowledged.filter((one) => !stored.has(one))).toEqual([]);
    }
    expect(failures).toHaveLength(24);
    for (const failure of failures) expect(failure).toMatchObject({ name: 'StoreError', reason: 'failed' });
  }, 60_000);

  test('[G4] cut off in the middle of a transaction, the store goes on and nothing of it stays', async () => {
    const database = await server.createDatabase();
    const store = await open(server.url(database));
    // Every commit of a new review comes to its end only after the connection was cut.
    await server.query(
      `create function cut() returns trigger language plpgsql as $$
         begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
       create trigger cut before insert on "liveDocument" for each row execute function cut()`,
      database,
    );
    await expect(store.reviews.create(sampleReview('one'))).rejects.toMatchObject({ reason: 'failed' });
    await server.query('drop trigger cut on "liveDocument"', database);
    await expect(store.reviews.list()).resolves.toEqual([]);
    await store.reviews.create(sampleReview('one'));
    await expect(store.reviews.list()).resolves.toHaveLength(1);
  });

  test('[G5] a full disk rejects the write with `full`, and later writes succeed', async () => {
    const database = await server.createDatabase();
    const store = await open(server.url(database));
    await server.query(
      `create function full_disk() returns trigger language plpgsql as $$
         begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$;
       create trigger full_disk before insert on "documentUpdate" for each row execute function full_disk()`,
      database,
    );
    const entry = sampleEntry('a', bytesOf('x'), { writers: [{ client: 1, writer: 'ada' }] });
    await expect(store.updateLog.append([entry])).rejects.toMatchObject({ reason: 'full' });
    await expect(store.reviews.create(sampleReview('one'))).rejects.toMatchObject({ reason: 'full' });
    await server.query('drop trigger full_disk on "documentUpdate"', database);
    await expect(store.updateLog.append([entry])).resolves.toEqual([1]);
  });

  test('[G7] a server that falls silent is given up in time, and asked again over a new connection', async () => {
    const url = new URL(server.url(await server.createDatabase()));
    const between = await Between.listen(Number(url.port));
    url.port = String(between.port);
    try {
      const store = await open(url.href, 400);
      await store.updateLog.append([sampleEntry('a', bytesOf('1'))]);
      between.silent = true;
      const asked = [
        store.updateLog.append([sampleEntry('a', bytesOf('2'))]),
        store.reviews.create(sampleReview('one')),
        store.ready(),
        ...[1, 2, 3, 4, 5].map(() => store.updateLog.load('a')),
      ];
      for (const result of await Promise.allSettled(asked))
        expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'failed' } });
      between.silent = false;
      await expect(store.updateLog.append([sampleEntry('a', bytesOf('3'))])).resolves.toEqual([2]);
      await store.close();
    } finally {
      await between.close();
    }
  });

  test('[G7] a lock that somebody else holds keeps nobody waiting for ever', async () => {
    const database = await server.createDatabase();
    const store = await open(server.url(database), 300);
    await store.updateLog.append([sampleEntry('a', bytesOf('1'))]);
    const held = server.query(`begin; select * from "liveDocument" for update; select pg_sleep(1); rollback`, database);
    await expect
      .poll(() => server.query("select from pg_stat_activity where query like '%pg_sleep%' and wait_event = 'PgSleep'"))
      .toHaveLength(1);
    await expect(store.updateLog.append([sampleEntry('a', bytesOf('2'))])).rejects.toMatchObject({ reason: 'failed' });
    await held;
    await expect(store.updateLog.append([sampleEntry('a', bytesOf('3'))])).resolves.toEqual([2]);
  });
});

/** A wire between a store and its PostgreSQL that can go dead without being cut. */
class Between {
  /** Nothing passes on the connections that are there or come: as if somebody had pulled the cable. */
  silent = false;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
  }

  static listen(target: number): Promise<Between> {
    const server = createServer();
    const between = new Between(server);
    server.on('connection', (near) => {
      const far = connect(target, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        between.#sockets.add(from);
        from.on('data', (bytes) => {
          if (!between.silent) to.write(bytes);
        });
        from.on('error', () => undefined);
        from.on('close', () => to.destroy());
      }
    });
    return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(between)));
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Error('not listening');
    return address.port;
  }

  close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}
