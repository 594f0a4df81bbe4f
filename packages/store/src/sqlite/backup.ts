// Backups of the database's file. For the command line: all but the copying runs on the calling thread. Rules: SPEC B1-B4.
import { existsSync } from 'node:fs';
import { constants, copyFile, link, mkdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { checkPages, hasBytes, inspect, refuseMissing } from '../backup/inspect.ts';
import { failureOf, sync, withPart, writeWhole } from '../part-file.ts';
import type { DatabaseBackup } from '../ports/backup.ts';
import { StoreError } from '../store-error.ts';
import { copyInThread } from './copy-in-thread.ts';
import { takeGuard } from './guard.ts';

/** @param path  the database's file; for a restore it may be missing. */
export const sqliteBackup = (path: string): DatabaseBackup => ({
  backup: async (file, { replace, onProgress = () => undefined }) => {
    if (!existsSync(path)) throw new StoreError('cannot-open', `${path}: there is no database to back up.`);
    await refuseOwnFiles(path, file);
    await writeWhole(file, replace, async (part) => {
      await copyInThread(path, part, onProgress);
      checkPages(part, path);
    });
  },

  restore: async (file, { nowMs }) => {
    refuseMissing(file);
    const guard = await guardOf(path);
    try {
      return await withPart(path, async (part) => {
        // The copy is checked and used, so that nothing can change in between.
        await copyFile(file, part);
        inspect(part, file);
        await sync(part);
        const kept = existsSync(path) ? await keepPresent(path, nowMs) : null;
        await rename(part, path);
        await sync(dirname(path));
        return kept;
      });
    } finally {
      guard.close();
    }
  },
});

/** @returns where the present database is now as well; its journal is folded in, or moved along where that fails. */
const keepPresent = async (path: string, nowMs: number): Promise<string> => {
  const kept = `${path}.before-restore-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`;
  foldJournal(path);
  // The file stays in its place until the new one replaces it: at no moment is there none.
  await link(path, kept).catch(() => copyFile(path, kept, constants.COPYFILE_EXCL));
  // A journal that stayed would be applied to the new database.
  if (hasBytes(`${path}-wal`)) await rename(`${path}-wal`, `${kept}-wal`);
  for (const suffix of ['-wal', '-shm']) await rm(path + suffix, { force: true });
  await sync(dirname(path));
  return kept;
};

const foldJournal = (path: string): void => {
  let db: Database.Database | null = null;
  try {
    db = new Database(path);
    db.pragma('wal_checkpoint(TRUNCATE)');
  } catch {
    // A damaged database may be the very reason to restore: it is kept as it is.
  } finally {
    db?.close();
  }
};

const guardOf = async (path: string): Promise<Database.Database> => {
  try {
    await mkdir(dirname(path), { recursive: true });
    return takeGuard(path);
  } catch (error) {
    throw failureOf(path, error);
  }
};

const refuseOwnFiles = async (path: string, file: string): Promise<void> => {
  const target = await realpath(file).catch(async () =>
    join(await realpath(dirname(resolve(file))).catch(() => dirname(resolve(file))), basename(file)),
  );
  const own = await realpath(path);
  if (['', '-wal', '-shm', '.lock'].some((suffix) => target === own + suffix))
    throw new StoreError('exists', `${file} belongs to the database itself. Choose another name.`);
};
