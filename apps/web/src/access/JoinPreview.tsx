// What a latecomer may know before entering: who is inside, and three lines of what has been done so far.
import { counted } from '@hearth/review/time/words';
import { Clock, DoorOpen, Waypoints, type LucideIcon } from 'lucide-react';
import { AvatarStack } from '../design/Avatar.tsx';
import { Icon } from '../design/Icon.tsx';
import styles from './JoinPage.module.css';

interface InsideNowProps {
  names: readonly string[];
  /** null where nobody runs the room yet. */
  facilitator: string | null;
}

export const InsideNow = ({ names, facilitator }: InsideNowProps) => {
  const runs =
    facilitator !== null && `${facilitator} ${names.includes(facilitator) ? 'is facilitating' : 'facilitates'}. `;
  if (names.length === 0) return <p className="small">{runs}Nobody is inside yet. You would be the first.</p>;
  return (
    <div className={styles.inside}>
      <AvatarStack label="Inside now" max={7} people={names.map((name, index) => ({ id: `${index} ${name}`, name }))} />
      <p className="small">
        {runs}
        {counted(names.length, 'person is', 'people are')} inside.
      </p>
    </div>
  );
};

/** The lines come as the server tells them: where the room is, what happened, what made it possible. */
const lineIcons: readonly LucideIcon[] = [DoorOpen, Clock, Waypoints];

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
