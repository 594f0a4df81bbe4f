import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from './command-line.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-language-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (words: string[], input: string | Buffer = '') =>
  runCommand(['language', 'check', ...words], Readable.from([input]), {});
const fileOf = async (name: string, content: string | Buffer): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
};

const text = 'The queue grew. 🔥 We forgot to tell the support team.\r\n\r\nThe proxy failed to retry.\n';

describe('hearth language check', () => {
  it('prints a JSON line a finding, from a file and from standard input', async () => {
    const outcome = await check([await fileOf('story.md', text)]);
    if (!outcome.ok) throw new Error(outcome.problem);
    expect(outcome.output.endsWith('}\n')).toBe(true);
    const lines = outcome.output.trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    const finding = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    expect(Object.keys(finding)).toEqual(['sentence', 'start', 'end', 'indicator', 'reframe']);
    expect(finding).toMatchObject({ sentence: '🔥 We forgot to tell the support team.', indicator: 'forgot to tell' });
    expect(text.slice(Number(finding['start']), Number(finding['end']))).toBe(finding['sentence']);
    expect(finding['reframe']).toContain('tell the support team');
    expect(await check(['-'], text)).toEqual(outcome);
  });

  it('prints nothing where there is nothing', async () => {
    expect(await check(['-'], 'A quiet day.')).toEqual({ ok: true, output: '' });
    expect(await check(['-'], '')).toEqual({ ok: true, output: '' });
  });

  it('joins letters that came in two pieces', async () => {
    const bytes = Buffer.from('Zoë forgot nothing. “Ü”. We forgot to ask.');
    const input = Readable.from([bytes.subarray(0, 3), bytes.subarray(3)]);
    const outcome = await runCommand(['language', 'check', '-'], input, {});
    expect(outcome).toMatchObject({ ok: true, output: expect.stringContaining('"start":25') });
  });

  it.each([
    [[], /^no FILE given; see hearth --help$/],
    [['-', 'b'], /^one FILE at a time, not also "b"$/],
    [['-', '--colour'], /^there is no option --colour; see hearth --help$/],
    [['no-such-file'], /^no-such-file: there is no such file$/],
    [['.'], /^\.: this is a folder$/],
  ])('answers %j in one line, with exit code 2', async (words, problem) => {
    expect(await check(words)).toEqual({
      ok: false,
      problem: expect.stringMatching(problem),
      choices: [],
      exitCode: 2,
    });
  });

  it.each([
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), /no text in UTF-8/],
    ['zero bytes', Buffer.alloc(10), /no text in UTF-8/],
    ['more than 1 MiB', Buffer.alloc((1 << 20) + 1, 'a'), /longer than 1 MiB; check it in parts/],
  ])('refuses %s', async (_what, bytes, problem) => {
    expect(await check([await fileOf('given', bytes)])).toMatchObject({
      ok: false,
      problem: expect.stringMatching(problem),
      exitCode: 2,
    });
    expect(await check(['-'], bytes)).toMatchObject({ ok: false, exitCode: 2 });
  });
});
