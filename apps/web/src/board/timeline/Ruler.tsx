// The axis: lines at round times, their labels in the incident's zone, and a second row of labels where whoever reads lives by
// other clocks.
import { dayAndShortMonth } from '@hearth/review/time/words';
import { memo, type RefObject } from 'react';
import { classes } from '../../design/classes.ts';
import { useCanvasSize } from '../canvas-size.ts';
import { labelsElsewhere, type Axis, type Tick } from './axis.ts';
import { useShownSpan } from './use-axis.ts';
import { cityOf } from './zone-words.ts';
import styles from './Timeline.module.css';

export const TickLines = memo(({ ticks, header }: { ticks: readonly Tick[]; header: number }) =>
  ticks.map((tick) => (
    <div
      key={tick.atMs}
      className={classes(styles.tick, !tick.strong && styles.half)}
      style={{ left: header + tick.x }}
    />
  )),
);
TickLines.displayName = 'TickLines';

interface RulerProps {
  ticks: readonly Tick[];
  axis: Axis;
  header: number;
  width: number;
  top: number;
  zone: string;
  /** The zone of whoever reads; null where its clocks agree. */
  own: string | null;
  scroller: RefObject<HTMLDivElement | null>;
}

export const rulerPx = 24;

export const Ruler = memo(({ ticks, axis, header, width, top, zone, own, scroller }: RulerProps) => {
  const { far } = useCanvasSize();
  const elsewhere = own === null ? [] : labelsElsewhere(ticks, axis.pxPerMs, own);
  return (
    <div className={styles.ruler} style={{ top, height: rulerPx * far * (own === null ? 1 : 2) }}>
      <div className={styles.corner} style={{ width: header - 1 }}>
        <Place axis={axis} width={width} zone={zone} scroller={scroller} named={own !== null} />
        {own !== null && <span title={`Your clocks: ${own}`}>{cityOf(own)}, you</span>}
      </div>
      {ticks.map((tick) => (
        <span key={tick.atMs} className={styles.label} style={{ left: header + tick.x }}>
          {tick.label}
        </span>
      ))}
      {own !== null &&
        ticks.map((tick, index) => (
          <span key={tick.atMs} className={classes(styles.label, styles.own)} style={{ left: header + tick.x }}>
            {elsewhere[index]}
          </span>
        ))}
    </div>
  );
});
Ruler.displayName = 'Ruler';

interface PlaceProps {
  axis: Axis;
  width: number;
  zone: string;
  scroller: RefObject<HTMLDivElement | null>;
  named: boolean;
}

/** Where labels tell hours and seconds only, this tells the day. */
const Place = ({ axis, width, zone, scroller, named }: PlaceProps) => {
  const { fromMs } = useShownSpan(scroller, axis, width);
  const day = dayAndShortMonth(Math.max(fromMs, axis.fromMs), zone);
  return <span title={`Times in ${zone}`}>{named ? `${day}, ${cityOf(zone)}` : day}</span>;
};
