// A theme on the map: its name, its count, its cards; folded it is a line, for oneself alone.
import type { Theme } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { ChevronDown, ChevronRight, Ellipsis, ListChecks, PencilLine, Ungroup } from 'lucide-react';
import { IconButton } from '../../design/Button.tsx';
import { classes } from '../../design/classes.ts';
import { Menu } from '../../design/Menu.tsx';
import { CardColumn } from '../cards/CardColumn.tsx';
import { useCommands } from '../commands.tsx';
import { themeKey, themeName } from '../groups.ts';
import { headline } from '../relations.ts';
import { useSession, useUi } from '../session.tsx';
import { ThemeName } from './ThemeName.tsx';
import { themeBox } from './theme-box.ts';
import styles from './Factors.module.css';

/** The id under which the map knows the box of a folded theme. */

export interface ThemeGroupProps {
  theme: Theme;
  ids: readonly CardId[];
  /** The first card of the zone, where the Tab key comes in. */
  first: CardId | null;
  folded: boolean;
  onFold: (fold: boolean) => void;
}

export const ThemeGroup = ({ theme, ids, first, folded, onFold }: ThemeGroupProps) => {
  const session = useSession();
  const commands = useCommands();
  const naming = useUi((ui) => ui.naming === theme.id);
  const key = themeKey(theme.id);
  const dropping = useUi((ui) => ui.drop?.group === key);
  const lit = useUi((ui) => folded && ids.some((id) => ui.lit.cards.has(id)));
  const nameId = `theme-${theme.id}`;
  const name = themeName(theme);
  return (
    <section
      aria-labelledby={nameId}
      data-theme-id={theme.id}
      {...(folded ? { 'data-echo-id': themeBox(theme.id) } : {})}
      className={classes(styles.theme, folded && styles.folded, dropping && styles.dropping, lit && styles.lit)}
    >
      <header className={styles.themeHead} data-echo-id={folded ? undefined : `head ${theme.id}`}>
        <IconButton
          icon={folded ? ChevronRight : ChevronDown}
          label={folded ? `Open ${name}` : `Fold ${name}`}
          aria-expanded={!folded}
          onClick={() => onFold(!folded)}
        />
        {naming ? (
          <ThemeName theme={theme} ids={ids} />
        ) : (
          <h3 id={nameId} className={styles.themeName} title={name}>
            {theme.name === '' ? <i>{name}</i> : theme.name}
          </h3>
        )}
        <span className="meta" aria-label={counted(ids.length, 'card')}>
          {ids.length}
        </span>
        {session.canWrite && (
          <Menu
            label={`For ${name}`}
            items={[
              {
                id: 'rename',
                label: 'Rename',
                icon: PencilLine,
                onSelect: () => session.ui.set({ naming: theme.id }),
              },
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
                onSelect: () => commands.ungroup(theme.id),
              },
            ]}
          >
            {(trigger) => <IconButton {...trigger} icon={Ellipsis} label={`More for ${name}`} />}
          </Menu>
        )}
      </header>
      {folded ? (
        <p className={styles.within} data-group={key} data-flow="column">
          {ids.length === 0 ? 'Nothing in it yet' : ids.map((id) => headline(session.view.card(id), 60)).join(' · ')}
        </p>
      ) : (
        <CardColumn
          group={key}
          label={`Factors in ${name}`}
          ids={ids}
          first={first}
          empty={<p className="meta">Nothing in it yet. Drag a factor in, or use Move to…</p>}
        />
      )}
    </section>
  );
};
