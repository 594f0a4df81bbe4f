// What a latecomer may know before entering: who is inside, and three lines of what has been done so far.
import { Clock, Eye, Waypoints, type LucideIcon } from 'lucide-react';
import { AvatarStack } from '../design/Avatar.tsx';
import { Icon } from '../design/Icon.tsx';
import { counted } from '../time/words.ts';
import styles from './JoinPage.module.css';

export const InsideNow = ({ names }: { names: readonly string[] }) =>
  names.length === 0 ? (
    <p className="small">Nobody is inside yet. You would be the first.</p>
  ) : (
    <div className={styles.inside}>
      <AvatarStack label="Inside now" people={names.map((name, index) => ({ id: `${index} ${name}`, name }))} />
      <p className="small">{counted(names.length, 'person is', 'people are')} inside.</p>
    </div>
  );

/** The lines come in the order of the agenda: what happened, how it looked, where the room is. */
const lineIcons: readonly LucideIcon[] = [Clock, Eye, Waypoints];

export const SoFar = ({ lines }: { lines: readonly string[] }) => {
  if (lines.length === 0) return null;
  return (
    <section>
      <h2 className={styles.soFarTitle}>So far</h2>
      <ol className={styles.soFar}>
        {lines.map((line, index) => (
          <li key={line}>
            <Icon of={lineIcons[index] ?? Clock} className={styles.soFarIcon} />
            <span>{line}</span>
          </li>
        ))}
      </ol>
    </section>
  );
};
