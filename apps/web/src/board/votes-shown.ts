// A vote as the cards show it; its work is done elsewhere.
import type { Card } from '@hearth/board/cards';

type Voted = Pick<Card, 'id' | 'kind'>;

export interface VotesShown {
  /** Said with a card's name; empty where nothing is to be seen on it. It stays the same while nothing about the card changes. */
  spoken(card: Voted): string;
  /** Mine while the vote is open; everybody's once it is closed. */
  dots(card: Voted): number;
  /** Gives the card one of my dots, or takes one back; null where that is not possible now. */
  stepper(card: Voted): ((by: 1 | -1) => void) | null;
  /** What is left of mine, and of how many; null while none can be given. */
  mine: { left: number; of: number; begun: boolean } | null;
}

/** What + and − do on a focused card; null for any other key, and where nothing is voted on. */
export const dotKey = (key: string, card: Voted | undefined, votes: VotesShown | null): (() => void) | null => {
  const by = key === '+' || key === '=' ? 1 : key === '-' ? -1 : null;
  const step = by === null || card === undefined ? null : (votes?.stepper(card) ?? null);
  return by === null || step === null ? null : () => step(by);
};
