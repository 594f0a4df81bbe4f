// Translates what PostgreSQL and its driver say into the store's reasons. Never with values. Rules: SPEC G4-G6.
import { StoreError } from '../store-error.ts';

/** Where a database is, for people: without the password. */
export interface Place {
  /** Host and port, or the folder of a socket. */
  server: string;
  database: string;
  user: string;
}

const diskFull = '53100';

/** @returns whether nothing more can be asked over the connection on which this happened. */
export const endsConnection = (error: unknown): boolean => {
  const code = codeOf(error);
  // Without a code of PostgreSQL the driver speaks: no answer in time, or nobody there.
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P0)/.test(code);
};

export const requestFailure = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (code === diskFull)
    return new StoreError('full', `PostgreSQL's disk takes no more data (${code}). Free some space there.`);
  if (endsConnection(error))
    return new StoreError('failed', `PostgreSQL does not answer (${code || messageOf(error)}). Hearth keeps trying.`);
  // Messages of statements may quote what people wrote: only the code and the name of a rule are told.
  const rule =
    error instanceof Error && 'constraint' in error && typeof error.constraint === 'string'
      ? `, ${error.constraint}`
      : '';
  return new StoreError('failed', `PostgreSQL refused a statement (${code}${rule}).`);
};

/** What went wrong before the database was ever open, with advice. */
export const openingFailure = (error: unknown, { server, database, user }: Place): StoreError => {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (code === diskFull) return requestFailure(error);
  const cannotOpen = (what: string) => new StoreError('cannot-open', what);
  switch (code) {
    case '28P01':
    case '28000':
      return cannotOpen(
        `PostgreSQL at ${server} does not let the user ${user} in. Check user and password in DATABASE_URL.`,
      );
    case '3D000':
      return cannotOpen(
        `PostgreSQL at ${server} has no database ${database}. Create it (createdb ${database}), or correct DATABASE_URL.`,
      );
    case '3F000':
    case '42501':
      return cannotOpen(
        `The user ${user} may not create tables in ${database} at ${server}. Make that user its owner: ` +
          `alter database ${database} owner to ${user}.`,
      );
    case '53300':
      return cannotOpen(
        `PostgreSQL at ${server} takes no more connections. Raise max_connections there, or stop others.`,
      );
    case '57P03':
      return cannotOpen(`PostgreSQL at ${server} is starting or stopping. Try again when it is up.`);
    default:
      if (!endsConnection(error)) return requestFailure(error);
      return cannotOpen(
        `PostgreSQL at ${server} can't be used (${code || messageOf(error)}). ` +
          'Check that it runs and that DATABASE_URL leads to it.',
      );
  }
};

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
