import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { Dialog } from '../../design/Dialog.tsx';
import { kinds } from '../../design/kinds.ts';
import { Icon } from '../../design/Icon.tsx';
import { useCommands } from '../commands.tsx';
import { cardsIn, groupKeyOf, groupsOf, themeOfKey } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCard, useSession } from '../session.tsx';
import { readTime, timeWords } from '../timeline/time-entry.ts';
import { Picker, type Choice } from './Picker.tsx';
import styles from './Panels.module.css';

/**
 * "Move to…": every place that takes a card of this kind; within its own list a step, first or last; for an event a time that is
 * typed. Of several selected cards those of the same kind go along.
 */
export const MovePanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const { view, zone, anchorMs, picked } = useSession();
  const commands = useCommands();
  const card = useCard(id);
  if (!card) return null;
  const here = groupKeyOf(card);
  const { className, icon: kindIcon, plural } = kinds[card.kind];
  const look = { icon: <Icon of={kindIcon} />, className };
  const groups = groupsOf(view).filter((group) => group.kind === card.kind);
  const siblings = cardsIn(view, here);
  const along = picked().includes(id) ? picked().filter((one) => view.card(one)?.kind === card.kind) : [id];
  const several = along.length > 1;
  const inList = (choice: string, label: string): Choice => ({ id: choice, label, ...look, section: 'In its list' });
  const choices: Choice[] = [
    ...groups
      .filter((group) => groups.length > 1 || group.key !== here)
      .map((group) => ({
        id: `group ${group.key}`,
        label: group.name,
        aside: counted(cardsIn(view, group.key).length, 'card'),
        ...look,
        section:
          themeOfKey(group.key) !== null
            ? 'Theme'
            : ({ event: 'Lane', perspective: 'Person', factor: 'Column', action: 'List' }[card.kind as string] ??
              'List'),
        current: !several && group.key === here,
      })),
    ...(card.kind === 'factor' ? [{ id: 'new theme', label: 'A new theme', ...look, section: 'Theme' }] : []),
    ...(card.kind !== 'event' && siblings.length > 1 && !several
      ? [
          inList('up', 'One place up'),
          inList('down', 'One place down'),
          inList('first', 'To the top'),
          inList('last', 'To the end'),
        ]
      : []),
  ];
  /** "14:40" is a place on the timeline. */
  const atTime = (query: string): Choice[] => {
    const entry = card.kind === 'event' && !several ? readTime(query, card.at ?? anchorMs(), zone) : null;
    if (!entry?.ok) return [];
    return [{ id: 'time', label: `To ${timeWords(entry.time, anchorMs(), zone)}`, ...look, section: 'Time' }];
  };
  const move = (choice: string, query: string): void => {
    if (choice === 'time') {
      const entry = readTime(query, card.kind === 'event' && card.at !== null ? card.at : anchorMs(), zone);
      if (entry.ok) commands.setTime(id, entry.time);
    } else if (choice === 'up' || choice === 'down') commands.stepInList(id, choice);
    else if (choice === 'first' || choice === 'last') commands.moveTo(id, here, choice);
    else if (choice === 'new theme') commands.group(along);
    else if (several) commands.moveAll(along, choice.slice('group '.length));
    else if (choice !== `group ${here}`) commands.moveTo(id, choice.slice('group '.length));
  };
  return (
    <Dialog title="Move to…" width="narrow" onClose={onClose}>
      <p className={styles.about}>{several ? `${along.length} ${plural.toLowerCase()}` : headline(card, 160)}</p>
      <Picker
        label="Where to move the card"
        placeholder={card.kind === 'event' && !several ? 'A time, or a lane' : 'Type to narrow the list'}
        choices={choices}
        typed={atTime}
        nothing={
          card.kind === 'event'
            ? 'No lane of that name. A time is written as 14:40, about 14:40, or 13 Nov 09:05.'
            : 'No such place. It has nowhere else to go, or the name is another one.'
        }
        onChoose={(choice, query) => {
          onClose();
          move(choice, query);
        }}
      />
    </Dialog>
  );
};
