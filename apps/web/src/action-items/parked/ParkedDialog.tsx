// The parked actions, one below the other: each is confirmed, edited, or dismissed, or kept until its soak time is over.
import { isEarly } from '@hearth/learning/action-items/soak';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useRef } from 'react';
import { adviceOf } from '../../api/api-error.ts';
import { useCommands } from '../../board/commands.tsx';
import { useSession } from '../../board/session.tsx';
import { focusCard } from '../../board/focus.ts';
import { useAnnounce } from '../../design/announce.tsx';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Notice } from '../../design/Notice.tsx';
import { Skeleton } from '../../design/Skeleton.tsx';
import { draftOf } from '../panel/draft.ts';
import { ProposalItem } from '../panel/ProposalItem.tsx';
import { SoakLine, useSoak } from '../panel/soak.tsx';
import { useDeciding } from '../panel/use-deciding.ts';
import { parkedWords } from './parked.ts';
import { useParked } from './use-parked.ts';
import styles from './Parked.module.css';

interface ParkedDialogProps {
  reviewId: ReviewId;
  onClose: () => void;
}

export const ParkedDialog = ({ reviewId, onClose }: ParkedDialogProps) => {
  const { view, zone } = useSession();
  const commands = useCommands();
  const announce = useAnnounce();
  const { parked, canDecide } = useParked(reviewId);
  const soak = useSoak(zone);
  const early = isEarly(soak);
  const list = useRef<HTMLDivElement>(null);
  const toNext = (): void => list.current?.focus({ preventScroll: true });
  const deciding = useDeciding(reviewId, {
    early,
    onDecided: ({ source }, how) => {
      // What was confirmed is no longer for later.
      if (how === 'confirmed' && source.kind === 'card') commands.change(source.cardId, { parked: false });
      toNext();
    },
  });
  const keep = (id: CardId, text: string): void => {
    commands.change(id, { parked: false });
    announce(`Kept: ${text}`);
    toNext();
  };
  const { findQuietly } = deciding;
  const look = useEffectEvent(findQuietly);
  // Each card is read anew: it may have been written, or changed, since anybody looked.
  const unread = parked.some(({ proposal }) => proposal === null);
  useEffect(() => {
    if (canDecide) look();
  }, [canDecide]);
  const show = (id: CardId): void => {
    onClose();
    focusCard(id);
  };
  return (
    <Dialog title={parked.length === 0 ? 'Parked actions' : parkedWords(parked.length)} width="wide" onClose={onClose}>
      <SoakLine soak={soak} zone={zone} />
      <div ref={list} tabIndex={-1} className={styles.list}>
        {parked.length === 0 ? (
          <p>Nothing is parked any more. No action is a good outcome too.</p>
        ) : (
          <ul>
            {parked.map(({ card, proposal }) => (
              <li key={card.id} className={styles.item}>
                {proposal === null ? (
                  <p>{card.text}</p>
                ) : (
                  <ProposalItem
                    proposal={proposal}
                    draft={deciding.drafts.get(proposal.id) ?? draftOf(proposal)}
                    board={{ view, zone, onOpenCard: show }}
                    canDecide={canDecide}
                    busy={deciding.busyWith === proposal.id}
                    early={early}
                    onKeep={() => keep(card.id, proposal.text)}
                    onDraft={(draft) => deciding.keepDraft(proposal.id, draft)}
                    onConfirm={(draft) => deciding.confirm(proposal, draft)}
                    onDismiss={() => deciding.dismiss(proposal)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        {unread && deciding.finding && <Skeleton label="Reading the parked actions" lines={2} />}
        {unread && deciding.notFound !== null && (
          <Notice
            live="alert"
            actions={
              <Button look="line" onClick={findQuietly}>
                Try again
              </Button>
            }
          >
            {adviceOf(deciding.notFound)}
          </Notice>
        )}
      </div>
    </Dialog>
  );
};
