// Open-loop load: everybody acts on a fixed schedule, however the server is doing.
import { setTimeout as delay } from 'node:timers/promises';

export interface Schedule<Mark> {
  people: number;
  /** Of each person. */
  perSecond: number;
  seconds: number;
  /** Acts, but does not count yet. */
  warmSeconds: number;
  act: (person: number, counts: boolean) => void;
  /** Called once, when the warming up is over: reads the meters. */
  mark: () => Mark;
}

export interface Kept<Mark> {
  mark: Mark;
  /** By how many milliseconds each counted act was late: the load generator's own fault. */
  lateMs: number[];
}

const tickMs = 1;

export const keepSchedule = async <Mark>(schedule: Schedule<Mark>): Promise<Kept<Mark>> => {
  const { people, perSecond, seconds, warmSeconds, act } = schedule;
  const startMs = performance.now();
  const measureMs = startMs + warmSeconds * 1000;
  const endMs = measureMs + seconds * 1000;
  const everyMs = 1000 / perSecond;
  // Spread evenly: no two people act at once.
  const dueMs = Array.from({ length: people }, (_, person) => startMs + (person / people) * everyMs);
  const lateMs: number[] = [];
  let marked: { mark: Mark } | null = null;
  for (let nowMs = startMs; nowMs < endMs; nowMs = performance.now()) {
    if (!marked && nowMs >= measureMs) marked = { mark: schedule.mark() };
    const counts = marked !== null;
    for (const [person, due] of dueMs.entries()) {
      if (due > nowMs) continue;
      if (counts) lateMs.push(nowMs - due);
      act(person, counts);
      dueMs[person] = due + everyMs;
    }
    await delay(tickMs);
  }
  if (!marked) throw new RangeError('a schedule must last longer than its warming up');
  return { mark: marked.mark, lateMs };
};

/** Looks every 100 ms whether something has come true. @returns whether it has */
export const until = async (isTrue: () => boolean, withinMs: number): Promise<boolean> => {
  const endMs = performance.now() + withinMs;
  while (!isTrue()) {
    if (performance.now() > endMs) return false;
    await delay(100);
  }
  return true;
};

/** Runs `make` for 0 to below `count`, at most `width` at a time. */
export const inBatches = async <T>(count: number, width: number, make: (index: number) => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next++;
      made[index] = await make(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(width, count) }, work));
  return made;
};
