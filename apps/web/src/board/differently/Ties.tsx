// On a card: that it is told differently, by whom, and the way to the other account.
import type { Card } from '@hearth/board/cards';
import { EqualNot } from 'lucide-react';
import { useMemo } from 'react';
import { Icon } from '../../design/Icon.tsx';
import { focusCard } from '../focus.ts';
import { headline } from '../relations.ts';
import { useLinks, useSession } from '../session.tsx';
import { tellerOf, tiesOf } from './accounts.ts';
import styles from './Differently.module.css';

interface TiesProps {
  card: Card;
  /** On the board a card is one stop of the Tab key. */
  stops?: boolean;
  /** Only that there are some: where there is no room for words. */
  brief?: boolean;
}

export const Ties = ({ card, stops = false, brief = false }: TiesProps) => {
  const { view } = useSession();
  const links = useLinks();
  const ties = useMemo(() => tiesOf(links, card.id), [links, card.id]);
  if (ties.length === 0) return null;
  if (brief)
    return (
      <span title={`Told differently by ${ties.length}`} className={styles.brief}>
        <Icon of={EqualNot} size="s" />
      </span>
    );
  return (
    <ul
      className={styles.ties}
      aria-label="Told differently"
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      {ties.map((tie) => {
        const isAccount = tie.from === card.id;
        const other = view.card(isAccount ? tie.to : tie.from);
        return (
          <li key={tie.id}>
            <button
              type="button"
              tabIndex={stops ? 0 : -1}
              title={headline(other)}
              onClick={() => other && focusCard(other.id)}
            >
              <Icon of={EqualNot} size="s" />
              <span>
                {isAccount ? <>Differs from {whatOf(other, view)}</> : <>{tellerOf(other, view)} saw it differently</>}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
};

const whatOf = (card: Card | undefined, view: Parameters<typeof tellerOf>[1]): string =>
  card?.kind === 'event' ? `“${headline(card, 40)}”` : tellerOf(card, view);
