// The timeline: a ruled sheet, time runs right, a card hangs from its moment; lanes by hand, by person or by kind.
import type { EventCard } from '@hearth/board/cards';
import { isPicture } from '@hearth/board/cards';
import { sameMoments } from '@hearth/board/same-moments';
import { spanOf } from '@hearth/board/timeline';
import { sameDay } from '@hearth/review/time/wall-time';
import { counted, dayAndMonth, longDay } from '@hearth/review/time/words';
import { Plus } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { Button } from '../../design/Button.tsx';
import { CardOnBoard } from '../cards/CardOnBoard.tsx';
import { AddHere } from '../cards/CardColumn.tsx';
import { useCanvasSize, type ZoneProps } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { useColumns, useSession, useStructure, useUi } from '../session.tsx';
import { Zone } from '../Zone.tsx';
import { EmptyTimeline } from './EmptyTimeline.tsx';
import { lanesBy } from './lanes.ts';
import { cardSizes, laneHeaderPx, layoutTimeline, readableStretch } from './layout.ts';
import { AxisTools, Overview } from './late-parts.ts';
import { TimelineSheet } from './TimelineSheet.tsx';
import { useTimelineView } from './timeline-view.ts';
import { useAxisView } from './use-axis.ts';
import { ownZone, sameClocks } from './zone-words.ts';
import styles from './Timeline.module.css';

const structure = (event: EventCard): string =>
  [
    event.at,
    event.endAt,
    event.precision,
    event.lane,
    event.eventKind,
    event.key,
    event.rank,
    event.author?.name,
    event.files.some(isPicture),
    event.knownNow !== undefined,
    event.apart?.length,
  ].join('|');

export const TimelineZone = ({ here, question }: ZoneProps) => {
  const session = useSession();
  const { zone, anchorMs, canWrite } = session;
  const { zoneWidth, far } = useCanvasSize();
  const events = useStructure('event', structure);
  const columns = useColumns();
  const mode = useTimelineView((view) => view.lanes);
  const header = laneHeaderPx(far);
  const sizes = useMemo(() => cardSizes(far), [far]);
  const width = Math.max(300, zoneWidth - header);
  const lanes = useMemo(
    () =>
      lanesBy(
        mode,
        events,
        columns.map(({ name }) => name),
      ),
    [mode, events, columns],
  );
  const readable = useMemo(() => readableStretch(lanes, width, sizes), [lanes, width, sizes]);
  const scroller = useRef<HTMLDivElement>(null);
  const view = useAxisView({ events, width, header, sizes, readable, ui: session.ui, view: session.view, scroller });
  const added = useUi((ui) => ui.added);
  const layout = useMemo(
    () => layoutTimeline(lanes, width, view.stretch, sizes, added),
    [lanes, width, view.stretch, sizes, added],
  );
  const waiting = layout?.waiting ?? events;
  const first = layout?.lanes.find((lane) => lane.events.length > 0)?.events[0]?.id ?? waiting[0]?.id ?? null;
  const commands = useCommands();
  const composing = useUi((ui) => (ui.composing?.group.startsWith('event/') === true ? ui.composing.group : null));
  const span = useMemo(() => spanOf(events), [events]);
  const mine = ownZone();
  const own = span !== null && !sameClocks(span.fromMs, zone, mine) ? mine : null;
  const alike = useMemo(() => (canWrite ? sameMoments(events).length : 0), [events, canWrite]);

  return (
    <Zone
      zone="timeline"
      here={here}
      half={here && events.length > 0}
      question={here || events.length === 0 ? question : null}
      beside={events.length > 0 && `${daysOf(events, anchorMs(), zone)}, ${zone}`}
      meta={events.length > 0 && countWords(events, layout?.gaps.length ?? 0)}
      tools={
        layout && (
          <span className={styles.tools} role="group" aria-label="Timeline">
            {canWrite && (
              <Button
                icon={Plus}
                className={styles.moment}
                data-add="event/"
                onClick={() => commands.compose('event/')}
              >
                Add a moment
              </Button>
            )}
            <AxisTools view={view} events={events} alike={alike} />
          </span>
        )
      }
    >
      {events.length === 0 ? (
        <EmptyTimeline />
      ) : (
        <>
          {layout && <TimelineSheet layout={layout} scroller={scroller} onSpread={view.show} first={first} own={own} />}
          {layout?.scrolls && (
            <Overview
              events={events}
              gaps={layout.gaps}
              axis={layout.axis}
              width={width}
              view={view}
              scroller={scroller}
              zone={zone}
            />
          )}
          {waiting.length > 0 && (
            <div className={styles.tray}>
              <h3>Order unknown</h3>
              <ul aria-label="Events of which only the order is known">
                {waiting.map((event) => (
                  <li key={event.id}>
                    <CardOnBoard id={event.id} first={event.id === first} />
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
      {canWrite && (composing !== null || layout === null) && (
        <div className={events.length === 0 ? styles.firstMoment : styles.add}>
          <AddHere group={composing ?? 'event/'} open={events.length === 0} />
        </div>
      )}
    </Zone>
  );
};

/** "Thursday 12 November", or "12 November to 14 November" where it took longer. */
const daysOf = (events: readonly EventCard[], anchorMs: number, zone: string): string => {
  const span = spanOf(events) ?? { fromMs: anchorMs, toMs: anchorMs };
  return sameDay(span.fromMs, span.toMs, zone)
    ? longDay(span.fromMs, zone).replace(/ \d{4}$/, '')
    : `${dayAndMonth(span.fromMs, zone)} to ${dayAndMonth(span.toMs, zone)}`;
};

const countWords = (events: readonly EventCard[], gaps: number): string => {
  const keys = events.filter((event) => event.key).length;
  return [
    counted(events.length, 'event'),
    ...(keys > 0 ? [counted(keys, 'key moment')] : []),
    ...(gaps > 0 ? [counted(gaps, 'gap')] : []),
  ].join(' · ');
};
