// What a link may join: a condition and what it explains. Pure. SPEC G10.
import type { CardId } from '@hearth/review/ids';
import { explainingMeanings, type Card, type Link, type LinkMeaning } from './cards.ts';

export type LinkRefusal = 'gone' | 'same-card' | 'no-condition' | 'explains-nothing' | 'already' | 'loop';

/** A link that says what made something possible, or harder: not one that tells two accounts apart. */
export const isExplaining = ({ meaning }: Link): boolean =>
  (explainingMeanings as readonly LinkMeaning[]).includes(meaning);

/**
 * Why a link should not be made; null where it may be. A document can hold loops nevertheless: two people who link at once
 * do not see each other's. Whatever follows links must end in one.
 */
export const linkRefusal = (
  links: readonly Link[],
  from: Card | undefined,
  to: Card | undefined,
): LinkRefusal | null => {
  if (!from || !to) return 'gone';
  if (from.id === to.id) return 'same-card';
  if (from.kind !== 'factor') return 'no-condition';
  if (to.kind !== 'factor' && to.kind !== 'event') return 'explains-nothing';
  if (links.some((link) => link.from === from.id && link.to === to.id)) return 'already';
  return leadsTo(links, to.id, from.id) ? 'loop' : null;
};

/** Whether one comes from the first card to the second along links. */
const leadsTo = (links: readonly Link[], from: CardId, to: CardId): boolean => {
  const reached = new Set<CardId>([from]);
  for (const at of reached) {
    if (at === to) return true;
    for (const link of links) if (link.from === at) reached.add(link.to);
  }
  return false;
};
