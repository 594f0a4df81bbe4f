// A handle on the track: a slider over moments, not over minutes, so that every key press shows another board.
import type { KeyboardEvent, Ref } from 'react';
import { classes } from '../design/classes.ts';
import { landmarkFrom, momentPlace, type History } from './history.ts';
import { summaryOf } from './happened.ts';
import styles from './Scrubber.module.css';

interface HandleProps {
  ref: Ref<HTMLDivElement>;
  history: History;
  zone: string;
  index: number;
  x: number;
  label: string;
  look: 'now' | 'from';
  onMove: (index: number) => void;
  onToggle: () => void;
}

export const Handle = ({ ref, history, zone, index, x, label, look, onMove, onToggle }: HandleProps) => {
  const last = history.moments.length - 1;
  const pressed = (event: KeyboardEvent): void => {
    const wanted = targetOf(event.key, history, index);
    if (wanted !== null) onMove(Math.max(0, Math.min(last, wanted)));
    else if (event.key === ' ') onToggle();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={last + 1}
      aria-valuenow={index + 1}
      aria-valuetext={spokenMoment(history, index, zone)}
      className={classes(styles.handle, styles[look])}
      style={{ left: x }}
      onKeyDown={pressed}
    >
      <span className={styles.grip} />
    </div>
  );
};

const targetOf = (key: string, history: History, index: number): number | null => {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return index - 1;
    case 'ArrowRight':
    case 'ArrowUp':
      return index + 1;
    case 'PageDown':
      return landmarkFrom(history, index, -1);
    case 'PageUp':
      return landmarkFrom(history, index, 1);
    case 'Home':
      return 0;
    case 'End':
      return history.moments.length - 1;
    default:
      return null;
  }
};

/** "14:32:08, Tuesday 17 November 2026, stage Factors. 2 cards added, 1 removed." */
const spokenMoment = (history: History, index: number, zone: string): string => {
  const happened = summaryOf(history.happened(index));
  const place = momentPlace(history, index, zone);
  return happened === '' ? `${place}.` : `${place}. ${happened}.`;
};
