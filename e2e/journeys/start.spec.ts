// Starting and ending the server itself: one line that says what is wrong, exit 1; a signal leaves nothing behind.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { newReview, signIn } from '../bench/http-session.ts';
import { openLiveClient } from '../bench/live-client.ts';
import { inDatabase } from '../database.ts';
import { freePort, startHearth } from '../hearth-server.ts';

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url));

test.describe.configure({ timeout: 30_000 });

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-start-'));
});
test.afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const started: ChildProcess[] = [];
const run = (settings: Record<string, string>) => {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', HEARTH_DATA: path.join(folder, 'data'), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: whatever it leaves behind can be found by it.
    detached: true,
  });
  started.push(child);
  return child;
};

/** Starts it where it can't, and gives the one line that it says. */
const refusal = async (settings: Record<string, string>): Promise<string> => {
  const child = run(settings);
  let told = '';
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code, told).toBe(1);
  expect(printed).toBe('');
  expect(told.trimEnd().split('\n'), told).toHaveLength(1);
  expect(told).toMatch(/^hearth: /);
  return told;
};

test('a port in use is told in one line', async () => {
  const blocker = createServer().listen(0, '127.0.0.1');
  await once(blocker, 'listening');
  const { port } = blocker.address() as { port: number };
  expect(await refusal({ PORT: String(port) })).toContain(`port ${port} on 127.0.0.1 is in use`);
  blocker.close();
});

test('settings that can’t be understood are told in one line', async () => {
  expect(await refusal({ PORT: 'many' })).toContain('PORT must be a number');
  expect(await refusal({ HEARTH_LOG: 'loud' })).toContain('HEARTH_LOG must be one of');
});

test('a data folder that can’t be used is told in one line', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, 'not a folder');
  expect(await refusal({ HEARTH_DATA: file })).toContain('Set HEARTH_DATA');
  expect(await refusal({ HEARTH_DATA: path.join(file, 'below') })).toContain('Set HEARTH_DATA');
  const readOnly = path.join(folder, 'read-only');
  await mkdir(readOnly);
  await chmod(readOnly, 0o500);
  // Permissions don't hold the superuser back; a folder of the kernel's does.
  const asRoot = process.getuid?.() === 0;
  expect(await refusal({ HEARTH_DATA: asRoot ? '/proc/hearth' : readOnly })).toMatch(/Set HEARTH_DATA|Check the path/);
});

test('a database that can’t be opened is told in one line', async () => {
  const data = path.join(folder, 'data');
  await mkdir(path.join(data, 'hearth.sqlite'), { recursive: true });
  expect(await refusal({})).toContain("can't be opened as Hearth's database");
  await rm(path.join(data, 'hearth.sqlite'), { recursive: true });
  await writeFile(path.join(data, 'hearth.sqlite'), 'These are my notes, and no database.\n'.repeat(100));
  expect(await refusal({})).toContain("can't be opened as Hearth's database");
});

test('a database in use, and one of a newer version, are told in one line', async () => {
  const server = await startHearth();
  expect(await refusal({ HEARTH_DATA: server.dataFolder })).toContain('is in use by another Hearth process');
  await server.kill();
  inDatabase(server, (database) =>
    database
      .prepare('insert into "kysely_migration" ("name", "timestamp") values (?, ?)')
      .run('9999-later', new Date(0).toISOString()),
  );
  expect(await refusal({ HEARTH_DATA: server.dataFolder })).toContain('written by a newer version of Hearth');
  await server.dispose();
});

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} ends it within three seconds, with people inside, and leaves nothing`, async () => {
    const port = await freePort();
    const child = run({ PORT: String(port) });
    const closed = once(child, 'close') as Promise<[number | null]>;
    const [printed] = (await once(child.stdout, 'data')) as [Buffer];
    const url = `http://127.0.0.1:${port}`;
    const owner = await signIn(url, /#[\w-]+/.exec(printed.toString())?.[0] ?? '');
    const reviewId = await newReview(owner, 'Open to the end');
    const client = await openLiveClient(url, reviewId, owner.cookie);
    const askedMs = performance.now();
    child.kill(signal);
    expect((await closed)[0]).toBe(0);
    expect(performance.now() - askedMs).toBeLessThan(3_000);
    client.destroy();
    expect(() => process.kill(-(child.pid ?? 0), 0)).toThrow(/ESRCH/);
    expect((await readdir(path.join(folder, 'data'))).filter((name) => /-(wal|shm|journal)$/.test(name))).toEqual([]);
    const again = createServer().listen(port, '127.0.0.1');
    await once(again, 'listening');
    again.close();
  });
}
