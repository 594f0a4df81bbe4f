// All that can be done just now, by name: type, arrows, Enter. What was used lately comes first.
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Dialog } from '../design/Dialog.tsx';
import { classes } from '../design/classes.ts';
import { matching, type Matchable } from './match.ts';
import { addRecent, readRecent } from './recent.ts';
import styles from './CommandPalette.module.css';

export interface PaletteEntry extends Matchable {
  id: string;
  section: string;
  /** Keys that do the same, as they are shown. */
  keys: readonly string[];
  act: () => void;
}

interface CommandPaletteProps {
  entries: readonly PaletteEntry[];
  /** What is typed already when it opens. */
  initial?: string;
  /** Enter was pressed already, after `initial`. */
  entered?: boolean;
  onClose: () => void;
}

const recentTitle = 'Used lately';

export const CommandPalette = ({ entries, initial = '', entered = false, onClose }: CommandPaletteProps) => {
  const [query, setQuery] = useState(initial);
  const [active, setActive] = useState(0);
  const [recent] = useState(readRecent);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = useMemo((): Row[] => {
    if (query.trim() !== '') return matching(entries, query, recent).map((entry) => ({ entry, section: '' }));
    const lately = recent.flatMap((used) => entries.find((entry) => entry.id === used) ?? []);
    return [
      ...lately.map((entry) => ({ entry, section: recentTitle })),
      ...entries.filter((entry) => !lately.includes(entry)).map((entry) => ({ entry, section: entry.section })),
    ];
  }, [entries, query, recent]);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  const go = (to: number): void => {
    const next = (to + shown.length) % Math.max(1, shown.length);
    setActive(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };
  const choose = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    addRecent(entry.id);
    // The dialog gives the focus back first: what is done may be about what has it, and may open a dialog of its own.
    flushSync(onClose);
    entry.act();
  };
  const chooseAtOnce = useEffectEvent(() => choose(shown[at]?.entry));
  useEffect(() => {
    // Not within the commit that opens the dialog.
    const timer = entered ? setTimeout(chooseAtOnce) : undefined;
    return () => clearTimeout(timer);
  }, [entered]);

  return (
    <Dialog title="Commands" onClose={onClose}>
      <div className={styles.palette}>
        <input
          className={styles.field}
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label="What do you want to do?"
          placeholder="What do you want to do?"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
            list.current?.scrollTo({ top: 0 });
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown') go(at + 1);
            else if (event.key === 'ArrowUp') go(at - 1);
            else if (event.key === 'PageDown') go(Math.min(shown.length - 1, at + 8));
            else if (event.key === 'PageUp') go(Math.max(0, at - 8));
            else if (event.key === 'Enter') choose(shown[at]?.entry);
            else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) onClose();
            else return;
            event.preventDefault();
          }}
        />
        <p className="vh" aria-live="polite">
          {query.trim() === '' ? '' : shown.length === 1 ? '1 command' : `${shown.length} commands`}
        </p>
        {shown.length === 0 && (
          <p className={styles.nothing}>No command by these words. Cards and people are found with / instead.</p>
        )}
        <div ref={list} id={`${id}-list`} role="listbox" aria-label="Commands" className={styles.list}>
          {groupsOf(shown).map(({ section, rows }) => (
            <div key={section} role="group" aria-label={section || 'Found'}>
              {section !== '' && (
                <p className={styles.section} aria-hidden="true">
                  {section}
                </p>
              )}
              {rows.map(({ entry, index }) => (
                <div
                  key={entry.id}
                  id={`${id}-${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  className={classes(styles.choice, index === at && styles.active)}
                  onPointerMove={() => setActive(index)}
                  onClick={() => choose(entry)}
                  onKeyDown={(event) => {
                    if (event.key === 'Enter') choose(entry);
                  }}
                >
                  <span className={styles.name}>{entry.name}</span>
                  {entry.keys.length > 0 && (
                    <span className={styles.keys}>
                      {entry.keys.map((key) => (
                        <kbd key={key}>{key}</kbd>
                      ))}
                    </span>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
      </div>
    </Dialog>
  );
};

interface Row {
  entry: PaletteEntry;
  section: string;
}

const groupsOf = (shown: readonly Row[]): { section: string; rows: { entry: PaletteEntry; index: number }[] }[] => {
  const groups: { section: string; rows: { entry: PaletteEntry; index: number }[] }[] = [];
  for (const [index, { entry, section }] of shown.entries()) {
    const last = groups.at(-1);
    if (last?.section === section) last.rows.push({ entry, index });
    else groups.push({ section, rows: [{ entry, index }] });
  }
  return groups;
};
