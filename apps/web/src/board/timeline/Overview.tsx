// The whole incident on one line, shown while the axis is stretched: where its moments are, and a brush that says which of it is
// seen. The brush is moved, made longer or drawn anew by hand, and moved by arrows.
import type { EventCard } from '@hearth/board/cards';
import { spanOf, type TimelineGap } from '@hearth/board/timeline';
import { dayAndShortMonth, clock } from '@hearth/review/time/words';
import { sameDay } from '@hearth/review/time/wall-time';
import { useMemo, useRef, useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Axis } from './axis.ts';
import { useShownSpan, type AxisView, type Span } from './use-axis.ts';
import styles from './Overview.module.css';

export interface OverviewProps {
  events: readonly EventCard[];
  gaps: readonly TimelineGap[];
  axis: Axis;
  width: number;
  view: AxisView;
  scroller: RefObject<HTMLDivElement | null>;
  zone: string;
}

type Grip = 'move' | 'from' | 'to' | 'new';

/** Marks nearer to each other than so many shares of the line are one. */
const places = 400;
const shortestBrush = 0.002;

export const Overview = ({ events, gaps, axis, width, view, scroller, zone }: OverviewProps) => {
  const line = useRef<HTMLDivElement>(null);
  const shown = useShownSpan(scroller, axis, width);
  const [drawn, setDrawn] = useState<Span | null>(null);
  const whole = useMemo(() => roomy(spanOf(events) ?? shown), [events, shown]);
  const length = whole.toMs - whole.fromMs;
  const share = (atMs: number): number => Math.min(1, Math.max(0, (atMs - whole.fromMs) / length));
  const marks = useMemo(() => marksOf(events, whole), [events, whole]);
  const brush = drawn ?? shown;
  const left = share(brush.fromMs);
  const breadth = Math.max(0.004, share(brush.toMs) - left);
  const words = spanWords(brush, zone);

  const grab =
    (grip: Grip) =>
    (down: ReactPointerEvent<HTMLElement>): void => {
      const box = line.current?.getBoundingClientRect();
      if (down.button !== 0 || !box) return;
      down.preventDefault();
      down.stopPropagation();
      const target = down.currentTarget;
      target.setPointerCapture(down.pointerId);
      const at = (clientX: number): number =>
        whole.fromMs + Math.min(1, Math.max(0, (clientX - box.left) / box.width)) * length;
      const start = at(down.clientX);
      const begun = shown;
      let now: Span = begun;
      const move = (event: PointerEvent): void => {
        const to = at(event.clientX);
        now = gripped(grip, begun, start, to, length * shortestBrush);
        // Moving shows at once; a new length is shown when the hand lets go, so that the sheet is laid out once.
        if (grip === 'move') view.scrollTo(now.fromMs);
        else setDrawn(now);
      };
      const end = (event: PointerEvent): void => {
        target.removeEventListener('pointermove', move);
        target.removeEventListener('pointerup', end);
        target.removeEventListener('pointercancel', end);
        setDrawn(null);
        if (event.type !== 'pointerup' || grip === 'move') return;
        if (grip === 'new' && now.toMs - now.fromMs <= length * shortestBrush) {
          const half = (begun.toMs - begun.fromMs) / 2;
          view.scrollTo(start - half);
        } else view.show(now);
      };
      target.addEventListener('pointermove', move);
      target.addEventListener('pointerup', end);
      target.addEventListener('pointercancel', end);
    };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = (shown.toMs - shown.fromMs) * (event.shiftKey ? 0.8 : 0.2);
    const to: Record<string, () => void> = {
      ArrowLeft: () => view.scrollTo(shown.fromMs - step),
      ArrowRight: () => view.scrollTo(shown.fromMs + step),
      Home: () => view.scrollTo(whole.fromMs),
      End: () => view.scrollTo(whole.toMs),
      ArrowUp: () => view.zoom('in'),
      ArrowDown: () => view.zoom('out'),
    };
    const act = to[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  return (
    <div className={styles.overview}>
      <div ref={line} className={styles.line} data-own-press onPointerDown={grab('new')}>
        <svg className={styles.marks} viewBox={`0 0 ${places} 20`} preserveAspectRatio="none" aria-hidden="true">
          {gaps.map((gap) => (
            <rect
              key={gap.fromMs}
              className={styles.gap}
              x={share(gap.fromMs) * places}
              width={(share(gap.toMs) - share(gap.fromMs)) * places}
              y={0}
              height={20}
            />
          ))}
          <path className={styles.mark} d={marks.usual} />
          <path className={styles.keyMark} d={marks.key} />
        </svg>
        <div
          className={styles.brush}
          role="slider"
          tabIndex={0}
          aria-label="Part of the incident that is shown"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(left * 100)}
          aria-valuetext={words}
          title={`${words}. Drag to move it, drag its edges or beside it for another length.`}
          style={{ left: `${left * 100}%`, width: `${breadth * 100}%` }}
          onPointerDown={grab('move')}
          onKeyDown={onKeyDown}
        >
          <span className={styles.from} onPointerDown={grab('from')} />
          <span className={styles.to} onPointerDown={grab('to')} />
        </div>
      </div>
      <span className={styles.words} aria-hidden="true">
        {words}
      </span>
    </div>
  );
};

const roomy = ({ fromMs, toMs }: Span): Span => {
  const room = Math.max(1000, (toMs - fromMs) * 0.01);
  return { fromMs: fromMs - room, toMs: toMs + room };
};

const gripped = (grip: Grip, begun: Span, start: number, to: number, shortest: number): Span => {
  switch (grip) {
    case 'move':
      return { fromMs: begun.fromMs + to - start, toMs: begun.toMs + to - start };
    case 'from':
      return { fromMs: Math.min(to, begun.toMs - shortest), toMs: begun.toMs };
    case 'to':
      return { fromMs: begun.fromMs, toMs: Math.max(to, begun.fromMs + shortest) };
    case 'new':
      return { fromMs: Math.min(start, to), toMs: Math.max(start, to) };
  }
};

/** One mark for each place where something happened, taller where there is more: as many as there are places, however many moments. */
const marksOf = (events: readonly EventCard[], { fromMs, toMs }: Span): { usual: string; key: string } => {
  const counts = new Map<number, number>();
  const keys = new Set<number>();
  for (const event of events) {
    if (event.at === null) continue;
    const place = Math.round(((event.at - fromMs) / (toMs - fromMs)) * places);
    counts.set(place, (counts.get(place) ?? 0) + 1);
    if (event.key) keys.add(place);
  }
  const usual = [...counts].map(([place, count]) => `M${place} 20v-${Math.min(18, 6 + 3 * Math.log2(count))}`);
  return { usual: usual.join(''), key: [...keys].map((place) => `M${place} 20v-20`).join('') };
};

const spanWords = ({ fromMs, toMs }: Span, zone: string): string => {
  const fine = toMs - fromMs < 20 * 60_000;
  const moment = (atMs: number): string =>
    fine ? `${clock(atMs, zone)}:${String(Math.floor((atMs / 1000) % 60)).padStart(2, '0')}` : clock(atMs, zone);
  return sameDay(fromMs, toMs, zone)
    ? `${moment(fromMs)} to ${moment(toMs)}`
    : `${dayAndShortMonth(fromMs, zone)} ${moment(fromMs)} to ${dayAndShortMonth(toMs, zone)} ${moment(toMs)}`;
};
