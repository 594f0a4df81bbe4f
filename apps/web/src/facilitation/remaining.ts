// What the stage's clock says, in figures and in words. Pure.
import { remainingMs } from '@hearth/review/facilitation/clock';
import type { Timer } from '@hearth/review/facilitation/state';
import { counted } from '@hearth/review/time/words';

export interface Remaining {
  /** Milliseconds left; negative when the stage runs over. */
  ms: number;
  /** `06:20`, or `1:20 over`. */
  text: string;
  /** For a screen reader: `6 minutes 20 seconds left`. */
  spoken: string;
  over: boolean;
  paused: boolean;
  plannedMinutes: number;
  /** Share of the plan that is left, from 1 at the start to 0 when the time is up. */
  leftShare: number;
}

export const remainingOf = (timer: Timer, nowMs: number): Remaining => {
  const ms = remainingMs(timer, nowMs);
  return {
    ms,
    text: clockText(ms),
    spoken: spokenText(ms),
    over: ms < 0,
    paused: timer.kind === 'paused',
    plannedMinutes: Math.round(timer.plannedMs / 60_000),
    leftShare: timer.plannedMs > 0 ? Math.min(1, Math.max(0, ms / timer.plannedMs)) : 0,
  };
};

/**
 * Whole seconds as they are shown: a started second counts while there is time (so 15:00 is what a stage begins with),
 * a finished one when it runs over.
 */
const shownSeconds = (ms: number): number => Math.ceil(ms / 1000);

/** `06:20`; `1:20 over` when the time is up. Hours are told in minutes, since stages are planned in minutes. */
export const clockText = (ms: number): string => {
  const seconds = shownSeconds(ms);
  if (seconds >= 0) return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  const over = -seconds;
  return `${Math.floor(over / 60)}:${pad(over % 60)} over`;
};

export const spokenText = (ms: number): string => {
  const seconds = Math.abs(shownSeconds(ms));
  const minutes = Math.floor(seconds / 60);
  const parts = [
    minutes > 0 ? counted(minutes, 'minute') : '',
    seconds % 60 > 0 || minutes === 0 ? counted(seconds % 60, 'second') : '',
  ].filter(Boolean);
  return `${parts.join(' ')} ${shownSeconds(ms) >= 0 ? 'left' : 'over'}`;
};

/** Milliseconds until the shown figure changes; between 1 and 1000. */
export const untilNextSecond = (ms: number): number => {
  const rest = ((ms % 1000) + 1000) % 1000;
  return rest === 0 ? 1000 : Math.ceil(rest);
};

const pad = (value: number): string => String(value).padStart(2, '0');
