// A theme as a heading of the outline: its name, how many factors share it, and what can be done with it.
import type { Card } from '@hearth/board/cards';
import type { ThemeId } from '@hearth/review/ids';
import { Ellipsis, ListChecks, PencilLine, Ungroup } from 'lucide-react';
import { IconButton } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Menu } from '../../design/Menu.tsx';
import { useCommands } from '../commands.tsx';
import { ThemeName } from '../factors/ThemeName.tsx';
import type { Group } from '../groups.ts';
import { useSession, useThemes, useUi } from '../session.tsx';
import { Fold } from './OutlineHeading.tsx';
import styles from './Outline.module.css';

interface ThemeHeadProps {
  theme: ThemeId;
  group: Group;
  cards: readonly Card[];
}

export const ThemeHead = ({ theme: id, group, cards }: ThemeHeadProps) => {
  const session = useSession();
  const commands = useCommands();
  const theme = useThemes().find((one) => one.id === id);
  const naming = useUi((ui) => ui.naming === id);
  const ids = cards.map((card) => card.id);
  return (
    <div className={classes(styles.group, styles.theme)} data-theme-id={id}>
      {naming && theme ? (
        <ThemeName theme={theme} ids={ids} />
      ) : (
        <h3>
          <Fold heading={group.key}>{group.name}</Fold> <span className="meta">theme, {cards.length}</span>
        </h3>
      )}
      {session.canWrite && theme && (
        <Menu
          label={`For ${group.name}`}
          items={[
            { id: 'rename', label: 'Rename', icon: PencilLine, onSelect: () => session.ui.set({ naming: id }) },
            {
              id: 'select',
              label: 'Select its cards',
              icon: ListChecks,
              disabled: ids.length === 0,
              onSelect: () => session.selectAll(ids),
            },
            {
              id: 'ungroup',
              label: 'Ungroup: its cards stay',
              icon: Ungroup,
              apart: true,
              onSelect: () => commands.ungroup(id),
            },
          ]}
        >
          {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={`More for ${group.name}`} />}
        </Menu>
      )}
    </div>
  );
};
