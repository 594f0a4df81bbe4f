// Reads DATABASE_URL as far as people need to be told about it. The driver reads it for itself.
import { StoreError } from '../store-error.ts';
import type { Place } from './failures.ts';

/** @throws StoreError  `cannot-open`, without repeating the address: it may hold a password. */
export const placeOf = (url: string): Place => {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol))
    throw new StoreError(
      'cannot-open',
      'DATABASE_URL is no address of a PostgreSQL. Write it as postgres://user:password@host:5432/database.',
    );
  const user = decoded(parsed.username) || 'of this system';
  return {
    server: parsed.host || parsed.searchParams.get('host') || 'localhost',
    database: decoded(parsed.pathname.slice(1)) || user,
    user,
  };
};

const decoded = (part: string): string => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};
