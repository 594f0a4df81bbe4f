// Taking part, at work in the room: reactions are shown and told, rounds and votes have their panels, commands and dialogs.
import type { CardId } from '@hearth/review/ids';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useBringActs } from '../commands/late-acts.ts';
import { useAnnounce } from '../design/announce.tsx';
import { BelowToasts } from '../design/toast.tsx';
import { useCommand, useFacilitation, useMyTurn, useReactions } from '../facilitation/use-facilitation.ts';
import { VotePanel } from '../votes/VotePanel.tsx';
import { Votes } from '../votes/Votes.tsx';
import { askFor, useAsked } from './asked.ts';
import { Offers } from './Offers.tsx';
import { paceWords } from './pace-words.ts';
import { ReactionBar } from './ReactionBar.tsx';
import { reactionSentence, type GivenReaction } from './reactions.ts';
import { raise } from './rising.ts';
import { RisingOverAvatars } from './RisingReactions.tsx';
import { RoundDialog } from './RoundDialog.tsx';
import { RoundPanel } from './RoundPanel.tsx';
import { turnNow, turnWords } from './rounds.ts';
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
  useToldReactions();
  useToldTurns();
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

/** What comes together within this time is one sentence. */
const togetherMs = 3_000;

/** Shows reactions at once, and tells them at most once in a while. */
const useToldReactions = (): void => {
  const { view, seat } = useFacilitation();
  const say = useAnnounce();
  const waiting = useRef<GivenReaction[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const people = useRef(view?.people);
  useEffect(() => {
    people.current = view?.people;
  });
  useReactions((given) => {
    raise(given.participantId, given.reaction);
    waiting.current.push(given);
    timer.current ??= setTimeout(() => {
      timer.current = null;
      const nameOf = (id: string): string | undefined =>
        people.current?.find(({ participantId }) => participantId === id)?.name;
      say(reactionSentence(waiting.current.splice(0), nameOf, seat.participantId));
    }, togetherMs);
  });
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current);
    },
    [],
  );
};

/** Says whose turn it is when it passes on, and that the round is over. */
const useToldTurns = (): void => {
  const { view, seat } = useFacilitation();
  const say = useAnnounce();
  const now = view && turnNow(view);
  const place = now?.place ?? null;
  const there = view !== null;
  const before = useRef<number | null>(null);
  const tell = useEffectEvent((was: number | null) => {
    if (now)
      say(
        `${was === null ? `A round begins: ${view?.state.round?.question ?? ''} ` : ''}${turnWords(now, seat.participantId)}`,
      );
    else if (was !== null) say('The round is over.');
  });
  useEffect(() => {
    if (!there) return;
    if (place !== before.current) tell(before.current);
    before.current = place;
  }, [there, place]);
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
