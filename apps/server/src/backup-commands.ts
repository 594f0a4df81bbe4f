// `hearth backup` and `hearth restore`: the database of the data folder as one file.
import path from 'node:path';
import { sqliteBackup } from '@hearth/store/sqlite/backup';
import { StoreError } from '@hearth/store/store-error';
import { systemWallClock } from './clock.ts';
import { CommandProblem, Misuse } from './command-problem.ts';
import { readConfig } from './config.ts';

type Variables = Record<string, string | undefined>;

/** @returns the line to print. */
export const backupTo = async (file: string, replace: boolean, variables: Variables): Promise<string> => {
  await telling(() => sqliteBackup(databaseOf(variables)).backup(file, replace));
  return `Backed up to ${file}\n`;
};

/** @returns the lines to print. */
export const restoreFrom = async (file: string, variables: Variables): Promise<string> => {
  const kept = await telling(() => sqliteBackup(databaseOf(variables)).restore(file, systemWallClock.nowMs()));
  return `Restored from ${file}\n${kept === null ? '' : `What was there is kept as ${kept}\n`}`;
};

const databaseOf = (variables: Variables): string => {
  const read = readConfig(variables);
  if (!read.ok) throw new Misuse(read.problem);
  return path.join(read.config.dataFolder, 'hearth.sqlite');
};

const telling = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? new CommandProblem(error.message, 1) : error;
  }
};
