// `hearth backup` and `hearth restore`: the database of the data folder as one file.
import { sqliteBackup } from '@hearth/store/sqlite/backup';
import { systemWallClock } from './clock.ts';
import { databaseFile, telling, type Variables } from './data-place.ts';

/** @returns the line to print. */
export const backupTo = async (file: string, replace: boolean, variables: Variables): Promise<string> => {
  await telling(() => sqliteBackup(databaseFile(variables)).backup(file, { replace }));
  return `Backed up to ${file}\n`;
};

/** @returns the lines to print. */
export const restoreFrom = async (file: string, variables: Variables): Promise<string> => {
  const kept = await telling(() =>
    sqliteBackup(databaseFile(variables)).restore(file, { replace: false, nowMs: systemWallClock.nowMs() }),
  );
  return `Restored from ${file}\n${kept === null ? '' : `What was there is kept as ${kept}\n`}`;
};
