// Which moment is shown, and going on to the next while it plays.
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { History } from './history.ts';
import { dwellMs, type Speed } from './playback.ts';

/** How one came to a moment: whether the board is to be brought to what changed. */
export type Arrival = 'step' | 'drag' | 'start';

export interface Replay {
  index: number;
  arrival: Arrival;
  playing: boolean;
  speed: Speed;
  goTo: (index: number, arrival?: Arrival) => void;
  /** At the end it starts again. */
  toggle: () => void;
  stop: () => void;
  setSpeed: (speed: Speed) => void;
}

interface Position {
  history: History;
  index: number;
  arrival: Arrival;
}

export const useReplay = (history: History): Replay => {
  const last = history.moments.length - 1;
  const [position, setPosition] = useState<Position>({ history, index: last, arrival: 'start' });
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<Speed>('1');

  // A history that was fetched again: the same moment of it, or the end where one stood at the end.
  const here = position.history === history ? position : { ...position, history, index: sameMoment(position, history) };
  const { index } = here;
  const goTo = useCallback(
    (wanted: number, arrival: Arrival = 'step') =>
      setPosition({ history, index: Math.max(0, Math.min(last, wanted)), arrival }),
    [history, last],
  );

  const advance = useEffectEvent(() => {
    if (index + 1 >= last) setPlaying(false);
    goTo(index + 1);
  });
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => advance(), dwellMs(history, index, speed));
    return () => clearTimeout(timer);
  }, [playing, history, index, speed]);

  return {
    index,
    arrival: here.arrival,
    playing,
    speed,
    goTo,
    toggle: () => {
      if (!playing && index >= last) goTo(0);
      setPlaying(!playing);
    },
    stop: () => setPlaying(false),
    setSpeed,
  };
};

/** Place in a newer history of what was shown in an older one. */
export const sameMoment = ({ history, index }: { history: History; index: number }, newer: History): number => {
  const last = newer.moments.length - 1;
  if (index >= history.moments.length - 1) return last;
  const shown = history.moments[index];
  if (!shown) return last;
  const named = shown.landmarks.at(-1)?.id;
  const found = newer.moments.findIndex((moment) =>
    shown.seq === null
      ? moment.landmarks.some(({ id }) => id === named)
      : moment.seq !== null && moment.seq >= shown.seq,
  );
  return found < 0 ? last : found;
};
