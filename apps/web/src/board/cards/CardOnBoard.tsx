// The registry of cards: how each kind is drawn on the board.
import {
  categoryNames,
  facetNames,
  type Card,
  type CardKind,
  type CardOf,
  type EventCard as EventCardValue,
} from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { Paperclip, Star, type LucideIcon } from 'lucide-react';
import { memo, type ComponentType } from 'react';
import { classes } from '../../design/classes.ts';
import { TalkMarks, useHasTalk } from '../../comments/TalkMarks.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Ties } from '../differently/Ties.tsx';
import { eventIcons } from '../event-kinds.ts';
import { categoryIcons } from '../factors/category-icons.ts';
import { LinkHandle } from '../factors/late-handle.ts';
import { useCard, useSession, useUi } from '../session.tsx';
import { EventMore, EventPeek, EventSigns } from '../timeline/EventParts.tsx';
import { shiftedBy, timeWords } from '../timeline/time-entry.ts';
import { ownZone, timeInBoth } from '../timeline/zone-words.ts';
import { CardFrame } from './CardFrame.tsx';
import styles from './Card.module.css';

interface CardViewProps<Kind extends CardKind> {
  card: CardOf<Kind>;
  first: boolean;
}

/** Links and files. */
const evidenceOf = (card: Card): number => card.evidence.length + card.files.length;

const Evidence = ({ card }: { card: Card }) =>
  evidenceOf(card) > 0 && (
    <span className={styles.evidence}>
      <Icon of={Paperclip} size="s" />
      {evidenceOf(card)}
    </span>
  );

/** Nothing where there is nothing to tell. */
const Foot = ({ card, icon, children }: { card: Card; icon?: LucideIcon; children: string }) => {
  const hasTalk = useHasTalk(card);
  if (children === '' && evidenceOf(card) === 0 && !hasTalk) return null;
  return (
    <p className={styles.foot}>
      {icon && <Icon of={icon} size="s" />}
      <span>{children}</span>
      <span className={styles.marks}>
        <Evidence card={card} />
        <TalkMarks card={card} />
      </span>
    </p>
  );
};

const EventOnBoard = ({ card, first }: CardViewProps<'event'>) => (
  <CardFrame
    card={card}
    first={first}
    className={classes(
      styles.event,
      card.key && styles.key,
      card.precision === 'about' && styles.about,
      card.at === null && styles.undated,
    )}
    head={<EventHead card={card} />}
    foot={<EventMore card={card} />}
  />
);

const EventHead = ({ card }: { card: EventCardValue }) => {
  const { anchorMs, zone } = useSession();
  const shift = useUi(({ lifted, drop }) => (lifted?.has(card.id) === true ? (drop?.shiftMs ?? 0) : 0));
  const words = timeWords(shiftedBy(card, shift), anchorMs(), zone);
  return (
    <p className={styles.when}>
      <span title={timeInBoth(card, anchorMs(), zone, ownZone())}>
        {words.startsWith('about ') ? (
          <>
            <span className={styles.aboutWord}>about</span> {words.slice(6)}
          </>
        ) : (
          words
        )}
      </span>
      {card.key && <Icon of={Star} size="s" solid className={styles.star} />}
      {evidenceOf(card) > 0 && <Icon of={Paperclip} size="s" className={styles.clip} />}
      <EventSigns card={card} />
      <Ties card={card} brief />
      <span className={styles.talk}>
        <TalkMarks card={card} brief />
      </span>
      <Icon of={eventIcons[card.eventKind]} size="s" className={styles.eventKind} />
      <EventPeek card={card} />
    </p>
  );
};

const PerspectiveOnBoard = ({ card, first }: CardViewProps<'perspective'>) => (
  <CardFrame
    card={card}
    first={first}
    className={styles.perspective}
    head={<p className={styles.facet}>{facetNames[card.facet]}</p>}
    foot={
      <>
        <Ties card={card} />
        <Foot card={card}>{''}</Foot>
      </>
    }
  />
);

const FactorOnBoard = ({ card, first }: CardViewProps<'factor'>) => (
  <CardFrame
    card={card}
    first={first}
    className={styles.factor}
    foot={
      <>
        <Foot card={card} icon={categoryIcons[card.category]}>
          {categoryNames[card.category]}
        </Foot>
        <LinkHandle id={card.id} />
      </>
    }
  />
);

const QuestionOnBoard = ({ card, first }: CardViewProps<'question'>) => (
  <CardFrame card={card} first={first} className={styles.factor} foot={<Foot card={card}>Question</Foot>} />
);

const LearningOnBoard = ({ card, first }: CardViewProps<'learning'>) => (
  <CardFrame
    card={card}
    first={first}
    className={styles.plain}
    foot={<Foot card={card}>{card.author?.name ?? ''}</Foot>}
  />
);

const ActionOnBoard = ({ card, first }: CardViewProps<'action'>) => (
  <CardFrame
    card={card}
    first={first}
    className={styles.plain}
    foot={<Foot card={card}>{card.author?.name ?? ''}</Foot>}
  />
);

const views: { [Kind in CardKind]: ComponentType<CardViewProps<Kind>> } = {
  event: EventOnBoard,
  perspective: PerspectiveOnBoard,
  factor: FactorOnBoard,
  question: QuestionOnBoard,
  learning: LearningOnBoard,
  action: ActionOnBoard,
};

interface CardOnBoardProps {
  id: CardId;
  first: boolean;
}

/** One card, rendered anew only when it changes itself. */
export const CardOnBoard = memo(({ id, first }: CardOnBoardProps) => {
  const card = useCard(id);
  if (!card) return null;
  const View = views[card.kind] as ComponentType<CardViewProps<CardKind>>;
  return <View card={card} first={first} />;
});
CardOnBoard.displayName = 'CardOnBoard';
