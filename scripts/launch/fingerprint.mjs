// One hash over many files: tells whether anything changed since a stamp was written.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './environment.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'test-results']);

/** All files below `folder` (relative to the repository), sorted, without what is installed or built. */
export function filesBelow(folder) {
  const full = path.join(root, folder);
  if (!existsSync(full)) return [];
  return readdirSync(full, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const name = path.posix.join(folder, entry.name);
      if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesBelow(name);
      return entry.isFile() ? [name] : [];
    });
}

/** @param salt  what else the result depends on, such as a version */
export function fingerprint(files, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const name of files) {
    const full = path.join(root, name);
    if (existsSync(full)) hash.update(`\0${name}\0`).update(readFileSync(full));
  }
  return hash.digest('hex');
}

export const stampSays = (file, expected) => existsSync(file) && readFileSync(file, 'utf8') === expected;

export function writeStamp(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
