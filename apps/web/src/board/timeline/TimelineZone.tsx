// The timeline: a ruled sheet, time runs right, a card hangs from its minute; a lane each for people, teams and services.
import type { EventCard } from '@hearth/board/cards';
import { spanOf, undated } from '@hearth/board/timeline';
import { sameDay } from '@hearth/review/time/wall-time';
import { counted, dayAndMonth, longDay } from '@hearth/review/time/words';
import { Maximize2, Plus, ZoomIn, ZoomOut } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button, IconButton } from '../../design/Button.tsx';
import { CardOnBoard } from '../cards/CardOnBoard.tsx';
import { AddHere } from '../cards/CardColumn.tsx';
import { useCanvasSize, type ZoneProps } from '../canvas-size.ts';
import { useCommands } from '../commands.tsx';
import { useSession, useStructure, useUi } from '../session.tsx';
import { Zone } from '../Zone.tsx';
import { EmptyTimeline } from './EmptyTimeline.tsx';
import { cardSizes, laneHeaderPx, layoutTimeline, readableStretch } from './layout.ts';
import { TimelineSheet } from './TimelineSheet.tsx';
import styles from './Timeline.module.css';

const stretchStep = 1.5;
const mostStretch = 20;

const structure = (event: EventCard): string =>
  `${event.at}|${event.endAt}|${event.precision}|${event.lane}|${event.key}|${event.rank}`;

export const TimelineZone = ({ here, question }: ZoneProps) => {
  const { zone, anchorMs, canWrite } = useSession();
  const { zoneWidth, far } = useCanvasSize();
  const events = useStructure('event', structure);
  /** null: as wide as the cards need to be read. */
  const [chosen, setChosen] = useState<number | null>(null);
  const width = Math.max(300, zoneWidth - laneHeaderPx(far));
  const readable = useMemo(() => readableStretch(events, width, cardSizes(far)), [events, width, far]);
  const stretch = chosen ?? readable;
  const layout = useMemo(() => layoutTimeline(events, width, stretch, cardSizes(far)), [events, width, stretch, far]);
  const waiting = useMemo(() => undated(events), [events]);
  const first = layout?.lanes.find((lane) => lane.events.length > 0)?.events[0]?.id ?? waiting[0]?.id ?? null;
  const commands = useCommands();
  const composing = useUi((ui) => (ui.composing?.group.startsWith('event/') === true ? ui.composing.group : null));

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
          <span className={styles.tools} role="group" aria-label="Time axis">
            {canWrite && (
              <Button icon={Plus} className={styles.moment} onClick={() => commands.compose('event/')}>
                Add a moment
              </Button>
            )}
            <IconButton
              icon={ZoomOut}
              label="Narrower time axis"
              disabled={stretch <= 1}
              onClick={() => setChosen(Math.max(1, stretch / stretchStep))}
            />
            <IconButton
              icon={ZoomIn}
              label="Wider time axis"
              disabled={stretch >= mostStretch}
              onClick={() => setChosen(Math.min(mostStretch, stretch * stretchStep))}
            />
            <IconButton
              icon={Maximize2}
              label="Whole incident at once"
              disabled={stretch === 1}
              onClick={() => setChosen(1)}
            />
          </span>
        )
      }
    >
      {layout === null && waiting.length === 0 ? (
        <EmptyTimeline />
      ) : (
        <>
          {layout && <TimelineSheet layout={layout} first={first} />}
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
          {canWrite && (composing !== null || layout === null) && (
            <div className={styles.add}>
              <AddHere group={composing ?? 'event/'} />
            </div>
          )}
        </>
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
