// PostgreSQL: the contract of every engine, and the rules of its own.
import { afterAll, beforeAll, describe } from 'vitest';
import { storeContract } from '../contract/store-contract.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { openPostgresStore } from './open.ts';

const missing = missingPostgres();
if (missing !== null) process.stderr.write(`THE TESTS OF POSTGRESQL ARE SKIPPED: ${missing}.\n`);

describe.skipIf(missing !== null)('PostgreSQL', () => {
  let server: PostgresServer;
  let template: string;
  beforeAll(async () => {
    // A crash of the machine is not what this suite is about.
    server = await PostgresServer.create({ settings: { fsync: 'off', full_page_writes: 'off' } });
    template = await server.createDatabase();
    await (await openPostgresStore({ url: server.url(template) })).close();
  }, 60_000);
  afterAll(() => server.stop());

  storeContract('PostgreSQL', async () => {
    const database = await server.createDatabase(template);
    const options = { url: server.url(database), poolSize: 5 };
    let store = await openPostgresStore(options);
    return {
      store,
      reopen: async () => {
        await store.close();
        store = await openPostgresStore(options);
        return store;
      },
      pass: async (ms) => {
        await server.query(`update lease set "untilMs" = "untilMs" - ${ms}`, database);
      },
      destroy: async () => {
        await store.close();
        await server.dropDatabase(database);
      },
    };
  });
});
