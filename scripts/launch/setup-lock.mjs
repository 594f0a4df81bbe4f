// Two launches in one checkout must not install into the same folders at the same time.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { toolchainDir } from './environment.mjs';
import { isAlive } from './process-tree.mjs';
import { say } from './report.mjs';

const lockFile = path.join(toolchainDir, 'setup.lock');

export async function withSetupLock(work) {
  mkdirSync(toolchainDir, { recursive: true });
  for (let waited = false; !tryLock(); waited = true) {
    if (!waited) say('another launch is setting up this folder: waiting for it');
    await delay(300);
  }
  const unlock = () => rmSync(lockFile, { force: true });
  process.once('exit', unlock);
  try {
    return await work();
  } finally {
    process.off('exit', unlock);
    unlock();
  }
}

function tryLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!holderLives()) rmSync(lockFile, { force: true });
    return false;
  }
}

function holderLives() {
  if (!existsSync(lockFile)) return true;
  const holder = Number(readFileSync(lockFile, 'utf8'));
  // Empty for an instant, between its creation and its first byte.
  return holder === 0 || isAlive(holder);
}
