import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AccessService } from './access/service.ts';
import { systemWallClock } from './clock.ts';
import { runCommand } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-owner-link-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (words: string[] = [], more: Record<string, string> = {}) =>
  runCommand(['owner-link', ...words], Readable.from([]), { HEARTH_DATA: folder, ...more });
const openData = () => openSqliteStore({ path: path.join(folder, 'hearth.sqlite') });

describe('hearth owner-link', () => {
  it('prints a link that signs the owner in once, and ends the one before', async () => {
    const [first, second] = [await run(), await run([], { HEARTH_ORIGIN: 'https://hearth.example.org' })];
    const secretIn = (outcome: typeof first, origin: string): string =>
      (outcome.ok && new RegExp(`^${origin}/sign-in#([\\w-]{43})\\n$`).exec(outcome.output)?.[1]) || 'none';
    const secrets = [secretIn(first, 'http://127.0.0.1:4310'), secretIn(second, 'https://hearth.example.org')];
    const store = await openData();
    const access = new AccessService(store, systemWallClock);
    const opened = [];
    for (const secret of [...secrets, secrets[1] ?? '']) opened.push((await access.signIn(secret, null)) !== null);
    await store.close();
    expect(opened).toEqual([false, true, false]);
  });

  it('says that a server has the data', async () => {
    const store = await openData();
    expect(await run()).toMatchObject({ ok: false, exitCode: 1, problem: expect.stringMatching(/in use by another/) });
    await store.close();
  });

  it('takes nothing more', async () => {
    expect(await run(['now'])).toMatchObject({ ok: false, exitCode: 2 });
  });
});
