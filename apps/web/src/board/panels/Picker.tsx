// A list to choose one from, narrowed by typing: arrows, Enter. For "Link to…" and "Move to…".
import { fold, needlesOf } from '@hearth/board/search';
import { useId, useRef, useState, type ReactNode } from 'react';
import { classes } from '../../design/classes.ts';
import styles from './Panels.module.css';

export interface Choice {
  id: string;
  label: string;
  /** Words after the label: where it is, when it was. */
  aside?: string;
  icon?: ReactNode;
  className?: string;
  section: string;
  /** It is already so; choosing it does nothing. */
  current?: boolean;
}

interface PickerProps {
  label: string;
  placeholder: string;
  choices: readonly Choice[];
  /** What the words typed mean themselves, before the choices that hold them. */
  typed?: ((query: string) => readonly Choice[]) | undefined;
  /** @param query  what was typed to find it. */
  onChoose: (id: string, query: string) => void;
  /** Words when nothing matches. */
  nothing: string;
}

const mostShown = 60;

export const Picker = ({ label, placeholder, choices, typed, onChoose, nothing }: PickerProps) => {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const needles = needlesOf(query);
  const shown = [
    ...((needles.length > 0 && typed?.(query)) || []),
    ...choices.filter((choice) => {
      const words = fold(`${choice.label} ${choice.aside ?? ''}`).text;
      return needles.every((needle) => words.includes(needle));
    }),
  ].slice(0, mostShown);
  const at = Math.min(active, Math.max(0, shown.length - 1));

  const go = (to: number): void => {
    const next = (to + shown.length) % Math.max(1, shown.length);
    setActive(next);
    list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div className={styles.picker}>
      <input
        className={styles.search}
        data-autofocus
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={shown[at] ? `${id}-${at}` : undefined}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') go(at + 1);
          else if (event.key === 'ArrowUp') go(at - 1);
          else if (event.key === 'Enter' && shown[at]) onChoose(shown[at].id, query);
          else return;
          event.preventDefault();
        }}
      />
      {shown.length === 0 && <p className={styles.nothing}>{nothing}</p>}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((choice, index) => (
          <div
            key={choice.id}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes(styles.choice, choice.className, index === at && styles.active)}
            data-section={choice.section !== shown[index - 1]?.section ? choice.section : undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => onChoose(choice.id, query)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') onChoose(choice.id, query);
            }}
          >
            {choice.icon}
            <span className={styles.choiceWords}>{choice.label}</span>
            {choice.aside && <span className="meta nowrap">{choice.aside}</span>}
            {choice.current && <span className="meta nowrap">here now</span>}
          </div>
        ))}
      </div>
    </div>
  );
};
