// My own dots: what the server knows of them, and what I have just done. A press shows at once; each card has one message
// under way at most, and the last wish wins.
import type { CardId } from '@hearth/review/ids';

/** What the server told last: my dots in the vote that is open. */
interface Told {
  voteId: number;
  dots: Readonly<Record<CardId, number>>;
}

interface BallotOptions {
  /** Dots of everybody in this vote. */
  budget: number;
  /** Whether a card is on the board: dots on one that was removed are free again. */
  isThere: (card: CardId) => boolean;
  /** @returns whether the server took it. Never rejects. */
  send: (card: CardId, dots: number) => Promise<boolean>;
  onChange: () => void;
}

export interface Ballot {
  /** Mine on a card, as they are or are about to be. */
  on(card: CardId): number;
  left(): number;
  /** Whether I have given any. */
  begun(): boolean;
  /** Gives one dot or takes one back. @returns false where there is none left to give, or none to take. */
  step(card: CardId, by: 1 | -1): boolean;
  /** What the server says now. */
  tell(dots: Told['dots']): void;
}

export const openBallot = ({ budget, isThere, send, onChange }: BallotOptions): Ballot => {
  let known = new Map<CardId, number>();
  /** What I want on cards of which the server has not said so yet. */
  const wanted = new Map<CardId, number>();
  const underWay = new Set<CardId>();

  const on = (card: CardId): number => wanted.get(card) ?? known.get(card) ?? 0;
  const cards = (): CardId[] => [...new Set([...known.keys(), ...wanted.keys()])];
  const given = (): number => cards().reduce((sum, card) => sum + (isThere(card) ? on(card) : 0), 0);

  const post = async (card: CardId): Promise<void> => {
    if (underWay.has(card)) return;
    underWay.add(card);
    for (;;) {
      const dots = on(card);
      const taken = await send(card, dots);
      // What was taken stands, whether the server has told it yet or not; what was refused is as it was.
      if (taken) known.set(card, dots);
      if (!taken || on(card) === dots) break;
    }
    underWay.delete(card);
    wanted.delete(card);
    onChange();
  };
  const put = (card: CardId, dots: number): void => {
    wanted.set(card, dots);
    void post(card);
  };

  return {
    on,
    left: () => Math.max(0, budget - given()),
    begun: () => cards().some((card) => on(card) > 0),
    step: (card, by) => {
      const dots = on(card) + by;
      if (dots < 0 || (by > 0 && given() >= budget)) return false;
      if (by > 0) for (const gone of cards()) if (!isThere(gone) && on(gone) > 0) put(gone, 0);
      put(card, dots);
      onChange();
      return true;
    },
    tell: (dots) => {
      known = new Map(Object.entries(dots) as [CardId, number][]);
      onChange();
    },
  };
};
