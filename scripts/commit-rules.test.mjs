import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsIn, isReadable } from './commit-rules.mjs';

test('paths of one machine are found, in code and prose', () => {
  assert.deepEqual(findingsIn('README.md', `see ${['', 'work', 'main'].join('/')}`), [
    'README.md:1 a path of one machine',
  ]);
  assert.equal(findingsIn('a.ts', "const file = '/home/ada/x';").length, 1);
  assert.equal(findingsIn('a.ts', "const file = '/tmp/x';").length, 1);
});

test('paths inside an address or the repository are none', () => {
  assert.deepEqual(findingsIn('a.ts', "fetch('https://example.org/work/shop'); import '../home/page.ts';"), []);
  assert.deepEqual(findingsIn('a.ts', "navigate('/home/');"), []);
});

test('registry hosts are found', () => {
  assert.equal(findingsIn('a.json', ['https://registry', 'npmjs', 'org'].join('.')).length, 1);
});

test('unfinished marks are found in comments, not in text about them', () => {
  assert.equal(findingsIn('a.ts', 'x(); // TODO: rest').length, 1);
  assert.equal(findingsIn('a.css', '/* FIXME */').length, 1);
  assert.deepEqual(findingsIn('a.ts', "parse('* TODO: rotate the key')"), []);
});

test('checks that are switched off are found', () => {
  assert.equal(findingsIn('a.ts', '// @ts-ignore').length, 1);
  assert.equal(findingsIn('a.ts', '// oxlint-disable-next-line').length, 1);
});

test('500 lines of code pass, 501 do not, prose may be longer', () => {
  assert.deepEqual(findingsIn('a.ts', 'x\n'.repeat(500)), []);
  assert.deepEqual(findingsIn('a.ts', 'x\n'.repeat(501)), ['a.ts: 501 lines, at most 500']);
  assert.deepEqual(findingsIn('a.md', 'x\n'.repeat(900)), []);
});

test('names that say nothing are found', () => {
  assert.equal(findingsIn('apps/web/src/utils/time.ts', '').length, 1);
  assert.equal(findingsIn('apps/web/src/helpers.ts', '').length, 1);
  assert.deepEqual(findingsIn('apps/web/src/misconduct/a.ts', ''), []);
});

test('the lockfile and pictures are not read', () => {
  assert.equal(isReadable('pnpm-lock.yaml'), false);
  assert.equal(isReadable('docs/board.png'), false);
  assert.equal(isReadable('.ci/run'), true);
});
