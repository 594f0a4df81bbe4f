// Actions that were parked for later and about which nobody has decided since. Pure.
import type { ActionCard } from '@hearth/board/cards';
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import { counted } from '@hearth/review/time/words';

export interface ParkedAction {
  card: ActionCard;
  /** null until the board has been looked through since it was written. */
  proposal: ProposalBody | null;
}

/** In the order of the board. An empty card is nothing to decide about. */
export const parkedActions = (cards: readonly ActionCard[], proposals: readonly ProposalBody[]): ParkedAction[] => {
  const byCard = new Map(
    proposals.flatMap((proposal) =>
      proposal.source.kind === 'card' ? [[proposal.source.cardId, proposal] as const] : [],
    ),
  );
  return cards.flatMap((card) => {
    const proposal = byCard.get(card.id) ?? null;
    const decided = proposal !== null && proposal.state !== 'proposed';
    return card.parked && card.text.trim() !== '' && !decided ? [{ card, proposal }] : [];
  });
};

const small = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** `Four parked actions`, `11 parked actions`. */
export const parkedWords = (count: number): string =>
  counted(count, 'parked action').replace(/^\d+/, (digits) => small[count] ?? digits);
