// The browser application, built once for each state of its sources.
import { existsSync } from 'node:fs';
import { inRoot } from './environment.mjs';
import { filesBelow, fingerprint, stampSays, writeStamp } from './fingerprint.mjs';
import { run } from './process.mjs';
import { say } from './report.mjs';

// Inside dist: Vite empties that folder, so a build made by hand takes the stamp away.
const stamp = inRoot('apps', 'web', 'dist', '.inputs');
const PACKAGES_IN_BROWSER = ['review', 'board', 'learning', 'protocol'];

function inputs() {
  const sources = ['apps/web', ...PACKAGES_IN_BROWSER.map((name) => `packages/${name}/src`)].flatMap(filesBelow);
  return [...sources.filter((name) => !/\.test\.tsx?$/.test(name)), 'pnpm-lock.yaml', 'tsconfig.base.json'];
}

/** @returns the exit code of the build; 0 when there was nothing to do. */
export async function buildWeb({ env }) {
  const wanted = fingerprint(inputs());
  if (stampSays(stamp, wanted) && existsSync(inRoot('apps', 'web', 'dist', 'index.html'))) return 0;
  say('building the web application');
  const { code } = await run('pnpm', ['--silent', '--filter', '@hearth/web', 'run', 'build', '--logLevel', 'warn'], {
    env,
  });
  if (code === 0) writeStamp(stamp, wanted);
  return code;
}
