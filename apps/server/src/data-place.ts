// Where the commands find the data: the database that the server would use, by the same environment.
import path from 'node:path';
import type { DatabaseBackup } from '@hearth/store/ports/backup';
import type { ReadOnce } from '@hearth/store/ports/reading';
import { postgresBackup } from '@hearth/store/postgres/backup';
import { postgresReading } from '@hearth/store/postgres/reading';
import { sqliteBackup } from '@hearth/store/sqlite/backup';
import { sqliteReading } from '@hearth/store/sqlite/reading';
import { StoreError } from '@hearth/store/store-error';
import { CommandProblem, Misuse } from './command-problem.ts';
import { readConfig, type Config } from './config.ts';

export type Variables = Record<string, string | undefined>;

export const backupAt = (variables: Variables): DatabaseBackup => {
  const { databaseUrl, dataFolder } = configOf(variables);
  return databaseUrl === null ? sqliteBackup(databaseFile(dataFolder)) : postgresBackup(databaseUrl);
};

export const readingAt = (variables: Variables): ReadOnce => {
  const { databaseUrl, dataFolder } = configOf(variables);
  return databaseUrl === null ? sqliteReading(databaseFile(dataFolder)) : postgresReading(databaseUrl);
};

const databaseFile = (dataFolder: string): string => path.join(dataFolder, 'hearth.sqlite');

/** @throws Misuse  when the environment is wrong. */
export const configOf = (variables: Variables): Config => {
  const read = readConfig(variables);
  if (!read.ok) throw new Misuse(read.problem);
  return read.config;
};

/** Tells what the store could not do as a problem of the command. */
export const telling = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw error instanceof StoreError ? new CommandProblem(error.message, 1) : error;
  }
};
