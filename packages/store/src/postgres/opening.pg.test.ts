// Opening a PostgreSQL: several nodes at once, versions, and what is told when it can't be. Rules: SPEC S3, G1, G3, G6.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleEntry, sampleReview } from '../contract/samples.ts';
import type { Store } from '../ports/store.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { freePort } from '../test/tied-process.ts';
import { openPostgresStore } from './open.ts';

describe.skipIf(missingPostgres() !== null)('opening a PostgreSQL', () => {
  let server: PostgresServer;
  const opened: Store[] = [];
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off', full_page_writes: 'off' } });
  }, 60_000);
  afterAll(() => server.stop());
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  const open = async (database: string): Promise<Store> => {
    const store = await openPostgresStore({ url: server.url(database), poolSize: 2 });
    opened.push(store);
    return store;
  };
  const failureOf = async (url: string): Promise<{ reason: string; message: string }> =>
    openPostgresStore({ url, answerWithinMs: 3_000 }).then(
      async (store) => {
        await store.close();
        return { reason: 'opened', message: '' };
      },
      (error: unknown) => error as { reason: string; message: string },
    );

  test('[G3] of three nodes that start at once on an empty database, one migrates, and all work', async () => {
    const database = await server.createDatabase();
    const stores = await Promise.all([open(database), open(database), open(database)]);
    await stores[0].reviews.create(sampleReview('one'));
    for (const store of stores) await expect(store.reviews.list()).resolves.toHaveLength(1);
    const seqs = await Promise.all(stores.map((store) => store.updateLog.append([sampleEntry('a', Uint8Array.of(1))])));
    expect(new Set(seqs.flat())).toEqual(new Set([1, 2, 3]));
    const applied = await server.query('select name from kysely_migration order by name', database);
    expect(applied).toHaveLength(new Set(applied.map(({ name }) => name)).size);
  });

  test('[S3] a database of a newer version is refused and left as it is', async () => {
    const database = await server.createDatabase();
    await open(database);
    await server.query("insert into kysely_migration (name, timestamp) values ('9999-later', '2999')", database);
    await expect(failureOf(server.url(database))).resolves.toMatchObject({
      reason: 'newer-schema',
      message: expect.stringContaining('9999-later'),
    });
  });

  test('[S3] a migration that fails leaves nothing behind', async () => {
    const database = await server.createDatabase();
    await server.query('create table "documentState" (id integer)', database);
    await expect(failureOf(server.url(database))).resolves.toMatchObject({ reason: 'failed' });
    await expect(
      server.query("select tablename from pg_tables where schemaname = 'public'", database),
    ).resolves.toEqual([{ tablename: 'documentState' }]);
    await server.query('drop table "documentState"', database);
    await expect((await open(database)).ready()).resolves.toBeUndefined();
  });

  test('[G1] commits are synchronous, also where the server is set otherwise', async () => {
    const database = await server.createDatabase();
    await server.query(`alter database ${database} set synchronous_commit = off`);
    const store = await open(database);
    // A trigger tells what holds inside the store's own connection.
    await server.query(
      `create table seen (setting text);
       create function note() returns trigger language plpgsql as $$
         begin insert into seen select current_setting('synchronous_commit'); return new; end $$;
       create trigger note after insert on "documentUpdate" for each row execute function note()`,
      database,
    );
    await store.updateLog.append([sampleEntry('a', Uint8Array.of(1))]);
    await expect(server.query('select setting from seen', database)).resolves.toEqual([{ setting: 'on' }]);
  });

  test('[G6] what is wrong is told with advice, and never with the password', async () => {
    const secret = 'hunter2-secret';
    const at = `127.0.0.1:${server.port}`;
    await server.query(`create role outsider login password '${secret}'`);
    const cases = [
      { url: `postgres://postgres:${secret}@${at}/postgres`, tells: 'user and password' },
      { url: `postgres://nobody:${secret}@${at}/postgres`, tells: 'nobody' },
      { url: server.url('nowhere'), tells: 'createdb nowhere' },
      { url: `postgres://outsider:${secret}@${at}/postgres`, tells: 'owner to outsider' },
      { url: `postgres://postgres:${secret}@127.0.0.1:${await freePort()}/x`, tells: 'ECONNREFUSED' },
      { url: `postgres://postgres:${secret}@no-such-host.invalid/x`, tells: 'no-such-host.invalid' },
      { url: `mysql://root:${secret}@${at}/x`, tells: 'postgres://user:password@' },
      { url: `postgres//${secret}`, tells: 'DATABASE_URL' },
      { url: `postgres://postgres:%E0%A4%A:${secret}@[::/x`, tells: 'DATABASE_URL' },
    ];
    for (const { url, tells } of cases) {
      const failure = await failureOf(url);
      expect(failure).toMatchObject({ reason: 'cannot-open', message: expect.stringContaining(tells) });
      const { cause } = failure as { cause?: unknown };
      expect(`${failure.message} ${JSON.stringify(failure)} ${String(cause)}`).not.toContain(secret);
    }
  });
});
