// Peers are installed outside the workspace, on demand, from their own lockfiles: the workspace keeps exactly one Yjs.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const sources = fileURLToPath(new URL('../peers/', import.meta.url));
/** Ignored by git, like everything that was fetched. */
const installed = fileURLToPath(new URL('../../../../.toolchain/peers/', import.meta.url));
const patienceMs = 180_000;

export const peerFolder = (peer: string): string => path.join(installed, peer);

/** Installs what the peer's lockfile names, unless that is there. @returns why it can't, in one line, or null. */
export const installPeer = async (peer: string): Promise<string | null> => {
  const folder = peerFolder(peer);
  const lock = readFileSync(path.join(sources, peer, 'package-lock.json'), 'utf8');
  const stamp = path.join(folder, '.installed');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(sources, peer), folder, { recursive: true });
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return null;
  console.error(`installing ${peer} …`);
  try {
    await promisify(execFile)('npm', ['ci', '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      timeout: patienceMs,
    });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return words.trim().split('\n').slice(0, 2).join(' ');
  }
  writeFileSync(stamp, lock);
  return null;
};
