// Brings a database to the tables that this code knows. Forward only. Rules: SPEC S3.
import { sql, type Kysely } from 'kysely';
import { DEFAULT_MIGRATION_TABLE, Migrator } from 'kysely/migration';
import type { ColumnTypes } from './column-types.ts';
import { allMigrations } from './migrations/all.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';

/**
 * Runs the migrations that are missing, all in one transaction.
 * @param upTo  the last of them; all when left out.
 * @throws StoreError  `newer-schema` when the database has migrations that this code does not know.
 */
export const migrate = async (db: Kysely<Tables>, types: ColumnTypes, upTo?: string): Promise<void> => {
  const migrations = allMigrations(types);
  const applied = await appliedMigrations(db);
  refuseNewer(applied, migrations);
  if (applied.includes(upTo ?? Object.keys(migrations).at(-1) ?? '')) return;
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } });
  const { error } = await (upTo === undefined ? migrator.migrateToLatest() : migrator.migrateTo(upTo));
  if (error instanceof StoreError) throw error;
  if (error !== undefined)
    throw new StoreError('failed', 'The database could not be brought to this version of Hearth.', { cause: error });
};

/** @throws StoreError  `newer-schema` when one of the applied migrations is not among those known. */
export const refuseNewer = (applied: readonly string[], known: Record<string, unknown>): void => {
  const unknown = applied.filter((name) => !(name in known));
  if (unknown.length > 0)
    throw new StoreError(
      'newer-schema',
      `This database was written by a newer version of Hearth (it has ${unknown.join(', ')}). ` +
        'Start that version, or restore a backup made before the upgrade.',
    );
};

/** Names of the migrations that a database has; none where it is empty. */
export const appliedMigrations = async (db: Kysely<Tables>): Promise<string[]> => {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE)) return [];
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db);
  return rows.map((row) => row.name);
};
