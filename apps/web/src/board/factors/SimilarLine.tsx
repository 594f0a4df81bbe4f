// A quiet line: cards that may belong together, one suggestion at a time. It moves nothing; people group, or say that they are
// not the same, and are not asked again. What somebody writes for themselves is not on the board and takes no part.
import type { FactorCard } from '@hearth/board/cards';
import { similarCards, type Similar } from '@hearth/board/similar';
import { declinedPairs } from '@hearth/board/themes';
import type { CardId } from '@hearth/review/ids';
import { Sparkle } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { themeName } from '../groups.ts';
import { headline } from '../relations.ts';
import { useSession, type BoardSession } from '../session.tsx';
import styles from './SimilarLine.module.css';

/** So long after the last change nobody is in the middle of a word. */
const quietMs = 900;

export interface SimilarLineProps {
  /** On small screens: it may take as many lines as it needs. */
  wraps?: boolean;
  /** While there is no suggestion. */
  otherwise?: ReactNode;
}

export const SimilarLine = ({ wraps = false, otherwise = null }: SimilarLineProps) => {
  const session = useSession();
  const commands = useCommands();
  const similar = useSimilar(session);
  // What was shown when a button was pressed may be another suggestion by now.
  const cards = similar?.cards.flatMap((id) => factorOf(session, id) ?? []) ?? [];
  if (!similar || cards.length < 2) return otherwise;
  const themes = session.view.themes();
  const there = cards.map((card) => card.theme).find((theme) => theme !== null);
  const theme = themes.find((one) => one.id === there);
  const ids = cards.map((card) => card.id);
  return (
    <div className={classes(styles.line, wraps && styles.wraps)} role="group" aria-label="A suggestion">
      <Icon of={Sparkle} size="s" />
      <div className={styles.words}>
        {theme ? (
          <span>
            May belong to <b>{themeName(theme)}</b>:
          </span>
        ) : (
          <span>These {numbers[cards.length] ?? cards.length} may belong together:</span>
        )}
        {cards
          .filter((card) => !theme || card.theme !== theme.id)
          .map((card) => (
            <button key={card.id} type="button" title={headline(card, 160)} onClick={() => focusCard(card.id)}>
              {headline(card, 56)}
            </button>
          ))}
      </div>
      <Button
        look="line"
        onClick={() => {
          if (theme) commands.putIn(theme.id, ids);
          else commands.group(ids, nameFrom(similar));
        }}
      >
        Group
      </Button>
      <Button onClick={() => commands.decline(ids)}>Not the same</Button>
    </div>
  );
};

const numbers: Record<number, string> = { 2: 'two', 3: 'three', 4: 'four' };

const factorOf = ({ view }: BoardSession, id: CardId): FactorCard | null => {
  const card = view.card(id);
  return card?.kind === 'factor' ? card : null;
};

/** A name to begin with: it is asked for anyway. */
const nameFrom = ({ shared: [word = ''] }: Similar): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The strongest suggestion, looked for when the board has been quiet for a while. */
const useSimilar = (session: BoardSession): Similar | null => {
  const [similar, setSimilar] = useState<Similar | null>(null);
  const { view, writer } = session;
  useEffect(() => {
    const { board } = writer;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let looked: readonly FactorCard[] = [];
    const later = (): void => {
      if (view.list('factor') === looked) return;
      clearTimeout(timer);
      timer = setTimeout(look, quietMs);
    };
    const look = (): void => {
      looked = view.list('factor');
      const cards = looked.map(({ id, text, theme }) => ({ id, text, place: theme }));
      const [strongest = null] = similarCards(cards, declinedPairs(board));
      setSimilar((before) => (JSON.stringify(before) === JSON.stringify(strongest) ? before : strongest));
    };
    look();
    const stop = view.subscribe(later);
    board.declined.observe(look);
    return () => {
      clearTimeout(timer);
      stop();
      board.declined.unobserve(look);
    };
  }, [view, writer]);
  return similar;
};
