// The commands on PostgreSQL, and moving between it and the data folder.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoBoard, demoIncident, demoMeeting } from '@hearth/board/demo';
import type { ReviewId } from '@hearth/review/ids';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
const nowMs = Date.UTC(2026, 10, 20);

describe.skipIf(missingPostgres() !== null)('the commands on PostgreSQL', () => {
  let server: PostgresServer;
  let database: string;
  let folder: string;
  const running: ChildProcess[] = [];
  beforeAll(async () => {
    server = await PostgresServer.create({ settings: { fsync: 'off' } });
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'hearth-commands-'));
    database = await server.createDatabase();
    await addReview();
  });
  afterEach(async () => {
    for (const child of running.splice(0)) child.kill('SIGKILL');
    await server.dropDatabase(database);
    await rm(folder, { recursive: true, force: true });
  });

  const fileAt = (name: string): string => path.join(folder, name);
  /** The environment of a data folder, or of PostgreSQL. */
  const inFolder = (name: string) => ({ ...process.env, HEARTH_DATA: fileAt(name) });
  const inPostgres = () => ({ ...process.env, HEARTH_DATA: fileAt('unused'), DATABASE_URL: server.url(database) });
  const hearth = (env: NodeJS.ProcessEnv, ...words: string[]) =>
    spawnSync(process.execPath, [cli, ...words], { env, encoding: 'utf8' });

  /** The demo review, in the data folder `data`. */
  const addReview = async (): Promise<void> => {
    const store = await openSqliteStore({ path: path.join(fileAt('data'), 'hearth.sqlite') });
    await store.reviews.create({
      id: 'demo-review' as ReviewId,
      incident: demoIncident,
      meeting: demoMeeting(nowMs),
      createdAtMs: nowMs,
      demo: true,
      board: { document: 'board/demo-review', update: demoBoard() },
    });
    await store.close();
  };
  const move = (): void => {
    expect(hearth(inFolder('data'), 'backup', fileAt('move.backup')).status).toBe(0);
    expect(hearth(inPostgres(), 'restore', fileAt('move.backup'))).toMatchObject({
      status: 0,
      stdout: `Restored from ${fileAt('move.backup')}\n`,
      stderr: '',
    });
  };

  it('move a review to PostgreSQL and back, and export the same bytes everywhere', () => {
    move();
    const exported = [inFolder('data'), inPostgres()].map((env) => hearth(env, 'export', 'inc-2207', '-').stdout);
    expect(exported[0]).toContain('"format": "hearth-review"');
    expect(exported[1]).toBe(exported[0]);

    expect(hearth(inPostgres(), 'backup', fileAt('back.backup')).status).toBe(0);
    expect(hearth(inFolder('elsewhere'), 'restore', fileAt('back.backup')).status).toBe(0);
    expect(hearth(inFolder('elsewhere'), 'export', 'inc-2207', '-').stdout).toBe(exported[0]);
  });

  it('refuse in one line, without the password', () => {
    move();
    const again = hearth(inPostgres(), 'restore', fileAt('move.backup'));
    expect(again).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^hearth: .*--force.*\n$/) });
    expect(hearth(inPostgres(), 'restore', '--force', fileAt('move.backup')).status).toBe(0);
    const wrong = { ...process.env, DATABASE_URL: server.url('nothing').replace('only-for-tests', 'geheim') };
    const refused = hearth(wrong, 'backup', fileAt('x'));
    expect(refused).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^hearth: PostgreSQL at .* does not let .*\n$/),
    });
    expect(refused.stderr).not.toContain('geheim');
  });

  it.each(['SIGKILL', 'SIGTERM'] as const)('leave nothing under the name of a backup that %s ends', async (signal) => {
    move();
    // The last table can't be read: the backup waits there, half done.
    void server.query('begin; lock table "publication"; select pg_sleep(60)', database).catch(() => undefined);
    const locked = `select 1 from pg_locks where relation = '"publication"'::regclass and mode = 'AccessExclusiveLock'`;
    await expect.poll(() => server.query(locked, database), { timeout: 15_000 }).toHaveLength(1);
    const child = spawn(process.execPath, [cli, 'backup', fileAt('cut.backup')], { env: inPostgres() });
    running.push(child);
    const parts = async () => (await readdir(folder)).filter((name) => name.startsWith('cut.backup'));
    await expect.poll(parts, { timeout: 15_000 }).toHaveLength(1);
    child.kill(signal);
    await once(child, 'exit');
    expect(await parts()).toEqual(signal === 'SIGKILL' ? [expect.stringMatching(/\.part$/)] : []);
  });

  it('leave nothing of a backup that the disk has no room for, nor of a restore', async () => {
    move();
    const before = await readdir(folder);
    const limited = (env: NodeJS.ProcessEnv, ...words: string[]) =>
      spawnSync('/bin/sh', ['-c', 'ulimit -f 64; exec "$@"', 'sh', process.execPath, cli, ...words], {
        env,
        encoding: 'utf8',
      });
    const full = { status: 1, stderr: expect.stringMatching(/^hearth: The disk takes no more data.*\n$/) };
    expect(limited(inPostgres(), 'backup', fileAt('full.backup'))).toMatchObject(full);
    expect(limited(inFolder('data'), 'backup', fileAt('full.backup'))).toMatchObject(full);
    expect(limited(inFolder('new'), 'restore', fileAt('move.backup'))).toMatchObject({ status: 1 });
    expect((await readdir(folder)).filter((name) => name !== 'new')).toEqual(before);
    expect(await readdir(fileAt('new'))).toEqual(['hearth.sqlite.lock']);
  });

  it('export what PostgreSQL holds into a file called by the title', async () => {
    move();
    const done = spawnSync(process.execPath, [cli, 'export', 'Labels'], {
      env: inPostgres(),
      cwd: folder,
      encoding: 'utf8',
    });
    const name = 'labels-stopped-printing-in-41-pharmacies.hearth.json';
    expect(done).toMatchObject({ status: 0, stdout: `Exported to ${name}\n`, stderr: '' });
    expect(JSON.parse(await readFile(fileAt(name), 'utf8'))).toMatchObject({ review: { id: 'demo-review' } });
  });
});
