// Find: what is typed is looked for on the whole board as one types. Arrows show it where it stands, Enter goes there, Escape
// goes back to where one was.
import { findWords } from '@hearth/board/search';
import { counted } from '@hearth/review/time/words';
import { Search, X } from 'lucide-react';
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useSession } from '../board/session.tsx';
import { IconButton } from '../design/Button.tsx';
import { classes } from '../design/classes.ts';
import { useTalk, useThreads } from '../comments/talk.tsx';
import { Icon } from '../design/Icon.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { findItems, tellsMore, type FindItem, type FindTarget } from './find-items.ts';
import { Marked } from './Marked.tsx';
import { unmarkPage } from './page-marks.ts';
import styles from './FindPanel.module.css';

interface FindPanelProps {
  /** What was looked for last, or what was typed while the panel was on its way. */
  initial: string;
  typed: boolean;
  onShow: (target: FindTarget, query: string) => void;
  onGo: (target: FindTarget, query: string) => void;
  onBack: () => void;
  /** It is put away; one stays where one is. */
  onClose: (query: string) => void;
}

/** So many results are drawn at a time: those around the one that is shown. */
const pageSize = 50;

export const FindPanel = ({ initial, typed, onShow, onGo, onBack, onClose }: FindPanelProps) => {
  const [query, setQuery] = useState(initial);
  const [active, setActive] = useState(0);
  const asked = useDeferredValue(query);
  const items = useFindItems();
  const found = useMemo(() => findWords(items, asked).filter((one) => tellsMore(one, asked)), [items, asked]);
  const at = Math.min(active, Math.max(0, found.length - 1));
  const page = Math.floor(at / pageSize) * pageSize;
  const shown = found.slice(page, page + pageSize);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    field.current?.focus();
    if (!typed) field.current?.select();
    return unmarkPage;
  }, [typed]);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const step = (by: number): void => {
    const next = found[(at + by + found.length) % Math.max(1, found.length)];
    if (!next) return;
    setActive(found.indexOf(next));
    if (next.item.target.kind !== 'person') onShow(next.item.target, query);
  };
  const go = (item: FindItem | undefined): void => {
    if (!item) return;
    onClose(query);
    onGo(item.target, query);
  };
  const nothing = asked.trim() !== '' && found.length === 0;

  return (
    <search className={styles.panel} aria-label="Find on the board">
      <div className={styles.bar}>
        <Icon of={Search} />
        <input
          ref={field}
          className={styles.field}
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label="Find words and people"
          placeholder="Find words and people"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            event.stopPropagation();
            if (event.key === 'ArrowDown') step(1);
            else if (event.key === 'ArrowUp') step(-1);
            else if (event.key === 'Enter') go(found[at]?.item);
            else if (event.key === 'Escape') {
              onClose(query);
              onBack();
            } else return;
            event.preventDefault();
          }}
        />
        <output className={styles.count} aria-live="polite">
          {found.length > 0 && `${at + 1} of ${found.length}`}
          {nothing && 'Nothing'}
        </output>
        <IconButton
          icon={X}
          label="Close, and stay here"
          onClick={() => {
            onClose(query);
          }}
        />
      </div>
      {nothing && (
        <p className={styles.nothing}>
          No card, paragraph or person has {asked.trim().includes(' ') ? 'all these words' : 'this word'}. A part of a
          word is enough.
        </p>
      )}
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label="Found"
        className={classes(styles.list, found.length === 0 && styles.empty)}
      >
        {sectionsOf(shown).map(({ section, rows }) => (
          <div key={section} role="group" aria-label={section}>
            <p className={styles.section} aria-hidden="true">
              {section} <span>{counted(found.filter((one) => one.item.section === section).length, 'result')}</span>
            </p>
            {rows.map(({ one, index }) => (
              <div
                key={one.item.key}
                id={`${id}-${page + index}`}
                role="option"
                tabIndex={-1}
                aria-selected={page + index === at}
                className={classes(styles.choice, page + index === at && styles.active)}
                onClick={() => go(one.item)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') go(one.item);
                }}
              >
                <span dir="auto" className={styles.words}>
                  <Marked text={one.item.text} ranges={one.inText} longest={160} />
                </span>
                {one.item.facts !== '' && (
                  <span className={styles.facts}>
                    <Marked text={one.item.facts} ranges={one.inFacts} longest={90} />
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {found.length > 0 && (
        <p className={styles.keys} aria-hidden="true">
          <kbd>↓</kbd> shows it <kbd>Enter</kbd> goes there <kbd>Esc</kbd> back to where you were
        </p>
      )}
    </search>
  );
};

type Shown = ReturnType<typeof findWords<FindItem>>[number];

const sectionsOf = (shown: readonly Shown[]): { section: string; rows: { one: Shown; index: number }[] }[] => {
  const sections: { section: string; rows: { one: Shown; index: number }[] }[] = [];
  for (const [index, one] of shown.entries()) {
    const last = sections.at(-1);
    if (last?.section === one.item.section) last.rows.push({ one, index });
    else sections.push({ section: one.item.section, rows: [{ one, index }] });
  }
  return sections;
};

/** All that can be found, kept up while others write. */
const useFindItems = (): readonly FindItem[] => {
  const { view, writer, zone, anchorMs } = useSession();
  const { view: meeting } = useFacilitation();
  const people = meeting?.people;
  const { narrative } = writer.board;
  const [changes] = useState(() => {
    let version = 0;
    return {
      get: () => version,
      subscribe: (listener: () => void) => {
        const changed = (): void => {
          version++;
          listener();
        };
        const stop = view.subscribe(changed);
        narrative.observeDeep(changed);
        return () => {
          stop();
          narrative.unobserveDeep(changed);
        };
      },
    };
  });
  const version = useSyncExternalStore(changes.subscribe, changes.get);
  const comments = useThreads(useTalk());
  return useMemo(() => {
    // The version stands for what is read here.
    void version;
    return findItems({ view, narrative, comments, people: people ?? [], anchorMs: anchorMs(), zone });
  }, [version, view, narrative, comments, people, anchorMs, zone]);
};
