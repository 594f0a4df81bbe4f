// One consistent state of a database's file as another file. Synchronous. Rules: SPEC B1.
import Database from 'better-sqlite3';

/** VACUUM INTO reads in one transaction; the online backup would begin anew at each commit of the server. */
export const copyState = (path: string, part: string): void => {
  const source = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    source.prepare('vacuum into ?').run(part);
  } finally {
    source.close();
  }
};

/** How large a database is, what lies in its journal included. */
export const databaseBytes = (path: string): number => {
  const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5_000 });
  try {
    return (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);
  } finally {
    db.close();
  }
};
