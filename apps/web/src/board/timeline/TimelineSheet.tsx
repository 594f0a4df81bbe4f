// The ruled sheet itself: ticks, gaps, lanes with their cards, and the axis with a mark at each true time.
import type { CardId } from '@hearth/review/ids';
import { clock, durationInWords } from '@hearth/review/time/words';
import { memo } from 'react';
import { classes } from '../../design/classes.ts';
import { CardOnBoard } from '../cards/CardOnBoard.tsx';
import { useCanvasSize } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { commonLane } from '../groups.ts';
import { useCard, useSession, useUi } from '../session.tsx';
import { ticksOf, type Axis } from './axis.ts';
import { laneHeaderPx, type Lane, type PlacedEvent, type PlacedGap, type TimelineLayout } from './layout.ts';
import styles from './Timeline.module.css';

/** How far around its time an "about" is drawn: what people mean by it, not a measure. */
const aboutMs = 12 * 60_000;
const farthestAboutPx = 54;
/** A tick nearer to the right edge has no room for its label. */
const tickLabelPx = 42;
/** A gap narrower than this has no room for its question, only for its length. */
const questionPx = 172;
const lengthPx = 74;

interface TimelineSheetProps {
  layout: TimelineLayout;
  first: CardId | null;
}

export const TimelineSheet = ({ layout, first }: TimelineSheetProps) => {
  const { zone } = useSession();
  const { axis, lanes, gaps, height, width, scrolls, rowHeight } = layout;
  const { far } = useCanvasSize();
  const header = laneHeaderPx(far);
  const ticks = ticksOf(axis, zone).filter((tick) => tick.x + tickLabelPx * far <= width);
  return (
    <div className={classes(styles.scroller, scrolls && styles.scrolls)} data-scroller tabIndex={-1}>
      <div
        className={styles.sheet}
        style={{ width: header + width, height: height + 25 * far }}
        data-px-per-ms={axis.pxPerMs}
        data-cards
      >
        {ticks.map((tick) => (
          <div
            key={tick.atMs}
            className={classes(styles.tick, !tick.strong && styles.half)}
            style={{ left: header + tick.x }}
          >
            <span>{tick.label}</span>
          </div>
        ))}
        {gaps.map((gap) => (
          <div key={gap.fromMs} className={styles.gap} style={{ left: header + gap.x, width: gap.width, height }} />
        ))}
        {lanes.map((lane, index) => (
          <LaneOnSheet key={lane.name} lane={lane} axis={axis} rowHeight={rowHeight} upward={index > 0} first={first} />
        ))}
        {gaps.map((gap) => (
          <GapQuestion key={gap.fromMs} gap={gap} height={height} />
        ))}
        <div className={styles.baseline} style={{ top: height }} />
        <Rug lanes={lanes} header={header} width={width} top={height - 5} />
      </div>
    </div>
  );
};

interface LaneProps {
  lane: Lane;
  axis: Axis;
  rowHeight: number;
  /** Cards grow upwards when they open, so that the lowest lane has room. */
  upward: boolean;
  first: CardId | null;
}

const LaneOnSheet = ({ lane, axis, rowHeight, upward, first }: LaneProps) => {
  const name = lane.name === '' ? commonLane : lane.name;
  const group = `event/${lane.name}`;
  const dropping = useUi((ui) => ui.drop?.group === group);
  return (
    <section
      className={classes(styles.lane, dropping && styles.dropping)}
      style={{ top: lane.top, height: lane.rows * rowHeight }}
      aria-label={name}
      data-group={group}
    >
      <h3>
        <span>{name}</span>
      </h3>
      {lane.events.map((event) => (
        <PlacedOnLane
          key={event.id}
          event={event}
          rows={lane.rows}
          axis={axis}
          rowHeight={rowHeight}
          upward={upward}
          first={event.id === first}
        />
      ))}
    </section>
  );
};

interface PlacedProps {
  event: PlacedEvent;
  rows: number;
  axis: Axis;
  rowHeight: number;
  upward: boolean;
  first: boolean;
}

const PlacedOnLane = memo(({ event, rows, axis, rowHeight, upward, first }: PlacedProps) => {
  const { far } = useCanvasSize();
  const card = useCard(event.id);
  if (card?.kind !== 'event' || card.at === null) return null;
  const left = laneHeaderPx(far) + event.x;
  const fromTop = event.row * rowHeight + 4;
  const fromBottom = (rows - 1 - event.row) * rowHeight + 4;
  const reach = Math.min(aboutMs * axis.pxPerMs, farthestAboutPx * far, event.x);
  return (
    <>
      {card.precision === 'about' && (
        <span
          className={styles.whisker}
          style={{ left: left - reach, width: 2 * reach, top: fromTop + rowHeight - 12 }}
        />
      )}
      {card.endAt !== null && (
        <span
          className={styles.range}
          style={{ left, width: Math.max(3, (card.endAt - card.at) * axis.pxPerMs), top: fromTop + rowHeight - 8 }}
        />
      )}
      <CardOnBoard
        id={event.id}
        first={first}
        left={left}
        width={event.width}
        {...(upward ? { bottom: fromBottom } : { top: fromTop })}
      />
    </>
  );
});
PlacedOnLane.displayName = 'PlacedOnLane';

const GapQuestion = ({ gap, height }: { gap: PlacedGap; height: number }) => {
  const { far } = useCanvasSize();
  const { zone, canWrite } = useSession();
  const commands = useCommands();
  if (gap.width < lengthPx * far) return null;
  const length = durationInWords((gap.toMs - gap.fromMs) / 60_000);
  const between = `between ${clock(gap.fromMs, zone)} and ${clock(gap.toMs, zone)}`;
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
  const style = {
    left: laneHeaderPx(far) + gap.x + gap.width / 2,
    top: free.top + free.height / 2,
    maxWidth: gap.width - 8,
  };
  if (!canWrite)
    return (
      <p className={styles.question} style={style}>
        {words}
      </p>
    );
  return (
    <button
      type="button"
      className={styles.question}
      style={style}
      onClick={() => commands.compose('event/', `about ${clock((gap.fromMs + gap.toMs) / 2, zone)}`)}
    >
      {words}
      <span className="vh"> {between}. Add a moment</span>
    </button>
  );
};

interface RugProps {
  lanes: readonly Lane[];
  header: number;
  width: number;
  top: number;
}

/** A mark at each true time, whatever room its card needed; a diamond for a key moment. */
const Rug = ({ lanes, header, width, top }: RugProps) => (
  <svg
    className={styles.rug}
    aria-hidden="true"
    width={header + width}
    height={10}
    style={{ top }}
    viewBox={`0 0 ${header + width} 10`}
  >
    {lanes
      .flatMap((lane) => lane.events)
      .map((event) => (
        <RugMark key={event.id} id={event.id} x={header + event.x} />
      ))}
  </svg>
);

const RugMark = memo(({ id, x }: { id: CardId; x: number }) => {
  const card = useCard(id);
  if (card?.kind !== 'event') return null;
  if (card.key) return <path className={styles.diamond} d={`M${x} 0l5 5-5 5-5-5z`} />;
  return <path d={`M${x} 1v8`} strokeDasharray={card.precision === 'about' ? '2 2' : undefined} />;
});
RugMark.displayName = 'RugMark';
