import assert from 'node:assert/strict';
import { test } from 'node:test';
import { adviceFor } from './patience.mjs';

const advice = (output) => adviceFor('installing packages', { code: 1, output });

test('a registry out of reach is told from other failures, with what to do', () => {
  assert.match(advice('npm error code ENOTFOUND'), /cannot be reached.*HTTPS_PROXY/);
  assert.match(advice('ERR_PNPM ENOSPC: no space left on device'), /disk is full/);
  assert.match(advice('npm error code EACCES'), /no permission/);
});

test('advice is one line', () => {
  for (const output of ['ENOTFOUND', 'ENOSPC', 'EACCES']) assert.doesNotMatch(advice(output), /\n/);
});
