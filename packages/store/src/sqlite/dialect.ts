// Kysely on the worker's connection: compiled statements go out, rows come back. Transactions wait for each other.
import {
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import type { SqliteConnection } from './connection.ts';

export class WorkerDialect implements Dialect {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  createAdapter(): SqliteAdapter {
    return new WorkerAdapter();
  }

  createDriver(): Driver {
    return new WorkerDriver(this.#connection);
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }
}

class WorkerAdapter extends SqliteAdapter {
  /** SQLite rolls back table changes as well: a migration that is interrupted leaves nothing behind. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }

  /** The connection keeps its own queue. Kysely's would hang for ever once acquiring has failed. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class WorkerDriver implements Driver {
  readonly #connection: SqliteConnection;
  readonly #statements: DatabaseConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
    this.#statements = new Statements(connection);
  }

  init(): Promise<void> {
    return Promise.resolve();
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.#connection.acquire();
    return this.#statements;
  }

  beginTransaction(): Promise<void> {
    return this.#connection.transact('begin');
  }

  commitTransaction(): Promise<void> {
    return this.#connection.transact('commit');
  }

  rollbackTransaction(): Promise<void> {
    return this.#connection.transact('rollback');
  }

  releaseConnection(): Promise<void> {
    this.#connection.release();
    return Promise.resolve();
  }

  destroy(): Promise<void> {
    return this.#connection.close();
  }
}

class Statements implements DatabaseConnection {
  readonly #connection: SqliteConnection;

  constructor(connection: SqliteConnection) {
    this.#connection = connection;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, changes } = await this.#connection.query(sql, parameters);
    return { rows: rows as Row[], ...(changes === null ? {} : { numAffectedRows: BigInt(changes) }) };
  }

  streamQuery(): never {
    throw new Error('Streaming is not offered: read in pages.');
  }
}
