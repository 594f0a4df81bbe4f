// The links of a card in words: "made possible 2, from 1". Each part goes to the card at the other end; of several one chooses.
import type { CardId } from '@hearth/review/ids';
import { Menu } from '../../design/Menu.tsx';
import { focusCard } from '../focus.ts';
import { headline, relationParts, type Relations } from '../relations.ts';
import { useSession } from '../session.tsx';
import styles from './Outline.module.css';

interface OutlineLinksProps {
  relations: Relations;
  /** Stops of the Tab key: for the card that one is at. */
  stops: boolean;
}

export const OutlineLinks = ({ relations, stops }: OutlineLinksProps) => {
  const { view } = useSession();
  const parts = relationParts(relations);
  const tabIndex = stops ? 0 : -1;
  const name = (id: CardId): string => headline(view.card(id), 60);
  return (
    // What is done to a link is not done to its card.
    <span
      role="presentation"
      className={styles.related}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      {parts.map(({ words, cards: [only, ...more] }, index) => (
        <span key={words}>
          {index > 0 && ', '}
          {only !== undefined && more.length === 0 ? (
            <button
              type="button"
              tabIndex={tabIndex}
              aria-label={`${words}: go to “${name(only)}”`}
              title={name(only)}
              onClick={() => focusCard(only)}
            >
              {words}
            </button>
          ) : (
            <Menu
              label={words}
              items={[...(only === undefined ? [] : [only]), ...more].map((id) => ({
                id,
                label: name(id),
                onSelect: () => focusCard(id),
              }))}
            >
              {(trigger) => (
                <button type="button" tabIndex={tabIndex} {...trigger}>
                  {words}
                </button>
              )}
            </Menu>
          )}
        </span>
      ))}
    </span>
  );
};
