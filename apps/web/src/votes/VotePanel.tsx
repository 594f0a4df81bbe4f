// The open vote in a line: what is left of mine, how many have voted, and how it is closed.
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { CircleDot, Ellipsis, Trash2 } from 'lucide-react';
import { useUi } from '../board/session.tsx';
import { Button, IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Menu } from '../design/Menu.tsx';
import { useCommand, useFacilitation } from '../facilitation/use-facilitation.ts';
import { leftWords, namesWords, votedWords } from './vote-words.ts';
import styles from './VotePanel.module.css';

export const VotePanel = ({ view }: { view: FacilitationView }) => {
  const { facilitates } = useFacilitation();
  const command = useCommand();
  const mine = useUi(({ votes }) => votes?.mine ?? null);
  const { vote } = view.state;
  if (!vote) return null;
  const { id: voteId, on, anonymous, voted } = vote;
  return (
    <section className={styles.vote} aria-label={`Vote on the ${on}`}>
      {mine ? (
        <p className={styles.left}>
          <span className={styles.pips} aria-hidden="true">
            {Array.from({ length: mine.of }, (_, at) => (
              <i key={at} data-free={at < mine.left || undefined} />
            ))}
          </span>
          <strong>{leftWords(mine.left, mine.of)}</strong>
        </p>
      ) : (
        <Icon of={CircleDot} />
      )}
      <p className={styles.words}>
        {mine && !mine.begun ? (
          <span>
            Give them to {on}
            <span className={styles.key}>
              {' '}
              with <kbd>+</kbd>
            </span>
            , {namesWords(anonymous)}.{' '}
          </span>
        ) : (
          <span>
            Vote on the {on}, {namesWords(anonymous)}.{' '}
          </span>
        )}
        <span>{votedWords(voted, view.people)}.</span>
      </p>
      {facilitates && (
        <div className={styles.acts}>
          <Button look="line" onClick={() => void command({ kind: 'close-vote', voteId })}>
            Close the vote
          </Button>
          <Menu
            label="More for the vote"
            items={[
              {
                id: 'discard',
                label: 'Put the vote aside: no dots are kept',
                icon: Trash2,
                onSelect: () => void command({ kind: 'discard-vote', voteId }),
              },
            ]}
          >
            {(trigger) => <IconButton {...trigger} icon={Ellipsis} label="More for the vote" />}
          </Menu>
        </div>
      )}
    </section>
  );
};
