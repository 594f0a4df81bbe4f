// "Group with…": the factors that belong together, ticked, and the name that they share. For the keyboard, for touch, and for
// everyone who does not drag.
import { categoryNames } from '@hearth/board/cards';
import { longestThemeName } from '@hearth/board/read';
import { findWords } from '@hearth/board/search';
import type { CardId } from '@hearth/review/ids';
import { counted } from '@hearth/review/time/words';
import { useMemo, useState } from 'react';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Checkbox, Field, TextInput } from '../../design/Field.tsx';
import { useCommands } from '../commands.tsx';
import { themeName } from '../groups.ts';
import { headline } from '../relations.ts';
import { useCards, useSession, useThemes } from '../session.tsx';
import styles from './Panels.module.css';

export const GroupPanel = ({ id, onClose }: { id: CardId; onClose: () => void }) => {
  const { ui, picked } = useSession();
  const commands = useCommands();
  const factors = useCards('factor');
  const themes = useThemes();
  const [begun] = useState<ReadonlySet<CardId>>(() => new Set([id, ...picked()]));
  const [ticked, setTicked] = useState(begun);
  const [query, setQuery] = useState('');
  const [name, setName] = useState('');
  const names = useMemo(() => new Map(themes.map((theme) => [theme.id, themeName(theme)])), [themes]);
  const items = useMemo(
    () =>
      // What one began with comes first, and stays where it is.
      factors
        .toSorted((a, b) => Number(begun.has(b.id)) - Number(begun.has(a.id)))
        .map((card) => ({
          card,
          text: headline(card, 160),
          facts: (card.theme && names.get(card.theme)) ?? categoryNames[card.category],
        })),
    [factors, names, begun],
  );
  const shown = query.trim() === '' ? items : findWords(items, query).map(({ item }) => item);
  const chosen = factors.filter((card) => ticked.has(card.id)).map((card) => card.id);
  const wanted = name.trim().toLocaleLowerCase();
  const known = wanted === '' ? undefined : themes.find((theme) => theme.name.toLocaleLowerCase() === wanted);

  const group = (): void => {
    if (chosen.length === 0) return;
    onClose();
    if (known) commands.putIn(known.id, chosen);
    else {
      commands.group(chosen, name);
      // It has its name: only one without is asked for it.
      if (wanted !== '') ui.set({ naming: null });
    }
  };
  return (
    <Dialog
      title="Group with…"
      onClose={onClose}
      actions={
        <Button look="ink" disabled={chosen.length === 0} onClick={group}>
          {known ? `Put ${chosen.length} into it` : `Group ${counted(chosen.length, 'factor')}`}
        </Button>
      }
    >
      <Field
        label="What they share"
        hint={known ? 'There is such a theme: they join it.' : 'A few words. It can be changed at any time.'}
      >
        <TextInput
          value={name}
          list="group-themes"
          maxLength={longestThemeName}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) group();
          }}
        />
      </Field>
      <datalist id="group-themes">
        {themes
          .filter((theme) => theme.name !== '')
          .map((theme) => (
            <option key={theme.id} value={theme.name} />
          ))}
      </datalist>
      <div className={styles.picker}>
        <input
          className={styles.search}
          type="search"
          aria-label="Narrow the list of factors"
          placeholder="Find a factor"
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <ul className={styles.ticks} aria-label="Factors">
          {shown.map(({ card, text, facts }) => (
            <li key={card.id}>
              <Checkbox
                checked={ticked.has(card.id)}
                hint={facts}
                onChange={(event) => {
                  const after = new Set(ticked);
                  if (event.target.checked) after.add(card.id);
                  else after.delete(card.id);
                  setTicked(after);
                }}
              >
                {text}
              </Checkbox>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <p className={styles.nothing}>No factor by that name.</p>}
      </div>
    </Dialog>
  );
};
