// The outline: the same board as headings and lists, with the same commands and the links in words. It is the complete rendering
// for a screen reader, for the keyboard, for paper, and for a small screen. Every card is in the page, so that the browser finds
// its words and a reader walks through all of them; what is off the screen is neither laid out nor painted (SPEC O8).
import { boardZones, type BoardZone } from '@hearth/board/zones';
import { OutlineDecisions } from '../../decisions/OutlineDecisions.tsx';
import { OutlineBar } from './OutlineBar.tsx';
import { OutlineNarrative } from './OutlineNarrative.tsx';
import { OutlineZone } from './OutlineZone.tsx';
import { useRevealing } from './use-revealing.ts';
import styles from './Outline.module.css';

export interface OutlineProps {
  /** The zone that comes first: where the room is. */
  stageZone: BoardZone | null;
  onNarrative: (block: number) => void;
}

export const Outline = ({ stageZone, onNarrative }: OutlineProps) => {
  const zones = stageZone === null ? boardZones : [stageZone, ...boardZones.filter((zone) => zone !== stageZone)];
  useRevealing();
  return (
    <div className={styles.page} data-scroller data-paper tabIndex={-1}>
      <div className={styles.outline} data-cards data-outline>
        <OutlineBar />
        {zones.map((zone) => (
          <OutlineZone key={zone} zone={zone} look="rows" />
        ))}
        <OutlineDecisions />
        <OutlineNarrative onGo={onNarrative} />
      </div>
    </div>
  );
};
