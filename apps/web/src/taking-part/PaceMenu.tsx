// How fast the room goes, for me: a quiet wish. Whoever facilitates is told how many, and nobody is told who.
import type { PaceWish } from '@hearth/review/facilitation/state';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { Gauge } from 'lucide-react';
import { IconButton } from '../design/Button.tsx';
import { Menu } from '../design/Menu.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import styles from './TakingPartBar.module.css';
import { usePace } from './use-pace.ts';
import { paceWords, shortPaceWords } from './pace-words.ts';

const names: Record<PaceWish, string> = {
  slower: 'A little slower, please',
  faster: 'A little faster, please',
};
const wishes: readonly (PaceWish | null)[] = ['slower', null, 'faster'];

export const PaceMenu = () => {
  const { mine, wish } = usePace();
  return (
    <Menu
      label="Pace"
      heading="Told in numbers, never by name"
      items={wishes.map((one) => ({
        id: one ?? 'fine',
        label: one === null ? 'It is fine for me' : names[one],
        checked: one === mine,
        onSelect: () => wish(one),
      }))}
    >
      {(trigger) => (
        <IconButton
          {...trigger}
          icon={Gauge}
          label={mine === null ? 'Pace' : `Pace: ${names[mine].toLowerCase()}`}
          aria-pressed={mine !== null}
        />
      )}
    </Menu>
  );
};

interface PaceCountsProps {
  view: FacilitationView;
  /** On a line of their own. */
  line?: boolean;
}

/** For those who run the meeting. */
export const PaceCounts = ({ view, line = false }: PaceCountsProps) => {
  const { facilitates } = useFacilitation();
  const words = paceWords(view.state.pace);
  if (!facilitates || words === '') return null;
  if (line) return <p className="meta">{words}</p>;
  return (
    <p className={styles.pace} title={words}>
      <span className={styles.full}>{words}</span>
      <span className={styles.short} aria-hidden="true">
        {shortPaceWords(view.state.pace)}
      </span>
    </p>
  );
};
