// Opens the database that the settings name: a PostgreSQL, or SQLite in the data folder.
import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Store } from '@hearth/store/ports/store';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { StoreError } from '@hearth/store/store-error';
import type { Config } from './config.ts';

/** What is wrong with a setting or what it names, and what to do: one line for people, without secrets. */
export class StartFailure extends Error {}

/** @throws StartFailure */
export const openStore = async ({ databaseUrl, dataFolder, maxDataBytes }: Config): Promise<Store> => {
  try {
    if (databaseUrl !== null) return await openPostgres(databaseUrl);
    makeFolder(dataFolder);
    return await openSqliteStore({
      path: path.join(dataFolder, 'hearth.sqlite'),
      ...(maxDataBytes === null ? {} : { maxBytes: maxDataBytes }),
    });
  } catch (error) {
    if (error instanceof StoreError) throw new StartFailure(error.message);
    const code = codeOf(error);
    throw new StartFailure(
      databaseUrl === null
        ? `the data folder ${dataFolder} can not be written (${code}). Set HEARTH_DATA to a folder that can.`
        : `the PostgreSQL of DATABASE_URL can not be used (${code}). Correct DATABASE_URL, or start the PostgreSQL.`,
    );
  }
};

/** Loaded only where it is wanted: a server on SQLite keeps nothing of it in memory. */
const openPostgres = async (url: string): Promise<Store> => {
  const { openPostgresStore } = await import('@hearth/store/postgres/open');
  return openPostgresStore({ url });
};

/** Node's own `recursive` never returns below a folder like /proc, which takes no folders. */
const makeFolder = (folder: string): void => {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (!there) makeFolder(path.dirname(folder));
  mkdirSync(folder);
};

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';
