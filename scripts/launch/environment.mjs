// Where things are, and the environment that child processes get.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');
export const inRoot = (...parts) => path.join(root, ...parts);
export const toolchainDir = inRoot('.toolchain');
export const isWindows = process.platform === 'win32';

export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

// npm exports its whole configuration to children. Only how to reach a registry may pass: a `nodedir` of another Node,
// for one, breaks native builds.
const CARRIED =
  /^p?npm_config_(registry|cafile|ca|cache|userconfig|globalconfig|proxy|https?_proxy|noproxy|strict_ssl|store_dir|@|\/\/)/i;
// pnpm no longer listens to npm's variables, so these are said again in its own words.
const MIRRORED = /^npm_config_(registry|cafile|proxy|https?_proxy|noproxy|strict_ssl)$/i;

/**
 * The environment for child processes: inherited, without what npm or pnpm put there for this process alone.
 * @param inherited  such as `process.env`
 * @param front  folders to put in front of PATH
 */
export function childEnvironment(inherited, front = []) {
  const env = {};
  for (const [name, value] of Object.entries(inherited)) {
    if (/^p?npm_/i.test(name) && !CARRIED.test(name)) continue;
    env[name] = value;
    if (MIRRORED.test(name) && value) env[`p${name.toLowerCase()}`] ??= value;
  }
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[pathName] = [...front, env[pathName]].filter(Boolean).join(path.delimiter);
  // A corepack shim on the host must not refuse the pnpm that we bring.
  env.COREPACK_ENABLE_STRICT = '0';
  return env;
}
