// One Hearth process a database. Rules: SPEC S2.
import Database from 'better-sqlite3';
import { InUseError } from './in-use.ts';

/**
 * Takes a lock of the operating system on a file beside the database, through SQLite: two Hearth processes never write
 * the same database, other tools may still read it, and a killed process leaves no lock behind.
 * @param path  the database's file.
 * @returns what holds the lock until it is closed.
 * @throws InUseError  when another process has it.
 */
export const takeGuard = (path: string): Database.Database => {
  const guard = new Database(`${path}.lock`, { timeout: 0 });
  try {
    guard.exec('begin exclusive');
    return guard;
  } catch (error) {
    guard.close();
    throw error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
      ? new InUseError('Another Hearth process has this database open.')
      : error;
  }
};
