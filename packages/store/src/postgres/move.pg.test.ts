// Stores before and after: a backup under writers, and reviews that move from one engine to the other. Rules: SPEC B1, B7, B8.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { noonMs, sampleReview } from '../contract/samples.ts';
import type { Store } from '../ports/store.ts';
import { sqliteBackup } from '../sqlite/backup.ts';
import { openSqliteStore } from '../sqlite/open.ts';
import { missingPostgres, PostgresServer } from '../test/postgres-server.ts';
import { postgresBackup } from './backup.ts';
import { openPostgresStore } from './open.ts';

const options = { replace: false, nowMs: noonMs };
const documents = ['board/0', 'board/1', 'board/2'];

describe.skipIf(missingPostgres() !== null)('moving between the engines', () => {
  let server: PostgresServer;
  let url: string;
  let folder: string;
  let path: string;
  let file: string;
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off' } });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hearth-move-'));
    path = join(folder, 'hearth.sqlite');
    file = join(folder, 'backup');
    url = server.url(await server.createDatabase());
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  /** Writes to three documents until told to end. @returns what was acknowledged so far, and the end. */
  const writeOnto = (store: Store) => {
    const acknowledged: string[] = [];
    const running = { going: true };
    const write = async (writer: number): Promise<void> => {
      for (let count = 0; running.going; count += 1) {
        const document = documents[(writer + count) % documents.length] ?? '';
        const update = new TextEncoder().encode(`${writer}:${count}`);
        const [seq] = await store.updateLog.append([{ document, update, atMs: noonMs, writers: [] }]);
        acknowledged.push(`${document} ${seq} ${writer}:${count}`);
      }
    };
    const all = Promise.all([0, 1, 2, 3].map(write));
    const end = async (): Promise<void> => {
      running.going = false;
      await all;
    };
    return { acknowledged, end };
  };
  const stored = async (store: Store): Promise<Set<string>> => {
    const found = new Set<string>();
    for (const document of documents) {
      const { updates } = await store.updateLog.load(document);
      expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => index + 1));
      for (const { seq, update } of updates) found.add(`${document} ${seq} ${new TextDecoder().decode(update)}`);
    }
    return found;
  };

  test('[B1] while nodes write, everything acknowledged before the backup is in it, without gaps', async () => {
    const store = await openPostgresStore({ url });
    const { acknowledged, end } = writeOnto(store);
    await expect.poll(() => acknowledged.length, { timeout: 15_000 }).toBeGreaterThan(500);
    const before = [...acknowledged];
    await postgresBackup(url).backup(file, { replace: false });
    const during = acknowledged.length;
    await end();
    await store.close();
    expect(during).toBeGreaterThan(before.length);
    await sqliteBackup(path).restore(file, options);
    const moved = await openSqliteStore({ path });
    const found = await stored(moved);
    await moved.close();
    expect(before.filter((line) => !found.has(line))).toEqual([]);
  });

  test('[B7] a review goes on in PostgreSQL where it stopped in its file, and back', async () => {
    const { id, board } = sampleReview('one');
    const append = async (store: Store, client: number, writer: string) => {
      const entry = {
        document: board.document,
        update: Uint8Array.of(0, 0),
        atMs: noonMs,
        writers: [{ client, writer }],
      };
      return (await store.updateLog.append([entry]))[0];
    };
    let store = await openSqliteStore({ path });
    await store.reviews.create(sampleReview('one'));
    expect(await append(store, 7, 'mine')).toBe(2);
    const state = { state: Uint8Array.of(1, 2), sections: Uint8Array.of(3), seq: 2, atMs: noonMs };
    await store.updateLog.compact(board.document, state);
    expect(await append(store, 8, 'mine')).toBe(3);
    const before = [await store.reviews.find(id), await store.history.replay(board.document)];
    await store.close();
    await sqliteBackup(path).backup(file, { replace: false });
    await postgresBackup(url).restore(file, options);

    store = await openPostgresStore({ url });
    expect([await store.reviews.find(id), await store.history.replay(board.document)]).toEqual(before);
    expect(await append(store, 7, 'theirs')).toBeNull();
    expect(await append(store, 7, 'mine')).toBe(4);
    await store.close();
    await postgresBackup(url).backup(join(folder, 'back'), { replace: false });
    await sqliteBackup(path).restore(join(folder, 'back'), options);

    store = await openSqliteStore({ path });
    expect(await append(store, 7, 'theirs')).toBeNull();
    expect(await append(store, 7, 'mine')).toBe(5);
    expect(await store.updateLog.load(board.document)).toMatchObject({ snapshotSeq: 2, sections: Uint8Array.of(3) });
    await store.close();
  });

  test('[B8] a node keeps its database from being replaced', async () => {
    let store = await openSqliteStore({ path });
    await store.reviews.create(sampleReview('one'));
    await store.close();
    await sqliteBackup(path).backup(file, { replace: false });
    store = await openPostgresStore({ url });
    await store.reviews.list();
    await expect(postgresBackup(url).restore(file, options)).rejects.toMatchObject({ reason: 'in-use' });
    await store.close();
    await expect
      .poll(
        () =>
          postgresBackup(url)
            .restore(file, options)
            .catch((error: unknown) => error),
        { timeout: 15_000 },
      )
      .toBeNull();
  });

  test('[B8] a node that was cut off meanwhile is told, and writes nothing', async () => {
    const store = await openPostgresStore({ url });
    await store.reviews.create(sampleReview('one'));
    await postgresBackup(url).backup(file, { replace: false });
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${new URL(url).pathname.slice(1)}'`;
    const restored = async (): Promise<unknown> => {
      await server.query(cut);
      return postgresBackup(url)
        .restore(file, { ...options, replace: true })
        .catch((error: unknown) => error);
    };
    await expect.poll(restored, { timeout: 15_000 }).toBeNull();
    await delay(50);
    const late = { document: 'board/0', update: Uint8Array.of(0, 0), atMs: noonMs, writers: [] };
    await expect(store.updateLog.append([late])).rejects.toMatchObject({ reason: 'replaced' });
    await expect(store.ready()).rejects.toMatchObject({ reason: 'replaced' });
    await store.close();
    const again = await openPostgresStore({ url });
    expect(await again.updateLog.heads(['board/0'])).toEqual(new Map());
    await again.close();
  });
});
