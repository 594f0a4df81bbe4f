// Writes on a board from outside, as somebody else's browser would: through the log, before anyone has it open.
import type { Author } from '@hearth/board/operations';
import { seedUpdate, type SeedBoard } from '@hearth/board/seed';
import type { CardId, ReviewId } from '@hearth/review/ids';
import type { Store } from '@hearth/store/ports/store';

const by: Author = { author: { id: null, name: 'Mara' }, nowMs: 0 };

export const actionCard = (id: string, text: string): NonNullable<SeedBoard['cards']>[number] => ({
  card: { kind: 'action', id: id as CardId, text, parked: false },
  by,
});

let clients = 1;

export const writeOnBoard = async (
  store: Store,
  reviewId: ReviewId,
  cards: NonNullable<SeedBoard['cards']>,
): Promise<void> => {
  const update = seedUpdate({ cards, narrative: { type: 'doc' } }, (clients += 1));
  await store.updateLog.append([{ document: `board/${reviewId}`, update, atMs: 0, writers: [] }]);
};
