// Reads a row or two on the caller's own thread, from the database that the worker writes. The way to the worker and back
// costs ten times what the look costs, which is felt when a whole meeting connects at once. Only for what an index answers.
import Database from 'better-sqlite3';
import type { LookUp } from '../prepared.ts';
import { requestFailure } from './failures.ts';

export class SqliteReader {
  readonly #path: string;
  readonly #statements = new Map<string, Database.Statement>();
  /** Opened at the first look. */
  #database: Database.Database | null = null;

  /** @param path  of a database that is open already, with its tables. */
  constructor(path: string) {
    this.#path = path;
  }

  lookUp: LookUp = (sql, parameters) => {
    try {
      return this.#prepare(sql).all(...parameters);
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error;
      if (error.code.startsWith('SQLITE_BUSY')) return null;
      throw requestFailure(error.code, error.message);
    }
  };

  close(): void {
    this.#database?.close();
  }

  #prepare(sql: string): Database.Statement {
    // This thread waits for nobody.
    this.#database ??= new Database(this.#path, { readonly: true, fileMustExist: true, timeout: 0 });
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
