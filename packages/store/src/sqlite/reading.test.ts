// Reading the database's file while a store has it open. Rules: SPEC B5.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sampleReview } from '../contract/samples.ts';
import { openSqliteStore } from './open.ts';
import { sqliteReading } from './reading.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-reading-'));
  path = join(folder, 'hearth.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('[B5] a reading sees one state, whatever the server writes meanwhile', async () => {
  const store = await openSqliteStore({ path });
  const { id, board } = sampleReview('one');
  await store.reviews.create(sampleReview('one'));
  const seen = await sqliteReading(path)(async (reading) => {
    const before = await reading.reviews.list();
    await store.reviews.create(sampleReview('two'));
    return [before, await reading.reviews.list()].map((reviews) => reviews.map((review) => review.id));
  });
  expect(seen).toEqual([[id], [id]]);
  const { updates } = await sqliteReading(path)((reading) => reading.updateLog.load(board.document));
  expect(updates.map(({ seq }) => seq)).toEqual([1]);
  await store.close();
});

test('[B5] what is no database, or of another version, is refused and left alone', async () => {
  const reasonOf = () =>
    sqliteReading(path)(() => Promise.resolve(null)).then(
      () => 'read',
      (error: unknown) => error,
    );
  expect(await reasonOf()).toMatchObject({ reason: 'cannot-open' });
  await writeFile(path, 'This is no database at all. '.repeat(400));
  expect(await reasonOf()).toMatchObject({ reason: 'cannot-open' });
  await rm(path);
  await (await openSqliteStore({ path })).close();
  expect(await reasonOf()).toBe('read');
  const change = (sql: string) => new Database(path).exec(sql).close();
  change("insert into kysely_migration values ('9999-later', '2999')");
  expect(await reasonOf()).toMatchObject({ reason: 'newer-schema' });
  change("delete from kysely_migration where name > '0001-first'");
  expect(await reasonOf()).toMatchObject({ reason: 'older-schema' });
  change('delete from kysely_migration');
  expect(await reasonOf()).toMatchObject({ reason: 'cannot-open' });
});

test('[B5] a reading that fails leaves nothing open', async () => {
  await (await openSqliteStore({ path })).close();
  const failed = sqliteReading(path)(() => Promise.reject(new Error('mine')));
  await expect(failed).rejects.toThrow('mine');
  const store = await openSqliteStore({ path });
  await store.reviews.create(sampleReview('one'));
  await store.close();
});
