// PostgreSQL and Redis for the tests, which start servers of their own. Without them, those tests are skipped.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { aptInstall, isRootOnDebian } from './debian.mjs';
import { complain } from './report.mjs';

const PROGRAMS = { postgresql: 'postgres', 'redis-server': 'redis-server' };
// Debian keeps PostgreSQL off PATH, one folder a version.
const VERSIONS = '/usr/lib/postgresql';

/** Installs what is missing, where that can be done: as root on Debian. Nothing is started. */
export async function ensureServices({ env }) {
  const missing = missingServices(foldersOf(env));
  if (missing.length === 0) return;
  if (isRootOnDebian()) await aptInstall(missing.join(' and '), missing, { env, mayFail: true });
  const without = missingServices(foldersOf(env));
  if (without.length > 0)
    complain(`without ${without.join(' and ')}, which could be installed, tests of several nodes are skipped.`);
}

/** @returns Debian's names of the packages of which no program is in the folders */
export function missingServices(folders) {
  const isThere = (program) => folders.some((folder) => existsSync(path.join(folder, program)));
  return Object.keys(PROGRAMS).filter((name) => !isThere(PROGRAMS[name]));
}

function foldersOf(env) {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  return [...versions.map((version) => path.join(VERSIONS, version, 'bin')), ...(env.PATH ?? '').split(path.delimiter)];
}
