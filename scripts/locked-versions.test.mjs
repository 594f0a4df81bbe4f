import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lockedVersions } from './locked-versions.mjs';

const lockfile = `lockfileVersion: '9.0'

importers:

  .:
    dependencies:
      yjs@9.9.9:

packages:

  '@tiptap/y-tiptap@3.0.1':
    resolution: {integrity: sha512-x}

  lib0@0.2.117:
    resolution: {integrity: sha512-x}

  react@18.3.1:
    resolution: {integrity: sha512-x}

  react@19.3.0:
    resolution: {integrity: sha512-x}

snapshots:

  lib0@0.2.117(peer@1.0.0): {}
`;

test('every version is found, in the packages part only', () => {
  assert.deepEqual(lockedVersions(lockfile, 'lib0'), ['0.2.117']);
  assert.deepEqual(lockedVersions(lockfile, 'react'), ['18.3.1', '19.3.0']);
  assert.deepEqual(lockedVersions(lockfile, 'yjs'), []);
});

test('scoped names are whole names', () => {
  assert.deepEqual(lockedVersions(lockfile, '@tiptap/y-tiptap'), ['3.0.1']);
  assert.deepEqual(lockedVersions(lockfile, 'y-tiptap'), []);
});
