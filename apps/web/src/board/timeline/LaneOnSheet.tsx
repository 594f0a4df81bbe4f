// One lane: its name, its cards in their rows, and what is drawn around a time: the haze of an "about", the bar of a range, the
// brackets of an order.
import type { EventCard } from '@hearth/board/cards';
import type { CardId } from '@hearth/review/ids';
import { memo, type MouseEvent } from 'react';
import { classes } from '../../design/classes.ts';
import { CardOnBoard } from '../cards/CardOnBoard.tsx';
import { useCanvasSize } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { useCard, useSession, useUi } from '../session.tsx';
import { snapped, snapStepOf, timeAt, xOf, type Axis } from './axis.ts';
import { laneHeaderPx, type Lane, type PlacedEvent } from './layout.ts';
import { FoldOnSheet, RangeBar } from './late-parts.ts';
import { writeTime } from './time-entry.ts';
import type { Span } from './use-axis.ts';
import styles from './Timeline.module.css';

/** How far around its time an "about" is drawn: what people mean by it, not a measure. */
const aboutMs = 12 * 60_000;
const farthestAboutPx = 150;

export interface LaneProps {
  lane: Lane;
  axis: Axis;
  rowHeight: number;
  /** Cards of the lower lanes grow upwards when they open, so that they have room. */
  upward: boolean;
  first: CardId | null;
  mounted: ReadonlySet<CardId>;
  /** A card of the fold that is open. */
  opened: CardId | null;
  onOpen: (id: CardId | null) => void;
  onSpread: (span: Span) => void;
}

export const LaneOnSheet = memo(
  ({ lane, axis, rowHeight, upward, first, mounted, opened, onOpen, onSpread }: LaneProps) => {
    const { far } = useCanvasSize();
    const { canWrite, zone, anchorMs } = useSession();
    const commands = useCommands();
    const { change } = lane;
    const group = `event/${'lane' in change ? change.lane : ''}`;
    const eventKind = 'eventKind' in change ? change.eventKind : undefined;
    const dropping = useUi(({ drop }) => drop?.group === group && drop.eventKind === eventKind);
    const header = laneHeaderPx(far);

    const noteHere = (event: MouseEvent<HTMLElement>): void => {
      if (!canWrite || event.target !== event.currentTarget) return;
      const rect = event.currentTarget.getBoundingClientRect();
      const scale = rect.width / event.currentTarget.offsetWidth || 1;
      const at = snapped(timeAt(axis, (event.clientX - rect.left) / scale - header), snapStepOf(axis.pxPerMs), zone);
      commands.compose(group, writeTime({ at, endAt: null, precision: 'exact' }, anchorMs(), zone));
    };

    return (
      <section
        className={classes(styles.lane, dropping && styles.dropping)}
        style={{ top: lane.top, height: lane.rows * rowHeight }}
        aria-label={lane.name}
        data-group={group}
        data-event-kind={eventKind}
        onDoubleClick={noteHere}
      >
        <h3 style={{ width: header - 1 }}>
          <span>{lane.name}</span>
        </h3>
        {lane.events.map((event) =>
          mounted.has(event.id) ? (
            <PlacedOnLane
              key={event.id}
              event={event}
              rows={lane.rows}
              axis={axis}
              rowHeight={rowHeight}
              upward={upward}
              first={event.id === first}
            />
          ) : null,
        )}
        {lane.folds.map((fold) => (
          <FoldOnSheet
            key={fold.key}
            fold={fold}
            lane={lane.name}
            left={header + fold.x}
            top={fold.row * rowHeight + 4}
            open={opened !== null && fold.ids.includes(opened)}
            onToggle={onOpen}
            onSpread={onSpread}
          />
        ))}
      </section>
    );
  },
);
LaneOnSheet.displayName = 'LaneOnSheet';

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
  const selected = useUi((ui) => ui.selected === event.id && ui.also.length === 0);
  if (card?.kind !== 'event') return null;
  const header = laneHeaderPx(far);
  const left = header + event.x;
  const fromTop = event.row * rowHeight + 4;
  const fromBottom = (rows - 1 - event.row) * rowHeight + 4;
  return (
    <>
      {card.precision === 'about' && (
        <Haze x={event.x} left={left} top={event.row * rowHeight} axis={axis} height={rowHeight} />
      )}
      {event.between && (
        <span
          className={styles.between}
          style={{ left: left - 7, width: event.width + 14, top: fromTop + rowHeight - 13 }}
        />
      )}
      {isDated(card) && (
        <RangeBar
          card={card}
          axis={axis}
          left={header + xOf(axis, card.at)}
          top={fromTop + rowHeight - 9}
          selected={selected}
        />
      )}
      {/* Its place is not the card's: a card that only moves is not rendered anew. */}
      <div
        className={classes(styles.place, upward && styles.upward)}
        style={{ left, width: event.width, ...(upward ? { bottom: fromBottom } : { top: fromTop }) }}
      >
        <CardOnBoard id={event.id} first={first} />
      </div>
    </>
  );
});
PlacedOnLane.displayName = 'PlacedOnLane';

const isDated = (card: EventCard): card is EventCard & { at: number } => card.at !== null;

/** Two bands, the inner one nearer to what was meant. */
const Haze = ({ x, left, top, axis, height }: { x: number; left: number; top: number; axis: Axis; height: number }) => {
  const { far } = useCanvasSize();
  const reach = Math.min(aboutMs * axis.pxPerMs, farthestAboutPx * far, x);
  return (
    <span className={styles.haze} style={{ left: left - reach, width: 2 * reach, top, height }}>
      <span />
    </span>
  );
};
