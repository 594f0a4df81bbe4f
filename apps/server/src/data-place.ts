// Where the commands find the data: the database that the server would use, by the same environment.
import path from 'node:path';
import type { DatabaseBackup } from '@hearth/store/ports/backup';
import type { ReadOnce } from '@hearth/store/ports/reading';
import { sqliteBackup } from '@hearth/store/sqlite/backup';
import { sqliteReading } from '@hearth/store/sqlite/reading';
import { StoreError } from '@hearth/store/store-error';
import { CommandProblem, Misuse } from './command-problem.ts';
import { readConfig } from './config.ts';

export type Variables = Record<string, string | undefined>;

/** @throws Misuse  when the environment is wrong. */
const databaseFile = (variables: Variables): string => {
  const read = readConfig(variables);
  if (!read.ok) throw new Misuse(read.problem);
  return path.join(read.config.dataFolder, 'hearth.sqlite');
};

export const backupAt = (variables: Variables): DatabaseBackup => sqliteBackup(databaseFile(variables));

export const readingAt = (variables: Variables): ReadOnce => sqliteReading(databaseFile(variables));

/** Tells what the store could not do as a problem of the command. */
export const telling = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? new CommandProblem(error.message, 1) : error;
  }
};
