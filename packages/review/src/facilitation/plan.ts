// How long each stage is planned to take, when the meeting is to end, and how what is left is shared. SPEC F18, F19.
import { minuteMs, remainingMs } from './clock.ts';
import { accept, refuse, unchanged, type Transition } from './outcome.ts';
import type { FacilitationState, StoredMeeting } from './state.ts';

type Planned = Pick<FacilitationState, 'stages' | 'plan'>;
type UnderWay = Planned & Pick<FacilitationState, 'visits' | 'stageIndex' | 'timer'>;

/** Minutes of a stage as re-flowed, or as the agenda has them; 0 where there is no such stage. */
export const plannedMinutes = ({ stages, plan }: Planned, index: number): number =>
  plan?.[index] ?? stages[index]?.minutes ?? 0;

/**
 * When the meeting is to end: what its agenda takes, from the moment at which it was begun or opened again. Pauses,
 * extensions and overruns don't move it: people have it in their calendars.
 * @returns Unix milliseconds; null in the lobby.
 */
export const plannedEndMs = ({ stages, visits }: Pick<UnderWay, 'stages' | 'visits'>): number | null => {
  // Only a meeting that is opened again enters the stage that it has just left.
  const began = visits.findLast((visit, index) => index === 0 || visits[index - 1]?.stageId === visit.stageId);
  if (!began) return null;
  const first = stages.findIndex(({ id }) => id === began.stageId);
  return began.enteredMs + stages.slice(Math.max(0, first)).reduce((sum, { minutes }) => sum + minutes * minuteMs, 0);
};

/**
 * Whole minutes of every stage when those to come share what is left until the planned end, in proportion to the agenda's
 * minutes. Each keeps at least half of those, and one: then the meeting ends later than planned.
 */
export const reflowed = (state: UnderWay, nowMs: number): number[] => {
  const { stages, stageIndex, timer } = state;
  const planned = stages.map((_, index) => plannedMinutes(state, index));
  const endMs = plannedEndMs(state);
  if (endMs === null) return planned;
  const leftMs = endMs - nowMs - Math.max(0, remainingMs(timer, nowMs));
  const ahead = stages.slice(stageIndex + 1).map(({ minutes }) => minutes);
  return [...planned.slice(0, stageIndex + 1), ...shared(ahead, Math.floor(leftMs / minuteMs))];
};

/** Re-flows the plan of the stages to come; the clock of the one that the room is in stays as it is. */
export const reflow = (state: StoredMeeting, nowMs: number): Transition => {
  if (state.stageIndex >= state.stages.length - 1) return refuse('nothing-to-reflow');
  const plan = reflowed(state, nowMs);
  if (plan.every((minutes, index) => minutes === plannedMinutes(state, index))) return unchanged(state);
  return accept({ ...state, plan });
};

const leastOf = (minutes: number): number => Math.max(1, Math.ceil(minutes / 2));

/** Shares a total among weights, in whole numbers, none below its least; all leasts where the total is too small. */
const shared = (weights: readonly number[], total: number): number[] => {
  const held = new Set<number>();
  for (;;) {
    const free = weights.map((_, index) => index).filter((index) => !held.has(index));
    const open = total - [...held].reduce((sum, index) => sum + leastOf(weights[index] ?? 0), 0);
    const weight = free.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
    const share = (index: number): number => (open * (weights[index] ?? 0)) / weight;
    const short = free.filter((index) => share(index) < leastOf(weights[index] ?? 0));
    if (short.length > 0) {
      for (const index of short) held.add(index);
      continue;
    }
    const whole = weights.map((minutes, index) => (held.has(index) ? leastOf(minutes) : Math.floor(share(index))));
    const spare = free.length === 0 ? 0 : total - whole.reduce((sum, minutes) => sum + minutes, 0);
    // The spare minutes go to those who lost most by rounding, the earlier first.
    const lucky = new Set(free.toSorted((a, b) => (share(b) % 1) - (share(a) % 1) || a - b).slice(0, spare));
    return whole.map((minutes, index) => minutes + (lucky.has(index) ? 1 : 0));
  }
};
