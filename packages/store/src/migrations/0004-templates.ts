// Agendas of the workspace, every version of them. Never changed after a release.
import type { Kysely } from 'kysely';

export const templates = () => ({
  up: async (db: Kysely<unknown>): Promise<void> => {
    await db.schema
      .createTable('template')
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('savedAtMs', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('templateKey', ['id', 'version'])
      .execute();
  },
});
