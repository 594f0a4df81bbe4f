// Leases on any engine. Rules: SPEC E1, E2.
import { sql, type Expression, type Kysely } from 'kysely';
import type { Leases } from '@hearth/sync/leases';
import type { Tables } from './schema.ts';

/** @param nowMs  the store's clock, as an expression: Unix milliseconds. */
export const leases = (db: Kysely<Tables>, nowMs: () => Expression<number>): Leases => ({
  take: async (name, holder, forMs) => {
    const now = nowMs();
    // One statement: of two who take at the same time, the second sees the first.
    const taken = await db
      .insertInto('lease')
      .values({ name, holder, untilMs: sql<number>`${now} + ${forMs}` })
      .onConflict((conflict) =>
        conflict
          .column('name')
          .doUpdateSet((eb) => ({ holder: eb.ref('excluded.holder'), untilMs: eb.ref('excluded.untilMs') }))
          .where((eb) => eb.or([eb('lease.holder', '=', eb.ref('excluded.holder')), eb('lease.untilMs', '<=', now)])),
      )
      .returning('holder')
      .executeTakeFirst();
    return taken !== undefined;
  },

  release: async (name, holder) => {
    await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
  },
});
