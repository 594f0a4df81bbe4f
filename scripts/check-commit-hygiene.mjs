// Holds every tracked file against the rules of commit-rules.mjs.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findingsIn, isReadable } from './commit-rules.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function trackedFiles() {
  try {
    const list = execFileSync('git', ['ls-files', '-z'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return list.split('\0').filter((name) => name && existsSync(path.join(root, name)));
  } catch {
    console.log('not a git checkout: nothing is tracked, nothing to look at');
    return [];
  }
}

for (const name of trackedFiles()) {
  const text = isReadable(name) ? readFileSync(path.join(root, name), 'utf8') : '';
  for (const finding of findingsIn(name, text)) {
    console.error(finding);
    process.exitCode = 1;
  }
}
