// The outline: the same board as headings and lists, with the same commands and the relations in words. It is the complete
// rendering for a screen reader, for the keyboard, and for a small screen.
import { boardZones, type BoardZone } from '../groups.ts';
import { OutlineZone } from './OutlineZone.tsx';
import styles from './Outline.module.css';

interface OutlineProps {
  /** The zone that comes first: where the room is. */
  stageZone: BoardZone | null;
}

export const Outline = ({ stageZone }: OutlineProps) => {
  const zones = stageZone === null ? boardZones : [stageZone, ...boardZones.filter((zone) => zone !== stageZone)];
  return (
    <div className={styles.page} data-scroller tabIndex={-1}>
      <div className={styles.outline} data-cards>
        {zones.map((zone) => (
          <OutlineZone key={zone} zone={zone} look="rows" />
        ))}
      </div>
    </div>
  );
};
