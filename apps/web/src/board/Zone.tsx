// A zone: fixed edges, a name, the question it asks, and what it holds. The zone of the room's stage comes forward.
import type { ReactNode } from 'react';
import type { BoardZone } from '@hearth/board/zones';
import { classes } from '../design/classes.ts';
import { zoneNames } from './groups.ts';
import { ZoneLock } from './late-zone-lock.ts';
import styles from './Zone.module.css';

interface ZoneProps {
  zone: BoardZone;
  /** Set in the italic serif: the voice of the room. */
  question: ReactNode;
  /** The room is in this zone's stage. */
  here: boolean;
  /** Counts, at the end of the head. */
  meta?: ReactNode;
  /** Beside the name, such as the day. */
  beside?: ReactNode;
  tools?: ReactNode;
  /** Little room beside the name: the question takes a line of its own. */
  half?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

export const zoneId = (zone: BoardZone): string => `zone-${zone}`;

export const Zone = ({ zone, question, here, meta, beside, tools, half = false, className, children }: ZoneProps) => (
  <section
    id={zoneId(zone)}
    data-zone={zone}
    tabIndex={-1}
    aria-labelledby={`${zoneId(zone)}-name`}
    className={classes(styles.zone, here && styles.here, className)}
  >
    <header className={classes(styles.head, half && styles.half)}>
      <h2 id={`${zoneId(zone)}-name`} className={styles.name}>
        {zoneNames[zone]}
        {here && <span className="vh">, the room is here</span>}
      </h2>
      {beside && <span className={styles.beside}>{beside}</span>}
      {question && <span className={styles.question}>{question}</span>}
      {meta && <span className={classes('meta', styles.meta)}>{meta}</span>}
      {tools}
      <ZoneLock zone={zone} />
    </header>
    {children}
  </section>
);
