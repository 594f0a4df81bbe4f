// Contents of files from one folder to another, for backups: each is written once, so that copying goes on beside a server.
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { contentFailure } from './failures.ts';

const prefix = /^[0-9a-f]{2}$/;
const content = /^[0-9a-f]{64}-[A-Za-z0-9_-]{22}$/;

/**
 * Copies what is not there yet, each as a whole.
 * @returns how many contents `from` holds; 0, and no folder, where there are none.
 * @throws StoreError  `full` or `failed`.
 */
export const copyContents = async (from: string, to: string): Promise<number> => {
  try {
    let count = 0;
    for (const folder of (await namesIn(from)).filter((name) => prefix.test(name))) {
      const names = (await namesIn(path.join(from, folder))).filter((name) => content.test(name));
      if (names.length === 0) continue;
      await mkdir(path.join(to, folder), { recursive: true, mode: 0o700 });
      const there = new Set(await namesIn(path.join(to, folder)));
      for (const name of names) {
        if (!there.has(name)) await copyWhole(path.join(from, folder, name), path.join(to, folder, name));
        count += 1;
      }
    }
    return count;
  } catch (error) {
    throw contentFailure(error);
  }
};

const copyWhole = async (from: string, to: string): Promise<void> => {
  const part = `${to}.part`;
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE);
    await rename(part, to);
  } catch (error) {
    await rm(part, { force: true });
    // Deleted for good in the meantime.
    if (!isMissing(error)) throw error;
  }
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
};

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';
