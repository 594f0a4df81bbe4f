// Agendas of the workspace on any engine. Rules: SPEC T1-T3.
import type { Kysely, Selectable } from 'kysely';
import type { Template } from '@hearth/review/templates/template';
import type { SavedTemplate, TemplateStore } from './ports/templates.ts';
import type { Tables } from './schema.ts';

export const templateStore = (db: Kysely<Tables>): TemplateStore => ({
  list: async () => {
    const rows = await db
      .selectFrom('template')
      .selectAll()
      .where((eb) =>
        eb(
          'version',
          '=',
          eb
            .selectFrom('template as other')
            .select(({ fn }) => fn.max('other.version').as('newest'))
            .whereRef('other.id', '=', 'template.id'),
        ),
      )
      .execute();
    return rows.map(toSaved);
  },

  find: async (id) => {
    const row = await newestOf(db, id).executeTakeFirst();
    return row ? toSaved(row) : null;
  },

  versions: async (id) => (await newestOf(db, id).execute()).map(toSaved),

  save: (template, savedAtMs) =>
    db.transaction().execute(async (tx) => {
      const newest = await newestOf(tx, template.id).executeTakeFirst();
      if (template.version !== (newest?.version ?? 0) + 1) return false;
      const { id, version } = template;
      // Of two who save the same version at once the second finds it taken.
      const written = await tx
        .insertInto('template')
        .values({ id, version, body: JSON.stringify(template), savedAtMs })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return written.numInsertedOrUpdatedRows === 1n;
    }),

  remove: async (id) => {
    const removed = await db.deleteFrom('template').where('id', '=', id).executeTakeFirst();
    return removed.numDeletedRows > 0n;
  },
});

const newestOf = (db: Kysely<Tables>, id: string) =>
  db.selectFrom('template').selectAll().where('id', '=', id).orderBy('version', 'desc');

const toSaved = ({ body, savedAtMs }: Selectable<Tables['template']>): SavedTemplate => ({
  template: JSON.parse(body) as Template,
  savedAtMs,
});
