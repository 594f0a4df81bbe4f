// What a file tells beside its rows: an SQLite without row numbers, and the places of the rows on their page.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answersInOrder, giveAll } from '../test/give-feedback.ts';
import { openSqliteStore } from './open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('[V5] no row has a number, and where rows lie on the page follows their ids, not who came when', async () => {
  const file = join(folder, 'hearth.db');
  const store = await openSqliteStore({ path: file });
  await giveAll(store);
  await store.close();

  const db = new Database(file, { readonly: true });
  for (const table of ['feedbackAnswer', 'feedbackGiver'])
    expect(() => db.prepare(`select rowid from "${table}"`).all()).toThrow('no such column');
  db.close();
  const bytes = await readFile(file);
  const byPlace = answersInOrder.toSorted((one, other) => bytes.lastIndexOf(one) - bytes.lastIndexOf(other));
  // SQLite fills a page from its end.
  expect(byPlace.toReversed()).toEqual(answersInOrder.toSorted());
});
