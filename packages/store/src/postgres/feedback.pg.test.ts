// What PostgreSQL tells beside its rows: which transaction wrote each, and where it lies.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answersInOrder, giveAll, peopleInOrder } from '../test/give-feedback.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { openPostgresStore } from './open.ts';

const missing = missingPostgres();
if (missing !== null) process.stderr.write(`THE TESTS OF POSTGRESQL ARE SKIPPED: ${missing}.\n`);

describe.skipIf(missing !== null)('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off', full_page_writes: 'off' } });
  }, 60_000);
  afterAll(() => server.stop());

  test('[V5] one transaction wrote all rows, and they lie by their ids: neither tells who came when', async () => {
    const database = await server.createDatabase();
    const store = await openPostgresStore({ url: server.url(database) });
    await giveAll(store);
    const answers = await server.query(
      'select id, xmin::text as written from "feedbackAnswer" order by ctid',
      database,
    );
    const givers = await server.query(
      'select "participantId" as id, xmin::text as written from "feedbackGiver" order by ctid',
      database,
    );
    expect(answers.map(({ id }) => id)).toEqual(answersInOrder.toSorted());
    expect(givers.map(({ id }) => id)).toEqual(peopleInOrder.toSorted());
    expect(new Set([...answers, ...givers].map(({ written }) => written)).size).toBe(1);
    await store.close();
    await server.dropDatabase(database);
  });
});
