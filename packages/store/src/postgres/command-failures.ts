// What PostgreSQL says to a command of the command line, for whoever typed it. What else goes wrong passes as it is.
import { DatabaseError } from 'pg';
import { StoreError } from '../store-error.ts';

/** @throws StoreError  `cannot-open`, `in-use`, `full` or `failed`; without the address, which holds a password. */
export const tellingFailures = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    throw failureOf(error);
  }
};

const failureOf = (error: unknown): unknown => {
  if (error instanceof DatabaseError) return refused(error);
  if (!isConnectionFailure(error)) return error;
  const told = error instanceof AggregateError ? error.errors.map(messageOf).join('; ') : messageOf(error);
  return new StoreError('cannot-open', `PostgreSQL can't be reached: ${told}. Check DATABASE_URL and that it runs.`, {
    cause: error,
  });
};

const refused = (error: DatabaseError): StoreError => {
  const { code = '', message } = error;
  // Classes of codes: 28 authorization, 3D and 3F no such database or schema, 42501 not allowed, 08 and 57P the connection.
  if (/^(28|3D|3F|42501)/.test(code))
    return new StoreError('cannot-open', `PostgreSQL refuses: ${message} (${code}). Check DATABASE_URL.`);
  if (/^(08|57P)/.test(code))
    return new StoreError('cannot-open', `PostgreSQL ended the connection: ${message} (${code}). Try again.`);
  if (code === '55P03')
    return new StoreError(
      'in-use',
      'Somebody else is reading this database, such as a backup. Wait until that is done.',
    );
  if (/^53[12]00$/.test(code)) return new StoreError('full', `PostgreSQL takes no more: ${message} (${code}).`);
  return new StoreError('failed', `PostgreSQL refused a statement: ${message} (${code}).`, { cause: error });
};

const isConnectionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (('syscall' in error && 'code' in error && /^(connect|read|write|getaddrinfo)$/.test(String(error.syscall))) ||
    (error instanceof AggregateError && error.errors.every(isConnectionFailure)) ||
    /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message));

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
