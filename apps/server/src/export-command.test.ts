// `hearth export` beside a store that is open, as a running server's is.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { demoBoard, demoIncident, demoMeeting } from '@hearth/board/demo';
import type { ReviewExport } from '@hearth/learning/export/review-export';
import type { ReviewId } from '@hearth/review/ids';
import type { Store } from '@hearth/store/ports/store';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

const nowMs = Date.UTC(2026, 10, 20);
let folder: string;
let store: Store;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-export-'));
  store = await openSqliteStore({ path: path.join(folder, 'hearth.sqlite') });
  await add('demo-review', demoIncident.title);
  await add('other-review', 'Labels stopped again');
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const add = (id: string, title: string): Promise<void> =>
  store.reviews.create({
    id: id as ReviewId,
    incident: { ...demoIncident, title },
    meeting: demoMeeting(nowMs),
    createdAtMs: nowMs,
    demo: false,
    board: { document: `board/${id}`, update: demoBoard() },
  });
const hearth = (...words: string[]) => runCommand(['export', ...words], Readable.from([]), { HEARTH_DATA: folder });
const fileAt = (name: string): string => path.join(folder, name);

describe('hearth export', () => {
  it('[X1] [X2] writes the same bytes to a file and to stdout, while the store is open', async () => {
    const file = fileAt('labels.json');
    expect(await hearth('labels stopped printing', file)).toEqual({ ok: true, output: `Exported to ${file}\n` });
    const printed = await hearth('demo-review', '-');
    expect(printed).toEqual({ ok: true, output: await readFile(file, 'utf8') });
    const told = JSON.parse(await readFile(file, 'utf8')) as ReviewExport;
    expect(told).toMatchObject({ format: 'hearth-review', review: { id: 'demo-review' } });
    expect(told.board.timeline.length).toBeGreaterThan(5);
    expect(told.narrative).toContain('## Summary');
  });

  it('replaces a file only when told', async () => {
    const file = fileAt('mine.json');
    await writeFile(file, 'mine');
    expect(await hearth('demo-review', file)).toMatchObject({ ok: false, exitCode: 1 });
    expect(await readFile(file, 'utf8')).toBe('mine');
    expect(await hearth('--force', 'demo-review', file)).toMatchObject({ ok: true });
    expect(await readFile(file, 'utf8')).toContain('"format": "hearth-review"');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('tells which reviews there are when it does not know the one', async () => {
    const demo = `demo-review  INC-2207  ${demoIncident.title}`;
    const other = 'other-review  INC-2207  Labels stopped again';
    const refused = (problem: RegExp) => ({
      ok: false,
      exitCode: 2,
      problem: expect.stringMatching(problem),
      choices: expect.arrayContaining([demo, other]),
    });
    expect(await hearth('orders', '-')).toEqual(refused(/begins with "orders"; there are these/));
    expect(await hearth()).toEqual(refused(/no REVIEW given/));
    expect(await hearth('inc-2207')).toEqual(refused(/could be any of these/));
  });

  it.each([
    [['demo-review', 'a', 'b'], /one REVIEW and one FILE/],
    [['demo-review', '--colour'], /no option --colour/],
  ])('answers %j in one line', async (words, problem) => {
    expect(await hearth(...words)).toMatchObject({ ok: false, exitCode: 2, problem: expect.stringMatching(problem) });
  });

  it('says where there is no database', async () => {
    const outcome = await runCommand(['export', 'x'], Readable.from([]), { HEARTH_DATA: fileAt('nowhere') });
    expect(outcome).toMatchObject({ ok: false, exitCode: 1, problem: expect.stringContaining('no database') });
  });
});
