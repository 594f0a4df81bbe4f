// Two copies of these break silently: two Yjs do not know each other's types, two Reacts lose hooks, two ProseMirror
// models refuse each other's nodes. Fails unless pnpm-lock.yaml holds exactly one version of each.
import { readFileSync } from 'node:fs';
import { lockedVersions } from './locked-versions.mjs';

const lockfile = readFileSync(new URL('../pnpm-lock.yaml', import.meta.url), 'utf8');
for (const name of ['yjs', 'lib0', 'react', 'react-dom', 'prosemirror-model']) {
  const versions = lockedVersions(lockfile, name);
  if (versions.length === 1) continue;
  console.error(`${name}: ${versions.length} copies installed (${versions.join(', ') || 'none'}), must be exactly one`);
  process.exitCode = 1;
}
