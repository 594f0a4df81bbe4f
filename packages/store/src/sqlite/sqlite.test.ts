// SQLite: the contract of every engine, and the rules of its own.
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteDialect } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addSession, hash, noonMs, sampleEntry, sampleReview } from '../contract/samples.ts';
import { storeContract } from '../contract/store-contract.ts';
import { sqliteTypes } from '../column-types.ts';
import { migrate } from '../migrate.ts';
import { inOneTransaction } from '../one-transaction.ts';
import type { Store } from '../ports/store.ts';
import { SqliteConnection } from './connection.ts';
import { openSqliteStore, storeOn, type SqliteOptions } from './open.ts';

let folder: string;
let path: string;
const opened: Store[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-store-'));
  path = join(folder, 'hearth.db');
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await rm(folder, { recursive: true, force: true });
});

const open = async (options: Partial<SqliteOptions> = {}): Promise<Store> => {
  const store = await openSqliteStore({ path, ...options });
  opened.push(store);
  return store;
};

storeContract('SQLite', async () => {
  const ownFolder = await mkdtemp(join(tmpdir(), 'hearth-store-'));
  let nowMs = noonMs;
  const options = { path: join(ownFolder, 'hearth.db'), nowMs: () => nowMs };
  let store = await openSqliteStore(options);
  return {
    store,
    reopen: async () => {
      await store.close();
      store = await openSqliteStore(options);
      return store;
    },
    pass: async (ms) => {
      nowMs += ms;
      return Promise.resolve();
    },
    destroy: async () => {
      await store.close();
      await rm(ownFolder, { recursive: true, force: true });
    },
  };
});

describe('opening', () => {
  test('[S1] commits are synchronous and foreign keys hold', async () => {
    const connection = await SqliteConnection.open({ path, maxBytes: null });
    try {
      const pragma = async (name: string) => Object.values((await connection.query(`pragma ${name}`, [])).rows[0]!)[0];
      await expect(pragma('synchronous')).resolves.toBe(2);
      await expect(pragma('journal_mode')).resolves.toBe('wal');
      await expect(pragma('foreign_keys')).resolves.toBe(1);
      await expect(pragma('busy_timeout')).resolves.toBe(5_000);
    } finally {
      await connection.close();
    }
  });

  test('[S2] a database that is open is refused, and free again after closing', async () => {
    const store = await open();
    await expect(openSqliteStore({ path })).rejects.toMatchObject({ reason: 'in-use' });
    await expect(store.ready()).resolves.toBeUndefined();
    await store.close();
    const second = await open();
    await expect(second.ready()).resolves.toBeUndefined();
  });

  test('[S2] other tools may read while it runs', async () => {
    const store = await open();
    await store.reviews.create(sampleReview('one'));
    const reader = new Database(path, { readonly: true });
    try {
      expect(reader.prepare('select count(*) from review').pluck().get()).toBe(1);
    } finally {
      reader.close();
    }
  });

  test('[S3] a database of a newer version is refused and left as it is', async () => {
    await (await open()).close();
    const newer = new Database(path);
    newer.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-later', '2999-01-01');
    newer.exec('create table later (id integer)');
    newer.close();
    await expect(openSqliteStore({ path })).rejects.toMatchObject({
      reason: 'newer-schema',
      message: expect.stringContaining('9999-later'),
    });
    // Twice: the refusal has let go of the lock.
    await expect(openSqliteStore({ path })).rejects.toMatchObject({ reason: 'newer-schema' });
  });

  test('[S3] a migration that fails leaves nothing behind', async () => {
    const conflicting = new Database(path);
    // The last table of the first migration is there already.
    conflicting.exec('create table "documentState" (id integer)');
    conflicting.close();
    await expect(openSqliteStore({ path })).rejects.toMatchObject({ reason: 'failed' });
    const after = new Database(path);
    const tables = after.prepare("select name from sqlite_master where type = 'table'").pluck().all();
    after.exec('drop table "documentState"');
    after.close();
    expect(tables).toContain('documentState');
    expect(tables).not.toContain('review');
    await expect((await open()).ready()).resolves.toBeUndefined();
  });

  test('[S3] a database of the first version is brought up to date with all that it holds', async () => {
    const first = new Database(path);
    await inOneTransaction(new SqliteDialect({ database: first }), {}, (db) => migrate(db, sqliteTypes, '0001-first'));
    const { id, incident, meeting, board } = sampleReview('one');
    const older = new Database(path);
    const insert = (table: string, row: Record<string, unknown>) => {
      const columns = Object.keys(row).map((name) => `"${name}"`);
      older
        .prepare(`insert into "${table}" (${columns.join()}) values (${columns.map(() => '?').join()})`)
        .run(Object.values(row));
    };
    const texts = { incident: JSON.stringify(incident), meeting: JSON.stringify(meeting) };
    insert('review', { id, ...texts, meetingVersion: 0, createdAtMs: noonMs, sortAtMs: noonMs, demo: 0 });
    for (const [name, lastSeq] of Object.entries({ [board.document]: 4, 'draft/x': 1 }))
      insert('liveDocument', { name, lastSeq });
    for (const seq of [3, 4]) insert('documentUpdate', { document: board.document, seq, bytes: Buffer.of(seq) });
    insert('documentUpdate', { document: 'draft/x', seq: 1, bytes: Buffer.of(9) });
    insert('documentState', { document: board.document, seq: 2, bytes: Buffer.of(1, 2) });
    older.close();

    const { updateLog, history } = await open();
    await expect(updateLog.load(board.document)).resolves.toEqual({
      snapshot: Uint8Array.of(1, 2),
      sections: null,
      snapshotSeq: 2,
      updates: [3, 4].map((seq) => ({ seq, atMs: noonMs, update: Uint8Array.of(seq) })),
      writers: [],
    });
    await expect(updateLog.since(board.document, 1)).resolves.toBeNull();
    await expect(history.replay(board.document)).resolves.toMatchObject({ start: { seq: 2, atMs: noonMs } });
    await expect(updateLog.load('draft/x')).resolves.toMatchObject({ updates: [{ seq: 1, atMs: 0 }] });
    await expect(updateLog.append([sampleEntry(board.document, Uint8Array.of(5))])).resolves.toEqual([5]);
  });

  test('[S4] what is no database, or a folder, is told so', async () => {
    await writeFile(path, 'this is a text, not a database, and long enough to be read as a header of one'.repeat(20));
    await expect(openSqliteStore({ path })).rejects.toMatchObject({
      reason: 'cannot-open',
      message: expect.stringContaining(path),
    });
    await expect(openSqliteStore({ path: folder })).rejects.toMatchObject({ reason: 'cannot-open' });
    await expect(openSqliteStore({ path: join(path, 'below-a-file.db') })).rejects.toMatchObject({
      reason: 'cannot-open',
    });
  });

  test('[S4] missing folders are created', async () => {
    const deep = join(folder, 'a', 'b', 'hearth.db');
    await open({ path: deep });
    expect((await stat(deep)).isFile()).toBe(true);
  });
});

describe('a full disk', () => {
  const update = new Uint8Array(100_000);

  test('[S4] [L10] rejects the write, keeps what was saved, and works again when there is room', async () => {
    const store = await open({ maxBytes: 1_500_000 });
    let saved = 0;
    const fill = async () => {
      for (; saved < 100; saved += 1) await store.updateLog.append([sampleEntry('a', update)]);
    };
    await expect(fill()).rejects.toMatchObject({ reason: 'full', name: 'StoreError' });
    expect(saved).toBeGreaterThan(3);
    const entries = [1, 2].map(() => sampleEntry('b', update));
    await expect(store.updateLog.append(entries)).rejects.toMatchObject({ reason: 'full' });
    await expect(store.reviews.create(sampleReview('one', { board: { document: 'c', update } }))).rejects.toMatchObject(
      { reason: 'full' },
    );
    await expect(store.reviews.list()).resolves.toEqual([]);
    expect((await store.updateLog.load('a')).updates).toHaveLength(saved);
    expect((await store.updateLog.load('b')).updates).toEqual([]);

    const compaction = { state: new Uint8Array(10), sections: null, seq: saved, atMs: noonMs };
    await expect(store.updateLog.compact('a', compaction)).resolves.toBe(true);
    await expect(store.updateLog.append([sampleEntry('a', update)])).resolves.toEqual([saved + 1]);
    await expect(store.updateLog.append([sampleEntry('b', update)])).resolves.toEqual([1]);
  });

  test('[L10] a state for which there is no room takes that of the history', async () => {
    const store = await open({ maxBytes: 1_500_000 });
    const state = new Uint8Array(300_000);
    for (const seq of [1, 2, 3, 4, 5, 6]) {
      await store.updateLog.append([sampleEntry('a', Uint8Array.of(seq))]);
      await expect(store.updateLog.compact('a', { state, sections: null, seq, atMs: noonMs })).resolves.toBe(true);
    }
    await expect(store.updateLog.load('a')).resolves.toMatchObject({ snapshotSeq: 6, updates: [] });
    const { start, updates } = await store.history.replay('a');
    expect(start?.seq).toBeGreaterThan(1);
    expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => start!.seq + 1 + index));
  });
});

describe('a crash of the worker', () => {
  test('[S5] rejects everything pending and everything later', async () => {
    const connection = await SqliteConnection.open({ path, maxBytes: null });
    const store = await storeOn(connection);
    await store.updateLog.append([sampleEntry('a', Uint8Array.of(1))]);
    const pending = [
      ...Array.from({ length: 20 }, () => store.updateLog.append([sampleEntry('a', Uint8Array.of(2))])),
      store.reviews.create(sampleReview('one')),
      store.access.putOwnerLink('secret', 'nobody', noonMs),
      store.updateLog.load('a'),
    ];
    const settled = Promise.allSettled(pending);
    await connection.terminate();
    const results = await settled;
    const rejections = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []));
    expect(rejections.length).toBeGreaterThan(0);
    for (const rejection of rejections) expect(rejection).toMatchObject({ reason: 'failed' });
    await expect(store.ready()).rejects.toMatchObject({ reason: 'failed' });
    await expect(store.updateLog.append([sampleEntry('a', Uint8Array.of(3))])).rejects.toMatchObject({
      reason: 'failed',
    });
    await store.close();

    const after = await (await open()).updateLog.load('a');
    const acknowledged = results.slice(0, 20).filter((result) => result.status === 'fulfilled').length;
    expect(after.updates.length).toBeGreaterThanOrEqual(1 + acknowledged);
  });
});

describe('who somebody is', () => {
  test('[S8] is found while the worker does something else, as it was committed last', async () => {
    const connection = await SqliteConnection.open({ path, maxBytes: null });
    const store = await storeOn(connection);
    await addSession(store, 'session-1');
    await connection.acquire();
    await connection.transact('begin');
    await connection.query('delete from "session"', []);
    await expect(store.access.findSession(hash('session-1'), noonMs)).resolves.toMatchObject({ id: 'session-1' });
    await connection.transact('commit');
    await expect(store.access.findSession(hash('session-1'), noonMs)).resolves.toBeNull();
    connection.release();

    await connection.terminate();
    await expect(store.access.findSession(hash('session-1'), noonMs)).rejects.toMatchObject({ reason: 'failed' });
    await store.close();
    await expect(store.access.findSession(hash('session-1'), noonMs)).rejects.toMatchObject({ reason: 'closed' });
  });
});
