// The workspace's packages, exactly as the lockfile has them; skipped while nothing that decides them has changed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { inRoot, isWindows, root, toolchainDir } from './environment.mjs';
import { filesBelow, fingerprint, stampSays, writeStamp } from './fingerprint.mjs';
import { patiently } from './patience.mjs';

// Inside node_modules: whoever deletes that folder deletes the stamp with it.
const stamp = inRoot('node_modules', '.hearth-install');

function manifests() {
  const members = ['apps', 'packages']
    .flatMap(filesBelow)
    .filter((name) => path.posix.basename(name) === 'package.json');
  return ['package.json', 'e2e/package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...members];
}

/** @returns undefined when all packages are installed, else a function that installs them. */
export function missingPackages(env) {
  const files = manifests();
  const wanted = fingerprint(files, `${process.platform}-${process.arch}`);
  const folders = files.filter((name) => name.endsWith('/package.json')).map((name) => path.dirname(name));
  const complete = folders.every((folder) => existsSync(path.join(root, folder, 'node_modules')));
  if (complete && stampSays(stamp, wanted)) return undefined;
  return async () => {
    const pnpm = path.join(toolchainDir, 'node_modules', '.bin', isWindows ? 'pnpm.cmd' : 'pnpm');
    const args = ['install', '--frozen-lockfile', '--reporter=append-only', '--config.confirmModulesPurge=false'];
    args.push('--config.fetchRetryMintimeout=1000', '--config.fetchRetryMaxtimeout=5000');
    await patiently('installing packages', pnpm, args, { env });
    writeStamp(stamp, wanted);
  };
}
