// One connection to PostgreSQL, for a command of the command line.
import { PostgresDialect } from 'kysely';
import { Pool, TypeOverrides } from 'pg';

/** PostgreSQL's number for `bigint`, which its driver gives as a text: ours all fit a number. */
const bigintType = 20;

const numbers = new TypeOverrides();
numbers.setTypeParser(bigintType, Number);

/** @param url  such as postgres://user@host/hearth */
export const oneClient = (url: string): PostgresDialect =>
  new PostgresDialect({
    pool: () => {
      const pool = new Pool({
        connectionString: url,
        max: 1,
        connectionTimeoutMillis: 10_000,
        // Dumps take as long as they take.
        statement_timeout: 0,
        idle_in_transaction_session_timeout: 0,
        application_name: 'hearth command',
        types: numbers,
      });
      // A connection that breaks also fails the statement that waits on it: that is told.
      pool.on('error', () => undefined);
      return Promise.resolve(pool);
    },
  });
