// The connections to PostgreSQL: lent out one by one, replaced when they break, never left hanging.
// Rules: SPEC G3, G4, G6, S6.
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import { Pool, TypeOverrides, type PoolClient } from 'pg';
import { StoreError } from '../store-error.ts';
import { endsConnection, requestFailure } from './failures.ts';
import { nodeGuard } from './node-guard.ts';

export interface SessionOptions {
  url: string;
  poolSize: number;
  /** How long a connection, or the answer to a statement, may take. */
  answerWithinMs: number;
  /** Whether a statement may take as long as it needs: migrations do. */
  patient?: boolean;
  /** What a failure is told as. */
  failure?: (error: unknown) => StoreError;
}

export class Sessions implements PostgresPool {
  readonly options = {};
  readonly #pool: Pool;
  readonly #failure: (error: unknown) => StoreError;
  #lent = 0;
  #closing: Promise<void> | null = null;
  #allBack: () => void = () => undefined;

  constructor({ url, poolSize, answerWithinMs, patient = false, failure = requestFailure }: SessionOptions) {
    this.#failure = failure;
    const guard = nodeGuard();
    const begin = async (client: PoolClient): Promise<void> => {
      // Between two statements of a transaction nobody listens; the next statement tells.
      client.on('error', () => undefined);
      await client.query(settings(patient ? 0 : answerWithinMs));
      await guard(client);
    };
    this.#pool = new Pool({
      connectionString: url,
      max: poolSize,
      // A node that has nothing to do keeps its share in the database (SPEC B8).
      min: 1,
      connectionTimeoutMillis: answerWithinMs,
      // PostgreSQL gives up first and keeps the connection; where it is silent, the driver does.
      ...(patient ? {} : { query_timeout: answerWithinMs * 1.5 }),
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      application_name: 'hearth',
      types: typeOverrides,
      verify: (client, done) => void begin(client).then(() => done(), done),
    });
    // An idle connection broke: the pool has dropped it already.
    this.#pool.on('error', () => undefined);
  }

  /** @throws StoreError */
  async connect(): Promise<Session> {
    if (this.#closing) throw new StoreError('closed', 'The database is closed.');
    this.#lent += 1;
    try {
      return new Session(await this.#pool.connect(), this.#failure, () => this.#back());
    } catch (error) {
      this.#back();
      throw this.#failure(error);
    }
  }

  #back(): void {
    this.#lent -= 1;
    if (this.#lent === 0) this.#allBack();
  }

  /** Lets everything that was asked for finish, then closes all connections. */
  end(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#lent > 0) await new Promise<void>((resolve) => (this.#allBack = resolve));
    await this.#pool.end();
  }
}

export class Session implements PostgresPoolClient {
  readonly #client: PoolClient;
  readonly #failure: (error: unknown) => StoreError;
  readonly #back: () => void;
  #broken = false;

  constructor(client: PoolClient, failure: (error: unknown) => StoreError, back: () => void) {
    this.#client = client;
    this.#failure = failure;
    this.#back = back;
  }

  query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
    name?: string,
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('Streaming is not offered: read in pages.');
    return this.#query<R>(sql, parameters, name);
  }

  /** @param name  keeps the statement prepared under it. */
  async #query<R>(sql: string, parameters: readonly unknown[], name?: string): Promise<PostgresQueryResult<R>> {
    try {
      const statement = { text: sql, values: [...parameters], ...(name === undefined ? {} : { name }) };
      return (await this.#client.query(statement)) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      this.#broken ||= endsConnection(error);
      throw this.#failure(error);
    }
  }

  release(discard = false): void {
    this.#client.release(discard || this.#broken);
    this.#back();
  }
}

/** What was acknowledged survives a power cut, also where the server's own settings are laxer. */
const settings = (statementTimeoutMs: number): string =>
  `set synchronous_commit = on; set default_transaction_isolation = 'read committed';
   set statement_timeout = ${statementTimeoutMs}; set idle_in_transaction_session_timeout = ${2 * statementTimeoutMs}`;

/** Numbers as numbers: none of ours grows beyond 2^53. Bytes as plain ones of their own. */
const typeOverrides = new TypeOverrides();
const int8 = 20;
const int8Array = 1016;
const bytea = 17;
typeOverrides.setTypeParser(int8, Number);
typeOverrides.setTypeParser(int8Array, (text) =>
  text
    .slice(1, -1)
    .split(',')
    .map((item) => (item === 'NULL' ? null : Number(item))),
);
typeOverrides.setTypeParser(bytea, (hex) => new Uint8Array(Buffer.from(hex.slice(2), 'hex')));
