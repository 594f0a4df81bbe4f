// Dots on a card: mine with − and + while a vote is open, everybody's once it is closed.
import type { Card } from '@hearth/board/cards';
import { counted } from '@hearth/review/time/words';
import { Minus, Plus } from 'lucide-react';
import { useSession, useUi } from '../board/session.tsx';
import { classes } from '../design/classes.ts';
import { Icon } from '../design/Icon.tsx';
import { askFor } from '../taking-part/asked.ts';
import styles from './CardDots.module.css';

export interface CardDotsProps {
  card: Card;
  /** On the board a card is one stop of the Tab key: there + and − do the same. */
  stops?: boolean;
}

export const CardDots = ({ card, stops = false }: CardDotsProps) => {
  const { ui } = useSession();
  const dots = useUi(({ votes }) => votes?.dots(card) ?? 0);
  const open = useUi(({ votes }) => (votes?.stepper(card) ?? null) !== null);
  const tabIndex = stops ? 0 : -1;
  const step = (by: 1 | -1): void => ui.get().votes?.stepper(card)?.(by);
  return (
    // What is done to these is not done to their card.
    <span
      role="presentation"
      className={classes(styles.dots, stops && styles.roomy)}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {open ? (
        <>
          <button
            type="button"
            className={styles.step}
            tabIndex={tabIndex}
            title="Give a dot (+)"
            onClick={() => step(1)}
          >
            <Icon of={Plus} size="s" />
            <span className="vh">Give a dot</span>
          </button>
          {dots > 0 && (
            <>
              <span className={styles.pips} aria-hidden="true">
                {Array.from({ length: dots }, (_, at) => (
                  <i key={at} />
                ))}
              </span>
              <button
                type="button"
                className={styles.step}
                tabIndex={tabIndex}
                title="Take a dot back (−)"
                onClick={() => step(-1)}
              >
                <Icon of={Minus} size="s" />
                <span className="vh">Take a dot back</span>
              </button>
            </>
          )}
        </>
      ) : (
        <button
          type="button"
          className={styles.count}
          tabIndex={tabIndex}
          title={`${counted(dots, 'dot')} in the vote. Show all places`}
          onClick={() => askFor('votes')}
        >
          <i aria-hidden="true" />
          {dots}
          <span className="vh"> {dots === 1 ? 'dot' : 'dots'}: show all places</span>
        </button>
      )}
    </span>
  );
};
