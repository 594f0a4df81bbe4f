// What stands beside the name of a zone in the outline: "12 events, 2 key moments, 1 gap". Pure.
import type { Card } from '@hearth/board/cards';
import { gapsOf } from '@hearth/board/timeline';
import { counted } from '@hearth/review/time/words';
import { kinds } from '../../design/kinds.ts';

/**
 * @param all  how many there are where some are left out.
 * @param above  how many more of the zone stand above the list.
 */
export const zoneWords = (cards: readonly Card[], all: number, above = 0): string => {
  if (cards.length < all) return `${cards.length} of ${counted(all, 'card')}`;
  if (all === 0) return above > 0 ? 'nothing else yet' : 'nothing yet';
  const byKind = Map.groupBy(cards, (card) => card.kind);
  const events = cards.filter((card) => card.kind === 'event');
  const keys = events.filter((event) => event.key).length;
  const gaps = gapsOf(events).length;
  return [
    ...[...byKind].map(([kind, { length }]) =>
      counted(length, kinds[kind].name.toLowerCase(), kinds[kind].plural.toLowerCase()),
    ),
    ...(keys > 0 ? [counted(keys, 'key moment')] : []),
    ...(gaps > 0 ? [counted(gaps, 'gap')] : []),
  ].join(', ');
};
