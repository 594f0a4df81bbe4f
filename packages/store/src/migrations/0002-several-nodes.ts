// What several nodes and the history need: when an update came, who writes under a client id, kept states, leases.
// Never changed after a release.
import { sql, type Kysely } from 'kysely';
import type { ColumnTypes } from '../column-types.ts';

type Db = Kysely<unknown>;

export const severalNodes = (types: ColumnTypes) => ({
  up: async (db: Db): Promise<void> => {
    await addTimes(db, types);
    await keepSeveralStates(db, types);
    await db.schema
      .createTable('documentWriter')
      .addColumn('document', 'text', (column) => column.notNull())
      .addColumn('client', 'bigint', (column) => column.notNull())
      .addColumn('writer', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('documentWriterKey', ['document', 'client'])
      .modifyEnd(types.byKey)
      .execute();
    await db.schema
      .createTable('lease')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('holder', 'text', (column) => column.notNull())
      .addColumn('untilMs', 'bigint', (column) => column.notNull())
      .execute();
  },
});

/** Nobody noted when an older update came: it gets the time of its review. */
const boardCreatedAtMs = (document: string) =>
  sql`coalesce((select r."createdAtMs" from "review" r where 'board/' || r."id" = ${sql.ref(document)}), 0)`;

const addTimes = async (db: Db, types: ColumnTypes): Promise<void> => {
  await db.schema.alterTable('documentUpdate').renameTo('untimedUpdate').execute();
  await db.schema
    .createTable('documentUpdate')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', types.bytes, (column) => column.notNull())
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('documentUpdateBySeq', ['document', 'seq'])
    .modifyEnd(types.byKey)
    .execute();
  await sql`insert into "documentUpdate" ("document", "seq", "bytes", "atMs")
    select "document", "seq", "bytes", ${boardCreatedAtMs('untimedUpdate.document')} from "untimedUpdate"`.execute(db);
  await db.schema.dropTable('untimedUpdate').execute();
};

const keepSeveralStates = async (db: Db, types: ColumnTypes): Promise<void> => {
  await db.schema.alterTable('documentState').renameTo('onlyState').execute();
  await db.schema
    .createTable('documentState')
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('bytes', types.bytes, (column) => column.notNull())
    .addColumn('sections', types.bytes)
    .addColumn('atMs', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('documentStateKey', ['document', 'seq'])
    .execute();
  await sql`insert into "documentState" ("document", "seq", "bytes", "sections", "atMs")
    select "document", "seq", "bytes", null, ${boardCreatedAtMs('onlyState.document')} from "onlyState"`.execute(db);
  await db.schema.dropTable('onlyState').execute();
};
