// The number of a document's newest update. PostgreSQL counts it in `liveDocument`, under whose lock it appends. SQLite
// writes there at compactions only, which halves what a commit writes; in between the log itself tells. Rules: SPEC L1.
import { sql, type Kysely } from 'kysely';
import type { Tables } from './schema.ts';

/** Of the row of `liveDocument` that a statement is at. Common to both engines, and a look into one index. */
export const headSql = `coalesce(
  (select max(u."seq") from "documentUpdate" u
    where u."document" = "liveDocument"."name" and u."seq" > "liveDocument"."lastSeq"),
  "liveDocument"."lastSeq")`;

export const headSeq = sql.raw<number>(headSql);

/** Writes down what the log tells: before another engine counts on. */
export const noteHeads = async (db: Kysely<Tables>): Promise<void> => {
  await db.updateTable('liveDocument').set({ lastSeq: headSeq }).execute();
};
