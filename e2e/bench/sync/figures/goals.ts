// What we want of each figure. Held against what was measured in the same run.
import { overRepeats, ratio, relayIn, type Over, type Series } from './summary.ts';

export interface Goal {
  figure: string;
  /** The figure in words. */
  what: string;
  atMost: number;
  /** Times the relay's figure of the same run; else in the figure's own unit. */
  ofRelay?: boolean;
  /** What the disk needs for one fdatasync is taken off first: no durable server can be faster. */
  aboveDisk?: boolean;
  over?: Over;
}

export interface Verdict {
  goal: Goal;
  /** Null: not measured in this run. */
  reached: number | null;
  met: boolean | null;
}

/** Median milliseconds of the disk's fdatasync, measured just before. */
export const diskSyncFigure = 'diskSyncMs';

export const judge = (goal: Goal, series: Series, all: readonly Series[]): Verdict => {
  const reached = reachedBy(goal, series, all);
  return { goal, reached, met: reached === null ? null : reached <= goal.atMost };
};

const reachedBy = ({ figure, over, ofRelay, aboveDisk }: Goal, series: Series, all: readonly Series[]) => {
  const measured = overRepeats(series, figure, over);
  const disk = aboveDisk ? overRepeats(series, diskSyncFigure) : 0;
  if (measured === null || disk === null) return null;
  const value = Math.max(0, measured - disk);
  if (!ofRelay) return value;
  const relay = relayIn(all);
  return relay && ratio(value, overRepeats(relay, figure, over));
};

const cpu = (atMost: number): Goal => ({
  figure: 'cpuPer1000Ms',
  what: 'server CPU a delivery, × relay',
  atMost,
  ofRelay: true,
});
const seenInSmallRooms: Goal = {
  figure: 'latencyP50',
  what: 'edit to seen, p50 above the disk, × relay',
  atMost: 1.5,
  ofRelay: true,
  aboveDisk: true,
};
const seenByFifty: Goal = {
  figure: 'latencyP50',
  what: 'edit to seen, p50 above the disk, ms',
  atMost: 4,
  aboveDisk: true,
};
const bytesOut: Goal = { figure: 'bytesOutPerDelivery', what: 'bytes out a delivery', atMost: 25 };
const nothingLost: Goal = { figure: 'lost', what: 'edits that did not arrive', atMost: 0, over: 'worst' };

/** By the name of a variant. */
const goals: Record<string, readonly Goal[]> = {
  'propagate 1x10@20': [cpu(1.6), seenInSmallRooms, bytesOut, nothingLost],
  'propagate 20x10@5': [cpu(1.6), seenInSmallRooms, bytesOut, nothingLost],
  'propagate 100x5@5': [cpu(1.7), seenInSmallRooms, bytesOut, nothingLost],
  'propagate 1x50@15': [cpu(0.9), seenByFifty, bytesOut, nothingLost],
  'cursors 30@20': [
    cpu(0.6),
    { figure: 'lastStatesMissing', what: 'last states that did not arrive', atMost: 0, over: 'worst' },
  ],
  'join 100000': [
    { figure: 'coldCompleteMs', what: 'cold join of the whole document, ms', atMost: 40 },
    { figure: 'warmCompleteMs', what: 'warm join of the whole document, ms', atMost: 6 },
    { figure: 'saidSyncedEarly', what: 'said "synced" before it was', atMost: 0, over: 'worst' },
  ],
  'storm 200': [
    { figure: 'insiderP99', what: "insiders' p99, × relay", atMost: 1.2, ofRelay: true },
    { figure: 'serverCpuSeconds', what: 'server CPU, s', atMost: 0.35 },
  ],
  'memory 500': [
    { figure: 'roomKB', what: 'memory of an open room, KB', atMost: 250 },
    { figure: 'secondWave', what: 'second wave of rooms ÷ first', atMost: 1.1 },
  ],
  durability: [
    { figure: 'lostAfterSeen', what: 'edits lost after someone saw them', atMost: 0, over: 'worst' },
    { figure: 'lostAfterSaved', what: 'edits lost after "Saved"', atMost: 0, over: 'worst' },
  ],
  slow: [
    { figure: 'heldMB', what: 'held back for the one that does not read, MB', atMost: 2 },
    { figure: 'missing', what: 'edits that the others did not get', atMost: 0, over: 'worst' },
  ],
};

/** Nothing for a variant of one's own making. */
export const goalsOf = (variant: string): readonly Goal[] => goals[variant] ?? [];
