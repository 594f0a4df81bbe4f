import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { Dialog } from '../../design/Dialog.tsx';
import { kinds } from '../../design/kinds.ts';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { cardsIn, groupKeyOf, groupsOf } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCard, useSession } from '../session.tsx';
import { Picker, type Choice } from './Picker.tsx';
import styles from './Panels.module.css';

/** "Move to…": every place that takes a card of this kind, and first or last within its own. */
export const MovePanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const { view } = useSession();
  const commands = useCommands();
  const card = useCard(id);
  if (!card) return null;
  const here = groupKeyOf(card);
  const icon = <Icon of={kinds[card.kind].icon} />;
  const groups = groupsOf(view).filter((group) => group.kind === card.kind);
  const siblings = cardsIn(view, here);
  const choices: Choice[] = [
    ...groups
      .filter((group) => groups.length > 1 || group.key !== here)
      .map((group) => ({
        id: `group ${group.key}`,
        label: group.name,
        aside: counted(cardsIn(view, group.key).length, 'card'),
        icon,
        className: kinds[card.kind].className,
        section:
          { event: 'Lane', perspective: 'Person', factor: 'Column', action: 'List' }[card.kind as string] ?? 'List',
        current: group.key === here,
      })),
    ...(card.kind !== 'event' && siblings.length > 1
      ? [
          { id: 'first', label: 'To the top', icon, className: kinds[card.kind].className, section: 'In its list' },
          { id: 'last', label: 'To the end', icon, className: kinds[card.kind].className, section: 'In its list' },
        ]
      : []),
  ];
  return (
    <Dialog title="Move to…" width="narrow" onClose={onClose}>
      <p className={styles.about}>{headline(card, 160)}</p>
      <Picker
        label="Where to move the card"
        placeholder="Type to narrow the list"
        choices={choices}
        nothing="No such place. It has nowhere else to go, or the name is another one."
        onChoose={(choice) => {
          onClose();
          if (choice === 'first' || choice === 'last') commands.moveTo(id, here, choice);
          else if (choice !== `group ${here}`) commands.moveTo(id, choice.slice('group '.length));
        }}
      />
    </Dialog>
  );
};
