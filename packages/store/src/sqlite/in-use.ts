// Told by the worker in the place of SQLite's result code when another process holds the database.
export const inUseCode = 'IN_USE';

export class InUseError extends Error {
  readonly code = inUseCode;
}
