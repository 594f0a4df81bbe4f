// SQLite keeps what was deleted in its files until the room is used again. What is forgotten must not be found there.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noonMs, sampleEntry } from '../contract/samples.ts';
import { openSqliteStore } from './open.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const filesHold = async (words: string): Promise<boolean> => {
  const names = await readdir(folder);
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name))));
  return contents.some((content) => content.includes(words));
};

test('[H3] no file of the database holds a word of it, nor its name', async () => {
  const store = await openSqliteStore({ path: join(folder, 'hearth.db') });
  const document = 'draft/review-1/somebody-in-it/1';
  const secret = 'what nobody is to know of me';
  const update = Buffer.from(secret.repeat(50));
  for (let part = 0; part < 40; part += 1) await store.updateLog.append([sampleEntry(document, update)]);
  await store.updateLog.compact(document, { state: update, sections: null, seq: 40, atMs: noonMs });
  await expect(filesHold(secret)).resolves.toBe(true);
  await expect(filesHold('somebody-in-it')).resolves.toBe(true);
  await expect(store.history.forget(document, 40)).resolves.toBe(true);
  await expect(filesHold(secret)).resolves.toBe(false);
  await expect(filesHold('somebody-in-it')).resolves.toBe(false);
  await store.close();
});
