// Appending in PostgreSQL: one call of one function, so one round trip and one transaction. Rules: SPEC L1, L6, L7, G2.
import { sql, type Kysely } from 'kysely';
import type { AppendEntry } from '@hearth/sync/update-log';
import { packEntries } from '../packed-entries.ts';
import type { Tables } from '../schema.ts';
import type { Sessions } from './sessions.ts';

/** Nodes of two versions may run side by side for a while: another signature gets another name. */
const name = 'appendUpdates1';

const parameters = `documents text[], "entryDocument" int[], "entryStart" int[], "entryLength" int[],
  "entryAtMs" bigint[], "claimEntry" int[], "claimClient" bigint[], "claimWriter" text[], bytes bytea`;

/**
 * Each statement in here sees what was committed before it. So the writers are looked up only once the documents' rows
 * are locked; and they are locked in the order of their names, so that two batches never wait for each other in a circle.
 */
const body = `
declare
  closed int[] := array_fill(2147483647, array[cardinality(documents)]);
  claimed int;
  place int;
  seqs bigint[];
begin
  -- What people type: one update of one document, at half the price of the general way below.
  if cardinality("entryDocument") = 1 and cardinality("claimEntry") = 0 then
    insert into "liveDocument" ("name", "lastSeq") values (documents[1], 1)
      on conflict ("name") do update set "lastSeq" = "liveDocument"."lastSeq" + 1
      returning array["lastSeq"] into seqs;
    insert into "documentUpdate" ("document", "seq", "bytes", "atMs")
      values (documents[1], seqs[1], bytes, "entryAtMs"[1]);
    return seqs;
  end if;
  if cardinality("claimEntry") > 0 then
    insert into "liveDocument" ("name", "lastSeq") select d, 0 from unnest(documents) as d order by d
      on conflict ("name") do update set "lastSeq" = "liveDocument"."lastSeq";
    for claimed in select distinct e from unnest("claimEntry") as e order by e loop
      place := "entryDocument"[claimed];
      continue when claimed > closed[place];
      if exists (
        select from unnest("claimEntry", "claimClient", "claimWriter") as claim(e, c, w)
        join "documentWriter" d on d."document" = documents[place] and d."client" = claim.c
        where claim.e = claimed and d."writer" <> claim.w
      ) then
        closed[place] := claimed;
      else
        insert into "documentWriter" ("document", "client", "writer")
          select documents[place], claim.c, claim.w
          from unnest("claimEntry", "claimClient", "claimWriter") as claim(e, c, w) where claim.e = claimed
          on conflict do nothing;
      end if;
    end loop;
  end if;
  with entry as (
    select e.nr, e.place, e.start, e.length, e."atMs", row_number() over (partition by e.place order by e.nr) as nth
    from unnest("entryDocument", "entryStart", "entryLength", "entryAtMs")
      with ordinality as e(place, start, length, "atMs", nr)
    where e.nr < closed[e.place]
  ), head as (
    insert into "liveDocument" ("name", "lastSeq")
      select documents[entry.place], count(*) from entry group by entry.place order by documents[entry.place]
      on conflict ("name") do update set "lastSeq" = "liveDocument"."lastSeq" + excluded."lastSeq"
      returning "name", "lastSeq"
  ), numbered as (
    select entry.*, head."name", head."lastSeq" - count(*) over (partition by entry.place) + entry.nth as seq
    from entry join head on head."name" = documents[entry.place]
  ), added as (
    insert into "documentUpdate" ("document", "seq", "bytes", "atMs")
      select numbered."name", numbered.seq, substring(bytes from numbered.start for numbered.length), numbered."atMs"
      from numbered
  )
  select array_agg(numbered.seq order by every.nr) into seqs
  from generate_series(1, cardinality("entryDocument")) as every(nr) left join numbered using (nr);
  return seqs;
end`;

/** Brings the function into the database, where it is not there already. The caller holds the migrations' lock. */
export const createAppend = async (db: Kysely<Tables>): Promise<void> => {
  const { rows } = await sql<{ prosrc: string }>`
    select p.prosrc from pg_proc p where p.proname = ${name} and p.pronamespace = current_schema()::regnamespace
  `.execute(db);
  if (rows[0]?.prosrc === body) return;
  await sql
    .raw(`create or replace function "${name}"(${parameters}) returns bigint[] language plpgsql as $$${body}$$`)
    .execute(db);
};

const call = `select "${name}"($1, $2, $3, $4, $5, $6, $7, $8, $9) as seqs`;

export const appendTo =
  (sessions: Sessions) =>
  async (entries: readonly AppendEntry[]): Promise<(number | null)[]> => {
    if (entries.length === 0) return [];
    // Before waiting: the caller may reuse its buffers afterwards.
    const values = valuesOf(entries);
    const session = await sessions.connect();
    try {
      const { rows } = await session.query<{ seqs: (number | null)[] }>(call, values, name);
      return rows[0]!.seqs;
    } finally {
      session.release();
    }
  };

/** PostgreSQL counts from 1. */
const valuesOf = (entries: readonly AppendEntry[]): unknown[] => {
  const { documents, indexes, lengths, atMs, writers, bytes } = packEntries(entries);
  let next = 1;
  const starts = lengths.map((length) => (next += length) - length);
  return [
    documents,
    indexes.map((index) => index + 1),
    starts,
    lengths,
    atMs,
    writers.map(({ entry }) => entry + 1),
    writers.map(({ client }) => client),
    writers.map(({ writer }) => writer),
    bytes,
  ];
};
