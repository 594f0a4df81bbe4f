// How long something took: a bar under its card, with an end that can be taken by hand or moved by arrows. A selected moment has
// the end as well, so that one can be given to it.
import type { EventCard } from '@hearth/board/cards';
import { useState, type KeyboardEvent, type PointerEvent as ReactPointerEvent } from 'react';
import { classes } from '../../design/classes.ts';
import { useCommands } from '../commands.tsx';
import { headline } from '../relations.ts';
import { useSession } from '../session.tsx';
import { snapped, snapStepOf, type Axis } from './axis.ts';
import { timeWords } from './time-entry.ts';
import styles from './Timeline.module.css';

export interface RangeBarProps {
  card: EventCard & { at: number };
  axis: Axis;
  left: number;
  top: number;
  selected: boolean;
}

type End = 'at' | 'endAt';

export const RangeBar = ({ card, axis, left, top, selected }: RangeBarProps) => {
  const { canWrite, zone, anchorMs } = useSession();
  const commands = useCommands();
  const [held, setHeld] = useState<{ at: number; endAt: number | null } | null>(null);
  const step = snapStepOf(axis.pxPerMs);
  const { at, endAt } = held ?? card;
  const takes = canWrite && (selected || held !== null);
  if (endAt === null && !takes) return null;

  /** Both ends stay in order, a step apart at least; an end at the beginning is none. */
  const moved = (end: End, to: number): { at: number; endAt: number | null } =>
    end === 'at'
      ? { at: card.endAt === null ? to : Math.min(to, card.endAt - step), endAt: card.endAt }
      : { at: card.at, endAt: to < card.at + step ? null : to };
  const write = (time: { at: number; endAt: number | null }): void =>
    commands.setTime(card.id, { ...time, precision: card.precision });

  const grab =
    (end: End) =>
    (down: ReactPointerEvent<HTMLElement>): void => {
      if (down.button !== 0) return;
      down.preventDefault();
      down.stopPropagation();
      const target = down.currentTarget;
      target.setPointerCapture(down.pointerId);
      const scale = scaleOf(target);
      const begun = end === 'at' ? card.at : (card.endAt ?? card.at);
      let now: { at: number; endAt: number | null } | null = null;
      const move = (event: PointerEvent): void => {
        const shift = (event.clientX - down.clientX) / scale / axis.pxPerMs;
        now = moved(end, snapped(begun + shift, step, zone));
        setHeld(now);
      };
      const stop = (event: PointerEvent): void => {
        target.removeEventListener('pointermove', move);
        target.removeEventListener('pointerup', stop);
        target.removeEventListener('pointercancel', stop);
        setHeld(null);
        if (event.type === 'pointerup' && now && (now.at !== card.at || now.endAt !== card.endAt)) write(now);
      };
      target.addEventListener('pointermove', move);
      target.addEventListener('pointerup', stop);
      target.addEventListener('pointercancel', stop);
    };
  const byKey =
    (end: End) =>
    (event: KeyboardEvent): void => {
      const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const begun = end === 'at' ? card.at : (card.endAt ?? card.at);
      write(moved(end, begun + by * step * (event.shiftKey ? 10 : 1)));
    };

  const words = (ms: number): string => timeWords({ at: ms, endAt: null, precision: 'exact' }, anchorMs(), zone);
  const width = Math.max(0, ((endAt ?? at) - at) * axis.pxPerMs);
  const x = left + (at - card.at) * axis.pxPerMs;
  const handle = (end: End, name: string, value: number) => (
    <span
      key={end}
      role="slider"
      data-own-press
      tabIndex={selected ? 0 : -1}
      className={classes(styles.handle, end === 'at' ? styles.atStart : styles.atEnd)}
      aria-label={`${name} of ${headline(card)}`}
      aria-valuenow={Math.round(value / 1000)}
      aria-valuetext={end === 'endAt' && endAt === null ? `${words(value)}, no end yet` : words(value)}
      title={`${name}: ${words(value)}. Drag it, or use the arrow keys.`}
      onPointerDown={grab(end)}
      onKeyDown={byKey(end)}
    />
  );
  return (
    <span
      className={classes(styles.range, endAt === null && styles.noRange)}
      style={{ left: x, width: Math.max(3, width), top }}
    >
      {takes && endAt !== null && handle('at', 'Beginning', at)}
      {takes && handle('endAt', 'End', endAt ?? at)}
      {held && (
        <span className={styles.bubble} aria-hidden="true">
          {timeWords({ at, endAt, precision: card.precision }, anchorMs(), zone)}
        </span>
      )}
    </span>
  );
};

/** How much larger the element is on the screen than in its own pixels. */
const scaleOf = (element: HTMLElement): number => {
  const sheet = element.closest<HTMLElement>('[data-px-per-ms]');
  return sheet && sheet.offsetHeight > 0 ? sheet.getBoundingClientRect().height / sheet.offsetHeight : 1;
};
