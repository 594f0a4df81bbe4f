// On a card: how much is said about it and how people react to it. A press opens the thread, or joins a reaction.
import { reactionNames, type Card } from '@hearth/board/cards';
import { countReactions, type ReactionCount } from '@hearth/board/reactions';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { MessageSquare } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCommands } from '../board/commands.tsx';
import { useSession } from '../board/session.tsx';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { countWords } from './counts.ts';
import { reactionIcons } from './reaction-looks.ts';
import { useKept, useTalk, useTalkCount } from './talk.tsx';
import styles from './TalkMarks.module.css';

interface TalkMarksProps {
  card: Card;
  /** On the board a card is one stop of the Tab key: what is on it is reached by its keys. */
  stops?: boolean;
  /** Reactions in one number: where there is little room. */
  brief?: boolean;
}

export const TalkMarks = ({ card, stops = false, brief = false }: TalkMarksProps) => {
  const { open, unread } = useTalkCount(card.id);
  const reactions = useMyReactions(card);
  const commands = useCommands();
  const { canWrite } = useSession();
  const talk = useTalk();
  if (open === 0 && unread === 0 && reactions.length === 0) return null;
  const tabIndex = stops ? 0 : -1;
  return (
    // What is done to these is not done to their card.
    <span
      role="presentation"
      className={classes(styles.marks, brief && styles.brief)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {brief && reactions.length > 0 && (
        <Mark
          title={reactions.map(reactionWords).join('; ')}
          tabIndex={tabIndex}
          onPress={canWrite ? () => commands.open('react', card.id) : null}
        >
          {reactions.slice(0, 1).map(({ kind }) => (
            <Icon key={kind} of={reactionIcons[kind]} size="s" />
          ))}
          {reactions.reduce((sum, { count }) => sum + count, 0)}
        </Mark>
      )}
      {(brief ? [] : reactions).map((reaction) => (
        <Mark
          key={reaction.kind}
          title={reactionWords(reaction)}
          pressed={reaction.mine}
          tabIndex={tabIndex}
          onPress={canWrite && talk ? () => void talk.react(card.id, reaction.kind) : null}
        >
          <Icon of={reactionIcons[reaction.kind]} size="s" />
          {reaction.count}
        </Mark>
      ))}
      {(open > 0 || unread > 0) && (
        <Mark
          title={countWords({ open, unread, resolved: 0 })}
          fresh={unread > 0}
          tabIndex={tabIndex}
          onPress={() => commands.open('comments', card.id)}
        >
          <Icon of={MessageSquare} size="s" />
          {open}
        </Mark>
      )}
    </span>
  );
};

/** Whether there is anything to show of what is said about a card. */
export const useHasTalk = (card: Card): boolean => {
  const { open, unread } = useTalkCount(card.id);
  return open > 0 || unread > 0 || card.reactions !== undefined;
};

interface MarkProps {
  title: string;
  tabIndex: number;
  pressed?: boolean;
  fresh?: boolean;
  /** null where there is nothing to press. */
  onPress: (() => void) | null;
  children: ReactNode;
}

const Mark = ({ title, tabIndex, pressed, fresh = false, onPress, children }: MarkProps) =>
  onPress === null ? (
    <span className={styles.mark} title={title}>
      {children}
      <span className="vh">{title}</span>
    </span>
  ) : (
    <button
      type="button"
      className={classes(styles.mark, pressed && styles.mine, fresh && styles.fresh)}
      title={title}
      aria-label={title}
      aria-pressed={pressed}
      tabIndex={tabIndex}
      onClick={onPress}
    >
      {children}
    </button>
  );

export const useMyReactions = (card: Pick<Card, 'id' | 'reactions'>): ReactionCount[] => {
  const talk = useTalk();
  useKept(talk);
  return card.reactions === undefined
    ? []
    : countReactions(card, (reaction) => talk?.isMyReaction(card.id, reaction) ?? false);
};

/** "Same here: 3, Priya and Ada by name". */
const reactionWords = ({ kind, count, names }: ReactionCount): string => {
  const others = count - names.length;
  const who = [...names, ...(others > 0 && names.length > 0 ? [counted(others, 'other')] : [])].join(', ');
  return `${reactionNames[kind]}: ${count}${who === '' ? '' : ` (${who})`}`;
};

/** With the card's name, for those who hear it: "2 comments, 1 unread. Same here: 3 (Priya, 2 others)". */
export const useTalkWords = (id: CardId, card: Pick<Card, 'id' | 'reactions'> | undefined): string => {
  const count = useTalkCount(id);
  const reactions = card?.reactions === undefined ? [] : countReactions(card, () => false);
  return [countWords(count), ...reactions.map(reactionWords)]
    .filter(Boolean)
    .map((words) => ` ${words}.`)
    .join('');
};
