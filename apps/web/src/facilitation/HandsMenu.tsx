// The queue of raised hands. A facilitator lowers one once its person has spoken.
import { Hand } from 'lucide-react';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Avatar } from '../design/Avatar.tsx';
import { Button } from '../design/Button.tsx';
import { Menu } from '../design/Menu.tsx';
import styles from './HandsMenu.module.css';
import { raisedHands } from './people.ts';
import { useCommand } from './use-facilitation.ts';

interface HandsMenuProps {
  view: FacilitationView;
  /** Icon and number only. */
  compact?: boolean;
}

const facesShown = 3;

export const HandsMenu = ({ view, compact = false }: HandsMenuProps) => {
  const command = useCommand();
  const hands = raisedHands(view);
  const order = hands.map((person) => person.name).join(', then ');
  if (hands.length === 0)
    return (
      <Button icon={Hand} disabled className={styles.none} aria-label="Hands: none raised">
        {compact ? '' : 'Hands'}
      </Button>
    );
  return (
    <Menu
      label="Raised hands"
      heading="Choose a name to lower the hand"
      items={hands.map((person, index) => ({
        id: person.participantId,
        label: `${index + 1}. ${person.name}`,
        onSelect: () => void command({ kind: 'lower-hand', participantId: person.participantId }),
      }))}
    >
      {(trigger) => (
        <Button {...trigger} icon={Hand}>
          <span className={compact ? 'vh' : styles.word}>Hands</span>
          <span className="vh">: {order}</span>
          {compact ? (
            <span aria-hidden="true">{hands.length}</span>
          ) : (
            <span className={styles.faces} aria-hidden="true">
              {hands.slice(0, facesShown).map((person) => (
                <Avatar key={person.participantId} name={person.name} size="s" decorative />
              ))}
              {hands.length > facesShown && <span className="meta">+{hands.length - facesShown}</span>}
            </span>
          )}
        </Button>
      )}
    </Menu>
  );
};
