// The field in which a theme is named: where its name stands on the map, in the outline and on a phone.
import type { Theme } from '@hearth/board/cards';
import { longestThemeName } from '@hearth/board/read';
import type { CardId } from '@hearth/review/ids';
import { useEffect, useRef } from 'react';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { useSession } from '../session.tsx';
import styles from './ThemeName.module.css';

interface ThemeNameProps {
  theme: Theme;
  /** Its cards: the first has the focus afterwards. */
  ids: readonly CardId[];
}

export const ThemeName = ({ theme, ids }: ThemeNameProps) => {
  const { ui } = useSession();
  const commands = useCommands();
  const field = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const leave = (keep: boolean, byKey: boolean): void => {
    if (left.current) return;
    left.current = true;
    if (keep) commands.renameTheme(theme.id, field.current?.value ?? '');
    ui.set({ naming: null });
    const [first] = ids;
    if (byKey && first !== undefined) focusCard(first);
  };
  return (
    <input
      ref={field}
      className={styles.name}
      aria-label="Name of the theme"
      placeholder="What do they share?"
      maxLength={longestThemeName}
      autoComplete="off"
      defaultValue={theme.name}
      onBlur={() => leave(true, false)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') leave(true, true);
        else if (event.key === 'Escape') leave(false, true);
        else return;
        event.preventDefault();
      }}
    />
  );
};
