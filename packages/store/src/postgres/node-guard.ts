// Keeps a database from being replaced under the nodes that use it. Rules: SPEC B8.
import type { ClientBase } from 'pg';
import { StoreError } from '../store-error.ts';

/** Advisory locks are numbers: this one is Hearth's, of one schema. */
const lockKey = '1214603634, hashtext(current_schema())';

/** Dropping a table and making it anew gives it another number: so it tells one database from its replacement. */
const databaseIdentity = `select to_regclass('"liveDocument"')::oid::text as "identity"`;

/**
 * What every connection of one node does first (`onConnect` of its pool): it takes a share in the database, until it
 * ends, however it ends. A node that was cut off while the database was replaced is refused when it comes back: what it
 * has in memory is of another database.
 * @throws StoreError  `in-use` while a backup is being restored, `replaced` afterwards.
 */
export const nodeGuard = (): ((client: ClientBase) => Promise<void>) => {
  let known: string | null = null;
  return async (client) => {
    const shared = await client.query<{ taken: boolean }>(`select pg_try_advisory_lock_shared(${lockKey}) as "taken"`);
    if (shared.rows[0]?.taken !== true)
      throw new StoreError('in-use', 'A backup is being restored into this database. Wait until that is done.');
    const { rows } = await client.query<{ identity: string | null }>(databaseIdentity);
    const identity = rows[0]?.identity ?? null;
    if (known !== null && identity !== known)
      throw new StoreError('replaced', 'A backup was restored into this database. Restart this node.');
    known = identity;
  };
};

/** Takes the whole database for the transaction. @returns false while a node is connected. */
export const takeDatabase = `select pg_try_advisory_xact_lock(${lockKey}) as "taken"`;
