// What is around every page outside the room: skip link, top bar, what is to be said about the connection.
import { BookOpen, CircleArrowRight, ListOrdered, Settings2, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { SessionBody } from '@hearth/protocol/http/access';
import { nameIn, seesAgendas, useSession } from '../access/queries.ts';
import { Avatar } from '../design/Avatar.tsx';
import { IconButton } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import { Brand } from '../design/Mark.tsx';
import { Link, NavLink, useScrollPlaces } from '../router/Router.tsx';
import { ConnectionNotice } from './ConnectionNotice.tsx';
import { late } from './late.tsx';
import styles from './Shell.module.css';

const SettingsDialog = late(async () => (await import('./SettingsDialog.tsx')).SettingsDialog);

interface Place {
  to: string;
  name: string;
  icon: LucideIcon;
  /** Left out for others. */
  for?: (session: SessionBody) => boolean;
}

const places: readonly Place[] = [
  { to: '/', name: 'Reviews', icon: BookOpen },
  { to: '/actions', name: 'Actions', icon: CircleArrowRight },
  { to: '/templates', name: 'Agendas', icon: ListOrdered, for: seesAgendas },
];

export const Shell = ({ children }: { children: ReactNode }) => {
  useScrollPlaces();
  return (
    <>
      <a className={styles.skip} href="#main">
        Skip to the page
      </a>
      <TopBar />
      <ConnectionNotice />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </>
  );
};

const TopBar = () => {
  const session = useSession();
  const [settings, setSettings] = useState(false);
  const name = session.data === undefined ? null : nameIn(session.data);
  const mine = places.filter((place) => session.data !== undefined && (place.for?.(session.data) ?? true));
  return (
    <header className={styles.bar}>
      <Link to="/" className={styles.brand} aria-label="Hearth, all reviews">
        <Brand />
      </Link>
      {name !== null && (
        <nav aria-label="Main" className={styles.nav}>
          <ul>
            {mine.map((place) => (
              <li key={place.to}>
                <NavLink to={place.to} end={place.to === '/'}>
                  <Icon of={place.icon} size="l" className={styles.navIcon} />
                  {place.name}
                </NavLink>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <span className="grow" />
      {name === null ? (
        <IconButton icon={Settings2} label="Settings" onClick={() => setSettings(true)} />
      ) : (
        <button type="button" className={styles.me} onClick={() => setSettings(true)}>
          <Avatar name={name} decorative />
          <span className="vh">{name}, your settings</span>
        </button>
      )}
      {settings && <SettingsDialog onClose={() => setSettings(false)} />}
    </header>
  );
};
