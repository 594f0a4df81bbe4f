// Backup and restore of the database's file, also while another process writes. Rules: SPEC B1-B4.
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { noonMs, sampleReview } from '../contract/samples.ts';
import { sqliteBackup } from './backup.ts';
import { openSqliteStore } from './open.ts';

let folder: string;
let path: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hearth-backup-'));
  path = join(folder, 'hearth.sqlite');
  file = join(folder, 'copy.backup');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, at = path): Promise<void> => {
  const store = await openSqliteStore({ path: at });
  await store.reviews.create(sampleReview(name));
  await store.close();
};
const titles = async (at: string): Promise<string[]> => {
  const store = await openSqliteStore({ path: at });
  const reviews = await store.reviews.list();
  await store.close();
  return reviews.map(({ incident }) => incident.title);
};

test('[B1] while another process writes, everything acknowledged before the backup is in it', async () => {
  const program = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url));
  const child = spawn(process.execPath, [program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  const ended = new Promise((done) => child.once('close', done));
  try {
    await new Promise<void>((enough, fail) => {
      child.once('error', fail);
      child.stdout.on('data', (chunk: Buffer) => {
        printed += chunk.toString();
        if (printed.split('\n').length > 60) enough();
      });
    });
    const before = printed.split('\n').slice(0, -1);
    await sqliteBackup(path).backup(file, { replace: false });
    const restored = join(folder, 'elsewhere', 'hearth.sqlite');
    await expect(sqliteBackup(restored).restore(file, { replace: false, nowMs: noonMs })).resolves.toBeNull();
    const store = await openSqliteStore({ path: restored });
    const stored = new Set<string>();
    for (const document of ['board/0', 'board/1', 'board/2']) {
      const { updates } = await store.updateLog.load(document);
      expect(updates.map(({ seq }) => seq)).toEqual(updates.map((_, index) => index + 1));
      for (const { seq, update } of updates) stored.add(`${document} ${seq} ${new TextDecoder().decode(update)}`);
    }
    await store.close();
    expect(before.filter((line) => !stored.has(line))).toEqual([]);
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
});

test('[B2] a file that is there is replaced only when told, the database never', async () => {
  await write('one');
  await writeFile(file, 'mine');
  await expect(sqliteBackup(path).backup(file, { replace: false })).rejects.toMatchObject({ reason: 'exists' });
  expect(await readFile(file, 'utf8')).toBe('mine');
  await expect(sqliteBackup(path).backup(path, { replace: true })).rejects.toMatchObject({ reason: 'exists' });
  await sqliteBackup(path).backup(file, { replace: true });
  expect(await titles(file)).toEqual(['one']);
});

test('[B3] a running store is not restored over', async () => {
  const store = await openSqliteStore({ path });
  await sqliteBackup(path).backup(file, { replace: false });
  await expect(sqliteBackup(path).restore(file, { replace: false, nowMs: noonMs })).rejects.toMatchObject({
    reason: 'in-use',
  });
  await store.close();
});

test('[B3] a damaged, foreign, newer or missing file is refused and nothing changes', async () => {
  await write('one');
  await sqliteBackup(path).backup(file, { replace: false });
  const bytes = await readFile(file);
  await writeFile(join(folder, 'cut'), bytes.subarray(0, bytes.length - 8_192));
  await writeFile(join(folder, 'text'), 'This is no database at all. '.repeat(400));
  new Database(join(folder, 'foreign')).exec('create table notes (id integer)').close();
  await writeFile(join(folder, 'newer'), bytes);
  new Database(join(folder, 'newer')).exec("insert into kysely_migration values ('9999-later', '2999')").close();
  const files = (await readdir(folder)).filter((name) => !name.endsWith('.lock'));
  const reasonOf = (name: string) =>
    sqliteBackup(path)
      .restore(join(folder, name), { replace: false, nowMs: noonMs })
      .catch((error: unknown) => error);
  for (const name of ['cut', 'text', 'foreign', 'missing'])
    expect(await reasonOf(name)).toMatchObject({ reason: 'cannot-open' });
  expect(await reasonOf('newer')).toMatchObject({ reason: 'newer-schema' });
  expect((await readdir(folder)).filter((name) => !name.endsWith('.lock'))).toEqual(files);
  expect(await titles(path)).toEqual(['one']);
});

test('[B4] the database that was there is kept beside, also a damaged one', async () => {
  await write('one');
  await sqliteBackup(path).backup(file, { replace: false });
  await write('two');
  const kept = await sqliteBackup(path).restore(file, { replace: false, nowMs: noonMs });
  expect(kept).toBe(`${path}.before-restore-2025-06-02T12-00-00-000Z`);
  expect(await titles(path)).toEqual(['one']);
  expect((await titles(kept ?? '')).toSorted()).toEqual(['one', 'two']);

  await writeFile(path, 'broken');
  await writeFile(`${path}-wal`, 'its journal');
  const broken = await sqliteBackup(path).restore(file, { replace: false, nowMs: noonMs + 1 });
  expect(await readFile(broken ?? '', 'utf8')).toBe('broken');
  expect(await titles(path)).toEqual(['one']);
});
