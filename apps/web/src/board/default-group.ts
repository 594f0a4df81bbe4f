// Where a new card goes when only the zone is known: by the key N, from a prompt, on a phone. Pure.
import type { Zone as StageZone } from '@hearth/review/templates/template';
import type { BoardView } from '@hearth/board/view';
import type { BoardZone } from '@hearth/board/zones';
import type { CardId } from '@hearth/review/ids';
import { groupKeyOf, type GroupKey } from './groups.ts';

/** A zone of the board for a zone of the agenda; the narrative is not on the board. */
export const boardZoneOf = (zone: StageZone | null): BoardZone | null => (zone === 'narrative' ? null : zone);

/**
 * @param near  the selected card: the new one goes beside it.
 * @param name  of the person who writes, to find their own column.
 * @returns null where nothing can be written yet: perspectives without a column.
 */
export const defaultGroup = (
  view: Pick<BoardView, 'card' | 'columns'>,
  zone: BoardZone,
  near: CardId | null = null,
  name = '',
): GroupKey | null => {
  const card = near === null ? undefined : view.card(near);
  if (card) return groupKeyOf(card);
  switch (zone) {
    case 'timeline':
      return 'event/';
    case 'perspectives': {
      const columns = view.columns();
      const own = columns.find((column) => column.name.toLocaleLowerCase() === name.toLocaleLowerCase()) ?? columns[0];
      return own ? `perspective/${own.id}` : null;
    }
    case 'factors':
      return 'factor/technical';
    case 'learnings':
      return 'learning';
    case 'actions':
      return 'action/open';
  }
};
