// Taking part, at work in the room: reactions are shown and told, rounds and votes have their panels, commands and dialogs.
import type { CardId } from '@hearth/review/ids';
import { useEffect, useRef } from 'react';
import { useBringActs } from '../commands/late-acts.ts';
import { useAnnounce } from '../design/announce.tsx';
import { BelowToasts } from '../design/toast.tsx';
import { useCommand, useFacilitation, useMyTurn, useReactions } from '../facilitation/use-facilitation.ts';
import { VotePanel } from '../votes/VotePanel.tsx';
import { Votes } from '../votes/Votes.tsx';
import { isQuiet } from '../quiet/quiet.ts';
import { askFor, useAsked } from './asked.ts';
import { Offers } from './Offers.tsx';
import { paceWords } from './pace-words.ts';
import { ReactionBar } from './ReactionBar.tsx';
import { raise } from './rising.ts';
import { RisingOverAvatars } from './RisingReactions.tsx';
import { RoundDialog } from './RoundDialog.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import styles from './TakingPart.module.css';
import { usePace } from './use-pace.ts';

export interface TakingPartProps {
  onOpenCard: (id: CardId) => void;
  /** On a phone the panels stand with the stage. */
  onPhone: boolean;
}

export const TakingPart = ({ onOpenCard, onPhone }: TakingPartProps) => {
  const { view, facilitates, takesPart, seat } = useFacilitation();
  const command = useCommand();
  const asked = useAsked();
  const pace = usePace();
  useShownReactions();
  useToldPace();
  useToldHand();
  const { status, round, vote } = view?.state ?? {};
  const speaker = round?.order[round.turn];
  const passes = speaker !== undefined && (speaker === seat.participantId || facilitates);
  useBringActs({
    ...(takesPart && status !== undefined && status !== 'ended' ? { reactions: () => askFor('reactions') } : {}),
    ...(pace.possible ? { slower: () => pace.wish('slower'), faster: () => pace.wish('faster') } : {}),
    ...(facilitates && status === 'running' && !round ? { 'begin-round': () => askFor('round') } : {}),
    ...(passes ? { 'pass-turn': () => void command({ kind: 'end-turn', of: speaker }) } : {}),
  });
  useEffect(() => () => askFor(null), []);
  return (
    <>
      <RisingOverAvatars />
      <Votes onOpenCard={onOpenCard} />
      {asked === 'reactions' && <ReactionBar onClose={() => askFor(null)} />}
      {asked === 'round' && <RoundDialog onClose={() => askFor(null)} />}
      {view && (
        <BelowToasts>
          {facilitates && <Offers view={view} />}
          {!onPhone && round && (
            <div className={styles.panel}>
              <RoundPanel view={view} />
            </div>
          )}
          {!onPhone && vote && (
            <div className={styles.panel}>
              <VotePanel view={view} />
            </div>
          )}
        </BelowToasts>
      )}
    </>
  );
};

/** Shows reactions at once, but for those who have it quiet. The captions of the meeting tell them, and whose turn it is. */
const useShownReactions = (): void => {
  useReactions((given) => {
    if (!isQuiet()) raise(given.participantId, given.reaction);
  });
};

const paceRestMs = 6_000;

/** Tells whoever facilitates of the pace once wishes have come to rest. */
const useToldPace = (): void => {
  const { view, facilitates } = useFacilitation();
  const say = useAnnounce();
  const words = facilitates ? paceWords(view?.state.pace) : '';
  useEffect(() => {
    if (words === '') return;
    const timer = setTimeout(() => say(words), paceRestMs);
    return () => clearTimeout(timer);
  }, [words, say]);
};

/** Says that one's hand has come to the front of the queue. */
const useToldHand = (): void => {
  const { handPlace } = useMyTurn();
  const say = useAnnounce();
  const before = useRef(handPlace);
  useEffect(() => {
    if (handPlace === 1 && before.current > 1) say('Your hand is the first now.');
    before.current = handPlace;
  }, [handPlace, say]);
};
