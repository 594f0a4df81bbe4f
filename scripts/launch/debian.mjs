// What the launcher may install by itself: packages of Debian, as root.
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { patiently } from './patience.mjs';

// Ubuntu's chromium package is only a pointer to a snap, which containers cannot run.
export function isRootOnDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  return existsSync('/etc/os-release') && /^ID="?debian"?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/**
 * @param what  the packages in words
 * @param mayFail  whether a failure is told by the exit code instead of ending the launcher
 * @returns apt-get's exit code
 */
export async function aptInstall(what, packages, { env, mayFail = false }) {
  const options = { env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } };
  const refresh = `refreshing the package list for ${what}`;
  await patiently(refresh, 'apt-get', ['update', '-q'], { ...options, mayFail: true });
  const flags = ['install', '-y', '-q', '--no-install-recommends'];
  const allow = startNoServices();
  try {
    const install = `installing ${what} with apt-get`;
    const { code } = await patiently(install, 'apt-get', [...flags, ...packages], { ...options, mayFail });
    return code;
  } finally {
    allow();
  }
}

const policy = '/usr/sbin/policy-rc.d';

/** Debian's packages ask this file whether they may start their service: 101 is no. One that is there stays. */
function startNoServices() {
  if (existsSync(policy)) return () => {};
  writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  const allow = () => rmSync(policy, { force: true });
  process.once('exit', allow);
  return () => {
    process.off('exit', allow);
    allow();
  };
}
