// What the clock means for the rest of the meeting, in a sentence. Pure.
import { remainingMs } from '@hearth/review/facilitation/clock';
import { plannedEndMs, plannedMinutes, reflowed } from '@hearth/review/facilitation/plan';
import type { FacilitationState } from '@hearth/review/facilitation/state';

export interface PlanNews {
  /** `Two minutes over` */
  short: string;
  /** `Two minutes over: Narrative gets eight.` */
  sentence: string;
  /** Minutes of every stage as they would be. */
  minutes: readonly number[];
}

const minuteMs = 60_000;

/** When the meeting ends if every stage to come takes its plan. @returns Unix milliseconds; null while nothing is planned. */
export const expectedEndMs = (state: FacilitationState, nowMs: number): number | null => {
  if (state.status !== 'running') return null;
  const ahead = state.stages.slice(state.stageIndex + 1);
  const aheadMs = ahead.reduce((sum, _, at) => sum + plannedMinutes(state, state.stageIndex + 1 + at) * minuteMs, 0);
  return nowMs + Math.max(0, remainingMs(state.timer, nowMs)) + aheadMs;
};

/** @returns null while the room is within a minute of its plan, or while nothing could be changed about it. */
export const planNews = (state: FacilitationState, nowMs: number): PlanNews | null => {
  const expectedMs = expectedEndMs(state, nowMs);
  const endMs = plannedEndMs(state);
  if (expectedMs === null || endMs === null) return null;
  const offMs = expectedMs - endMs;
  const off = Math.trunc(Math.abs(offMs) / minuteMs);
  if (off === 0) return null;
  const minutes = reflowed(state, nowMs);
  const changes = state.stages.flatMap(({ name }, index) => {
    const [from, to] = [plannedMinutes(state, index), minutes[index] ?? 0];
    return from === to ? [] : [{ name, to, by: Math.abs(to - from) }];
  });
  if (changes.length === 0) return null;
  // Those that change most are named, in the order of the agenda.
  const most = new Set(changes.toSorted((a, b) => b.by - a.by).slice(0, named));
  const words = changes
    .filter((change) => most.has(change))
    .map(({ name, to }, at) => (at === 0 ? `${name} gets ${numberWord(to)}` : `${name} ${numberWord(to)}`));
  const others = changes.length - words.length;
  const rest = others > 0 ? `, ${numberWord(others)} more ${others === 1 ? 'changes' : 'change'}` : '';
  const many = `${capital(numberWord(off))} ${off === 1 ? 'minute' : 'minutes'}`;
  const short = `${many} ${offMs > 0 ? 'over' : 'to spare'}`;
  return { short, sentence: `${short}: ${words.join(', ')}${rest}.`, minutes };
};

const named = 2;
const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** `eight`; figures beyond twelve. */
export const numberWord = (count: number): string => numbers[count] ?? String(count);

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
