// The ruled sheet: lines at round times, gaps, lanes with their cards, the axis with a mark at each true time. Only what is near
// the view is drawn, so that a stretched axis costs no more than a whole one.
import type { CardId } from '@hearth/review/ids';
import { clock, durationInWords } from '@hearth/review/time/words';
import { memo, useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { classes } from '../../design/classes.ts';
import { useCanvas, type CardBox } from '../canvas/lens.ts';
import { useMounted, useViewport } from '../canvas/viewport.ts';
import { useCanvasSize } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { onWantedCard } from '../focus.ts';
import { useCard, useSession } from '../session.tsx';
import { ticksOf, timeAt, type Tick } from './axis.ts';
import { LaneOnSheet } from './LaneOnSheet.tsx';
import { laneHeaderPx, type PlacedGap, type TimelineLayout } from './layout.ts';
import { Ruler, rulerPx, TickLines } from './Ruler.tsx';
import type { Span } from './use-axis.ts';
import styles from './Timeline.module.css';

/** A tick nearer to the right edge has no room for its label. */
const tickLabelPx = 42;
/** A gap narrower than this has no room for its question, only for its length. */
const questionPx = 172;
const lengthPx = 74;
const dayMs = 86_400_000;

interface TimelineSheetProps {
  layout: TimelineLayout;
  scroller: RefObject<HTMLDivElement | null>;
  onSpread: (span: Span) => void;
  first: CardId | null;
  /** The reader's zone where its clocks differ from the incident's. */
  own: string | null;
}

export const TimelineSheet = ({ layout, scroller, onSpread, first, own }: TimelineSheetProps) => {
  const { zone } = useSession();
  const { axis, lanes, gaps, height, width, scrolls, rowHeight } = layout;
  const { far, zoneWidth } = useCanvasSize();
  const header = laneHeaderPx(far);
  const sheet = useRef<HTMLDivElement>(null);
  const boxes = useMemo(() => boxesOf(layout, header), [layout, header]);
  const mounted = useMounted(sheet, boxes, first);
  const seen = useViewport(sheet);
  const canvas = useCanvas();
  const from = seen === null ? 0 : seen.left - header;
  const to = seen === null ? Math.min(width, 4 * zoneWidth) : seen.right - header;
  const ticks = useMemo(
    () =>
      ticksOf(axis, zone, { fromMs: timeAt(axis, from), toMs: timeAt(axis, to) }).filter(
        (tick): tick is Tick => tick.x + tickLabelPx * far <= width,
      ),
    [axis, zone, from, to, far, width],
  );
  const near = gaps.filter((gap) => gap.x < to && gap.x + gap.width > from);
  const [opened, open] = useState<CardId | null>(null);

  useEffect(
    () =>
      onWantedCard((id) => {
        if (layout.lanes.some((lane) => lane.folds.some((fold) => fold.ids.includes(id)))) open(id);
      }),
    [layout],
  );
  useEffect(() => {
    const element = scroller.current;
    const onScroll = (): void => canvas?.camera.laidOut();
    element?.addEventListener('scroll', onScroll, { passive: true });
    return () => element?.removeEventListener('scroll', onScroll);
  }, [canvas, scroller]);

  return (
    <div
      ref={scroller}
      className={classes(styles.scroller, scrolls && styles.scrolls)}

      data-scroller
      data-timeline
      tabIndex={-1}
    >
      <div
        ref={sheet}
        className={styles.sheet}
        style={{ width: header + width, height: height + rulerPx * far * (own === null ? 1 : 2) }}
        data-px-per-ms={axis.pxPerMs}
        data-from-ms={axis.fromMs}
        data-header={header}
        data-low={height < 4 * rowHeight ? '' : undefined}
        data-cards
      >
        <TickLines ticks={ticks} header={header} />
        {near.map((gap) => (
          <div key={gap.fromMs} className={styles.gap} style={{ left: header + gap.x, width: gap.width, height }} />
        ))}
        {lanes.map((lane) => (
          <LaneOnSheet
            key={lane.key}
            lane={lane}
            axis={axis}
            rowHeight={rowHeight}
            upward={lane.top > height / 2}
            first={first}
            mounted={mounted}
            opened={opened}
            onOpen={open}
            onSpread={onSpread}
          />
        ))}
        {near.map((gap) => (
          <GapQuestion key={gap.fromMs} gap={gap} height={height} long={gap.toMs - gap.fromMs >= dayMs} />
        ))}
        <div className={styles.baseline} style={{ top: height }} />
        <Rug layout={layout} header={header} from={from} to={to} top={height - 5} />
        <Ruler
          ticks={ticks}
          axis={axis}
          header={header}
          width={zoneWidth - header}
          top={height}
          zone={zone}
          own={own}
          scroller={scroller}
        />
      </div>
    </div>
  );
};

const boxesOf = ({ lanes, rowHeight }: TimelineLayout, header: number): CardBox[] =>
  lanes.flatMap((lane) =>
    lane.events.map(({ id, x, width, row }) => {
      const top = lane.top + row * rowHeight + 4;
      return { id, left: header + x, right: header + x + width, top, bottom: top + rowHeight - 8 };
    }),
  );

const GapQuestion = ({ gap, height, long }: { gap: PlacedGap; height: number; long: boolean }) => {
  const { far } = useCanvasSize();
  const { zone, canWrite } = useSession();
  const commands = useCommands();
  if (gap.width < lengthPx * far) return null;
  const length = durationInWords((gap.toMs - gap.fromMs) / 60_000);
  const between = long ? '' : ` between ${clock(gap.fromMs, zone)} and ${clock(gap.toMs, zone)}`;
  const roomy = gap.width >= questionPx * far;
  const free = gap.free ?? { top: 0, height };
  const words = roomy ? (
    <>
      <strong>{length}, nothing noted</strong>
      {canWrite && 'What was happening here?'}
    </>
  ) : (
    <strong>{length}</strong>
  );
  // In view wherever the gap is: at seconds it is wider than any screen.
  const place = { left: laneHeaderPx(far) + gap.x, width: gap.width, top: free.top + free.height / 2 };
  const within = { left: laneHeaderPx(far) + 12, right: 12 };
  if (!canWrite || !roomy)
    return (
      <div className={styles.asks} style={place}>
        <p className={styles.question} style={within}>
          {words}
          <span className="vh">{between}</span>
        </p>
      </div>
    );
  return (
    <div className={styles.asks} style={place}>
      <button
        type="button"
        className={styles.question}
        style={within}
        onClick={() => commands.compose('event/', `about ${clock((gap.fromMs + gap.toMs) / 2, zone)}`)}
      >
        {words}
        <span className="vh">{between}. Add a moment</span>
      </button>
    </div>
  );
};

interface RugProps {
  layout: TimelineLayout;
  header: number;
  from: number;
  to: number;
  top: number;
}

/** A mark at each true time that is seen, whatever room its card needed; a diamond for a key moment. */
const Rug = ({ layout, header, from, to, top }: RugProps) => (
  <div className={styles.rug} style={{ top }} aria-hidden="true">
    {layout.lanes
      .flatMap((lane) => lane.events)
      .filter(({ x, between }) => !between && x >= from && x <= to)
      .map((event) => (
        <RugMark key={event.id} id={event.id} x={header + event.x} />
      ))}
    {layout.lanes
      .flatMap((lane) => lane.folds)
      .filter(({ x }) => x >= from && x <= to)
      .map((fold) => (
        <span
          key={fold.key}
          className={styles.rugFold}
          style={{ left: header + fold.x, width: Math.max(3, (fold.toMs - fold.fromMs) * layout.axis.pxPerMs) }}
        />
      ))}
  </div>
);

const RugMark = memo(({ id, x }: { id: CardId; x: number }) => {
  const card = useCard(id);
  if (card?.kind !== 'event') return null;
  return (
    <span
      className={classes(styles.mark, card.key && styles.diamond, card.precision === 'about' && styles.vague)}
      style={{ left: x }}
    />
  );
});
RugMark.displayName = 'RugMark';
