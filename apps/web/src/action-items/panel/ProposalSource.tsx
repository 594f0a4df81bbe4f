// The sentence that a proposal came from, and a chip of its card.
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import type { CardId } from '@hearth/review/ids';
import { useCallback, useSyncExternalStore } from 'react';
import { KindChip } from '../../design/KindChip.tsx';
import { citeLabel } from '../../narrative/cite-label.ts';
import type { SourceBoard } from './ActionProposals.tsx';
import styles from './ActionProposals.module.css';
import { sentenceAdds } from './draft.ts';

interface ProposalSourceProps {
  source: ProposalBody['source'];
  text: string;
  board: SourceBoard;
}

export const ProposalSource = ({ source, text, board }: ProposalSourceProps) => (
  <div className={styles.source}>
    {sentenceAdds(source.sentence, text) && <blockquote>{source.sentence}</blockquote>}
    {source.kind === 'card' ? (
      <SourceCard cardId={source.cardId} board={board} />
    ) : (
      <span className="meta">from the narrative</span>
    )}
  </div>
);

const SourceCard = ({ cardId, board }: { cardId: CardId; board: SourceBoard }) => {
  const { view, zone, onOpenCard } = board;
  const subscribe = useCallback((listener: () => void) => view.subscribe(listener), [view]);
  const card = useSyncExternalStore(subscribe, () => view.card(cardId));
  if (!card) return <span className="meta">from a card that is no longer on the board</span>;
  return <KindChip kind={card.kind} label={citeLabel(card, zone)} onClick={() => onOpenCard(card.id)} />;
};
