import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { missingServices } from './services.mjs';

test('a package is missing while none of the folders has its program', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hearth-services-'));
  try {
    assert.deepEqual(missingServices([folder]), ['postgresql', 'redis-server']);
    writeFileSync(path.join(folder, 'postgres'), '');
    assert.deepEqual(missingServices(['/nowhere', folder]), ['redis-server']);
    writeFileSync(path.join(folder, 'redis-server'), '');
    assert.deepEqual(missingServices([folder]), []);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
