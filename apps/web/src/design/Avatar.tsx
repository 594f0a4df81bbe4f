// People: initials on a neutral ground and a name, never a colour of their own.
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { initialsOf } from './initials.ts';
import styles from './Avatar.module.css';

interface AvatarProps {
  name: string;
  size?: 's' | 'm' | 'l';
  /** A dot at the corner: has said "ready". */
  ready?: boolean;
  /** Was here, is not just now. */
  away?: boolean;
  /** Said after the name: what they are here for. */
  note?: string | undefined;
  /** The name stands beside it already: nothing is read out. */
  decorative?: boolean;
}

export const Avatar = ({ name, size = 'm', ready = false, away = false, note, decorative = false }: AvatarProps) => {
  const said = note === undefined ? name : `${name}, ${note}`;
  return (
    <span
      className={classes(styles.avatar, styles[size], ready && styles.ready, away && styles.away)}
      title={decorative ? undefined : said}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      {!decorative && <span className="vh">{said + (ready ? ', ready' : '') + (away ? ', away' : '')}</span>}
    </span>
  );
};

/** An avatar and the name. */
export const Person = ({ name, size = 's' }: { name: string; size?: 's' | 'm' | 'l' }) => (
  <span className={styles.person}>
    <Avatar name={name} size={size} decorative />
    <span>{name}</span>
  </span>
);

interface AvatarStackProps {
  label: string;
  people: readonly { id: string; name: string; ready?: boolean; away?: boolean; note?: string }[];
  size?: 's' | 'm';
  /** How many faces at most; the rest are a number. */
  max?: number;
  /** What pressing a face does; those whom it is not for are faces only. */
  press?: {
    label: (name: string) => string;
    pressed: string | null;
    for: (id: string) => boolean;
    on: (id: string) => void;
  };
}

export const AvatarStack = ({ label, people, size = 'm', max = 8, press }: AvatarStackProps) => {
  const shown = people.length > max ? people.slice(0, max - 1) : people;
  const rest = people.slice(shown.length);
  return (
    <ul className={classes(styles.stack, size === 's' && styles.stackSmall)} aria-label={label}>
      {shown.map((person) => (
        <li key={person.id} data-person={person.id}>
          <Pressable id={person.id} name={person.name} press={press}>
            <Avatar
              name={person.name}
              size={size}
              ready={person.ready ?? false}
              away={person.away ?? false}
              note={person.note}
            />
          </Pressable>
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span className={classes(styles.avatar, styles[size])} title={rest.map((person) => person.name).join(', ')}>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="vh">{rest.map((person) => person.name).join(', ')}</span>
          </span>
        </li>
      )}
    </ul>
  );
};

interface PressableProps {
  id: string;
  name: string;
  press: AvatarStackProps['press'];
  children: ReactNode;
}

const Pressable = ({ id, name, press, children }: PressableProps) =>
  press?.for(id) ? (
    <button
      type="button"
      className={styles.press}
      aria-pressed={press.pressed === id}
      title={press.label(name)}
      onClick={() => press.on(id)}
    >
      {children}
      <span className="vh">: {press.label(name)}</span>
    </button>
  ) : (
    children
  );
