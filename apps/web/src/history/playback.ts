// How long each moment stays on the screen while the history plays. Pure. SPEC Q6.
import type { History } from './history.ts';

export const speeds = ['1', '2', '4'] as const;
export type Speed = (typeof speeds)[number];

/** At speed 1 a minute of the meeting takes four seconds. */
const timesFaster = 15;
const shortestMs = 320;
/** Nobody waits for a break of the meeting to pass. */
const longestMs = 2_400;

/** Milliseconds until the next moment is due. */
export const dwellMs = ({ moments }: Pick<History, 'moments'>, index: number, speed: Speed): number => {
  const [now, next] = [moments[index], moments[index + 1]];
  const passed = now && next ? next.at - now.at : 0;
  return Math.min(longestMs, Math.max(shortestMs, passed / timesFaster)) / Number(speed);
};
