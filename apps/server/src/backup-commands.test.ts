// Backup under a running server, restored elsewhere, served again.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { api, pathOf } from '@hearth/protocol/http/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBoard } from './test/sockets.ts';

const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
let folder: string;
const running: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-backup-'));
});
afterEach(async () => {
  await Promise.all(running.splice(0).map(end));
  await rm(folder, { recursive: true, force: true });
});

const end = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

const variables = (data: string) => ({ ...process.env, PORT: '0', HEARTH_DATA: path.join(folder, data) });
const hearth = (data: string, ...words: string[]) =>
  spawnSync(process.execPath, [fileOf('./cli.ts'), ...words], { env: variables(data), encoding: 'utf8' });

/** Starts a server as people do and signs in by its owner link. */
const serve = async (data: string) => {
  const child = spawn(process.execPath, [fileOf('./main.ts')], {
    env: variables(data),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(child);
  const printed = await new Promise<string>((resolve, reject) => {
    let out = '';
    child.once('exit', () => reject(new Error('the server ended')));
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      if (/Everything lies in.*\n/.test(out)) resolve(out);
    });
  });
  const [, origin = '', secret = ''] = /(http:\S+)\/sign-in#(\S+)/.exec(printed) ?? [];
  const post = (at: string, cookie: string, body?: unknown) =>
    fetch(origin + at, {
      method: 'POST',
      headers: { origin, cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const signedIn = await post(pathOf(api.signIn), '', { secret });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const demo = (await (await post(pathOf(api.demo), cookie)).json()) as { id: string };
  return { child, origin, cookie, demo: demo.id };
};

describe('backup and restore', () => {
  it('bring a board back that was written under a running server', async () => {
    const file = path.join(folder, 'monday.backup');
    const first = await serve('data');
    const board = openBoard(first.origin, first.demo, first);
    await board.synced;
    const cards = board.doc.getMap('cards').size;
    expect(cards).toBeGreaterThan(10);
    const attachment = pathOf(api.attachment, { reviewId: first.demo, attachmentId: 'a-file-on-a-card' });
    await fetch(first.origin + attachment, {
      method: 'PUT',
      headers: { cookie: first.cookie, 'content-type': 'application/octet-stream', 'x-file-name': 'server.log' },
      body: '14:24 labels stopped',
    });
    expect(hearth('data', 'backup', file)).toMatchObject({
      status: 0,
      stdout: `Backed up to ${file}\nFiles on cards are in ${file}.attachments: keep it beside it\n`,
      stderr: '',
    });
    board.close();
    expect(hearth('data', 'backup', file)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^hearth: .*\n$/),
    });
    const inUse = hearth('data', 'restore', file);
    expect(inUse).toMatchObject({ status: 1, stderr: expect.stringMatching(/in use by another Hearth/) });

    expect(hearth('elsewhere', 'restore', file)).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^Restored from .+\nFiles on cards are back in .+attachments\n$/),
    });
    const second = await serve('elsewhere');
    expect(second.demo).toBe(first.demo);
    const again = openBoard(second.origin, second.demo, second);
    await again.synced;
    expect(again.doc.getMap('cards').toJSON()).toEqual(board.doc.getMap('cards').toJSON());
    again.close();
    const back = await fetch(second.origin + attachment, { headers: { cookie: second.cookie } });
    expect(await back.text()).toBe('14:24 labels stopped');
  });

  it('refuses a damaged file in one line', async () => {
    const file = path.join(folder, 'broken');
    await writeFile(file, 'This is no database at all. '.repeat(400));
    const refused = hearth('data', 'restore', file);
    expect(refused).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(/^hearth: .*damaged.*\n$/) });
    await expect(readFile(path.join(folder, 'data', 'hearth.sqlite'))).rejects.toMatchObject({ code: 'ENOENT' });
  });
});
