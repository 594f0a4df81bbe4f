// Finding the card to cite. Pure.
import type { Card, CardKind } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { citeLabel } from './cite-label.ts';

export interface CiteQuery {
  /** Words that all have to occur, in any order. */
  text: string;
  kind: CardKind | null;
  /** Ids that are cited already; with `onlyNotCited` they are left out. */
  cited: ReadonlySet<CardId>;
  onlyNotCited: boolean;
}

/** Cards that match, in the order given; empty cards can not be cited. */
export const citeable = (cards: readonly Card[], query: CiteQuery, zone: string): Card[] => {
  const wanted = words(query.text);
  return cards.filter((card) => {
    if (card.text.trim() === '' || (query.kind !== null && card.kind !== query.kind)) return false;
    if (query.onlyNotCited && query.cited.has(card.id)) return false;
    const haystack = `${citeLabel(card, zone)} ${card.text} ${card.author?.name ?? ''}`.toLowerCase();
    return wanted.every((word) => haystack.includes(word));
  });
};

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);
