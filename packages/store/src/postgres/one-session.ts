// One connection to PostgreSQL, for a command of the command line: its statements take as long as they take.
import { PostgresDialect } from 'kysely';
import { StoreError } from '../store-error.ts';
import { openingFailure, requestFailure, type Place } from './failures.ts';
import { placeOf } from './place.ts';
import { Sessions } from './sessions.ts';

const connectWithinMs = 15_000;
const lockNotAvailable = '55P03';

/**
 * @param url  such as postgres://user@host/hearth
 * @throws StoreError  `cannot-open` for what is no such address.
 */
export const oneSession = (url: string): PostgresDialect => {
  const place = placeOf(url);
  const failure = (error: unknown) => commandFailure(error, place);
  return new PostgresDialect({
    pool: new Sessions({ url, poolSize: 1, answerWithinMs: connectWithinMs, patient: true, failure }),
  });
};

/** Nobody waits and tries again here: what stands between us and the database is told with advice. */
const commandFailure = (error: unknown, place: Place): StoreError => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === lockNotAvailable)
    return new StoreError('in-use', 'Somebody is reading this database, as a backup does. Wait until that is done.');
  // Classes of codes: 08 and 57 the connection, 28 and 42501 rights, 3D and 3F no such place, 53 out of something.
  const isStatement = /^[0-9A-Z]{5}$/.test(code) && !/^(08|28|3D|3F|42501|53|57)/.test(code);
  return isStatement ? requestFailure(error) : openingFailure(error, place);
};
