// The server's database, opened beside it as any tool may do: for states that a journey can't reach by waiting.
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { HearthServer } from './hearth-server.ts';

export const inDatabase = <T>({ dataFolder }: HearthServer, work: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(path.join(dataFolder, 'hearth.sqlite'));
  try {
    database.exec('pragma busy_timeout = 5000');
    return work(database);
  } finally {
    database.close();
  }
};
