// A database within one transaction from first to last: whatever opens a transaction in there is part of it.
import { Kysely, type DatabaseConnection, type Dialect, type Driver, type TransactionSettings } from 'kysely';
import type { Tables } from './schema.ts';

/**
 * Commits when `work` resolves, and undoes everything otherwise. Ends the dialect's connections either way.
 * @throws what `work` throws, or what the database says to the commit.
 */
export const inOneTransaction = async <T>(
  dialect: Dialect,
  settings: TransactionSettings,
  work: (db: Kysely<Tables>) => Promise<T>,
): Promise<T> => {
  const driver = new OneTransaction(dialect.createDriver(), settings);
  const db = new Kysely<Tables>({
    dialect: {
      createDriver: () => driver,
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (inner) => dialect.createIntrospector(inner),
      createQueryCompiler: () => dialect.createQueryCompiler(),
    },
  });
  try {
    const result = await work(db);
    await driver.commit();
    return result;
  } finally {
    await db.destroy();
  }
};

class OneTransaction implements Driver {
  readonly #driver: Driver;
  readonly #settings: TransactionSettings;
  #connection: DatabaseConnection | null = null;
  #open = false;
  /** A part that was undone can't be told from the rest: then nothing of it may stay. */
  #partUndone = false;

  constructor(driver: Driver, settings: TransactionSettings) {
    this.#driver = driver;
    this.#settings = settings;
  }

  async init(): Promise<void> {
    try {
      await this.#driver.init();
      this.#connection = await this.#driver.acquireConnection();
      await this.#driver.beginTransaction(this.#connection, this.#settings);
      this.#open = true;
    } catch (error) {
      // Kysely does not end what never began.
      await this.destroy();
      throw error;
    }
  }

  acquireConnection(): Promise<DatabaseConnection> {
    if (this.#connection === null) return Promise.reject(new Error('the transaction has not begun'));
    return Promise.resolve(this.#connection);
  }

  beginTransaction(): Promise<void> {
    return Promise.resolve();
  }

  commitTransaction(): Promise<void> {
    return Promise.resolve();
  }

  rollbackTransaction(): Promise<void> {
    this.#partUndone = true;
    return Promise.resolve();
  }

  releaseConnection(): Promise<void> {
    return Promise.resolve();
  }

  async commit(): Promise<void> {
    if (this.#partUndone) throw new Error('a part of the transaction was undone, so all of it is');
    if (this.#connection === null || !this.#open) return;
    this.#open = false;
    await this.#driver.commitTransaction(this.#connection);
  }

  async destroy(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    try {
      if (connection !== null) await this.#end(connection);
    } finally {
      await this.#driver.destroy();
    }
  }

  async #end(connection: DatabaseConnection): Promise<void> {
    try {
      // The connection may be what failed: then there is nothing left to undo.
      if (this.#open) await this.#driver.rollbackTransaction(connection).catch(() => undefined);
    } finally {
      await this.#driver.releaseConnection(connection);
    }
  }
}
