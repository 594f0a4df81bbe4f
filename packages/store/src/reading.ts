// What an export reads, on any engine. Rules: SPEC B5.
import type { Kysely } from 'kysely';
import { accessStore } from './access.ts';
import { actionItemStore } from './action-items.ts';
import { feedbackStore } from './feedback.ts';
import { appliedMigrations, refuseNewer } from './migrate.ts';
import type { Reading } from './ports/reading.ts';
import { publishingStore } from './publishing.ts';
import { reviewStore } from './reviews.ts';
import type { Tables } from './schema.ts';
import { StoreError } from './store-error.ts';
import { updateLog } from './update-log.ts';

/**
 * @param known  the migrations of this code, by name.
 * @throws StoreError  `cannot-open`, `newer-schema` or `older-schema`: it can't be read without changing it.
 */
export const readingOf = async (db: Kysely<Tables>, known: Record<string, unknown>): Promise<Reading> => {
  const applied = await appliedMigrations(db);
  if (applied.length === 0) throw new StoreError('cannot-open', 'There is nothing of Hearth in this database.');
  refuseNewer(applied, known);
  if (Object.keys(known).some((name) => !applied.includes(name)))
    throw new StoreError(
      'older-schema',
      'This database was last used by an older version of Hearth. Start Hearth once, which brings it up to date.',
    );
  return {
    reviews: reviewStore(db),
    access: accessStore(db),
    actionItems: actionItemStore(db),
    publishing: publishingStore(db),
    feedback: feedbackStore(db),
    updateLog: updateLog(db, () => Promise.reject(new Error('this reads only'))),
  };
};
