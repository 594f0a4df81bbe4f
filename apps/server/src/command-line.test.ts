import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-cli-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const hearth = (words: string[], input = '') => runCommand(words, Readable.from([input]), {});
const printed = async (words: string[], input = ''): Promise<unknown> => {
  const outcome = await hearth(words, input);
  if (!outcome.ok) throw new Error(outcome.problem);
  return JSON.parse(outcome.output);
};

describe('the command line', () => {
  it('reads a timeline from a file', async () => {
    const file = path.join(folder, 'timeline.md');
    await writeFile(file, '14:24 Four calls, one firmware\n~14:40 Rolled back\n');
    const words = ['timeline', 'parse', file, '--date', '2026-11-17', '--zone', 'Europe/London'];
    expect(await printed(words)).toEqual([
      { time: '14:24', at: '2026-11-17T14:24:00.000Z', precision: 'exact', text: 'Four calls, one firmware' },
      { time: '~14:40', at: '2026-11-17T14:40:00.000Z', precision: 'about', text: 'Rolled back' },
    ]);
  });

  it('reads actions from standard input', async () => {
    const report = '## Action items\n\n- [ ] Add an alert on the queue (owner: Mara, P1, due tomorrow) OPS-12\n';
    const actions = await printed(['actions', 'extract', '-', '--today', '2026-11-17'], report);
    const fields = { owner: 'Mara', due: '2026-11-18', priority: 'P1', ticket: 'OPS-12', source: { line: 3 } };
    expect(actions).toMatchObject([fields]);
    const keys = ['text', 'owner', 'due', 'priority', 'ticket', 'status', 'source'];
    expect(Object.keys((actions as object[])[0] ?? {})).toEqual(keys);
  });

  it('finds nothing in a text without times', async () => {
    expect(await printed(['timeline', 'parse', '-'], 'A quiet day.')).toEqual([]);
  });

  it('explains itself', async () => {
    const usage = { ok: true, output: expect.stringContaining('hearth timeline parse FILE') };
    expect(await hearth(['--help'])).toEqual(usage);
    expect(await hearth(['timeline', 'parse', '--help'])).toEqual(usage);
  });

  it.each([
    [[], /no command given/],
    [['timeline', 'pars'], /unknown command/],
    [['timeline', 'parse'], /no FILE given/],
    [['timeline', 'parse', 'no-such-file'], /no-such-file: there is no such file/],
    [['timeline', 'parse', '.'], /this is a folder/],
    [['timeline', 'parse', '-', '--zone', 'Mars/Olympus'], /--zone: nobody knows/],
    [['timeline', 'parse', '-', '--date', '2026-02-30'], /--date: write the day/],
    [['timeline', 'parse', '-', '--format', 'pdf'], /--format: one of markdown, csv, text/],
    [['timeline', 'parse', '-', '--colour'], /Unknown option '--colour'/],
    [['timeline', 'parse', '-', '--format', 'csv'], /^-: The quote that opens on line 2/],
    [['backup'], /no FILE given/],
    [['restore', 'a', '--colour'], /Unknown option '--colour'/],
    [['actions', 'extract', 'a', 'b'], /one FILE at a time/],
  ])('answers %j in one line', async (words, problem) => {
    const outcome = await hearth(words, 'time,text\n14:24,"never closed\n');
    expect(outcome).toEqual({ ok: false, problem: expect.stringMatching(problem), choices: [], exitCode: 2 });
    expect(!outcome.ok && outcome.problem).not.toContain('\n');
  });

  it('ends with 0 and JSON on stdout, or with 2 and a line on stderr', () => {
    const cli = fileURLToPath(new URL('./cli.ts', import.meta.url));
    const run = (words: string[], input: string) =>
      spawnSync(process.execPath, [cli, ...words], { input, encoding: 'utf8' });
    expect(run(['actions', 'extract', '-'], '')).toMatchObject({ status: 0, stdout: '[]\n', stderr: '' });
    expect(run(['actions'], '')).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(/^hearth: .*\n$/),
    });
  });
});
