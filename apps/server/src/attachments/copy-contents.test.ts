import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { contentKey } from './contents.ts';
import { copyContents } from './copy-contents.ts';

let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
const key = (letter: string): string => contentKey(letter.repeat(64), 'A'.repeat(22));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hearth-copy-'));
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (where: string, name: string, words: string): Promise<void> => {
  await mkdir(path.dirname(at(where, name)), { recursive: true });
  await writeFile(at(where, name), words);
};

it('copies contents that are not there yet, and nothing that is only being received', async () => {
  await put('from', key('a'), 'one');
  await put('from', key('b'), 'two');
  await put('from', 'incoming/half.part', 'ha');
  await put('to', key('a'), 'as it was');
  expect(await copyContents(at('from'), at('to'))).toBe(2);
  expect((await readdir(at('to'))).toSorted()).toEqual(['aa', 'bb']);
  expect(await readFile(at('to', key('a')), 'utf8')).toBe('as it was');
  expect(await readFile(at('to', key('b')), 'utf8')).toBe('two');
});

it('makes no folder where there is nothing', async () => {
  expect(await copyContents(at('nowhere'), at('to'))).toBe(0);
  expect(await readdir(folder)).toEqual([]);
});

it('[C3] tells what can not be written', async () => {
  await put('from', key('a'), 'one');
  await writeFile(at('to'), 'a file');
  await expect(copyContents(at('from'), at('to'))).rejects.toMatchObject({ reason: 'failed' });
});
