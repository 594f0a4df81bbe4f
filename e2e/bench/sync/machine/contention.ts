// What other programs take meanwhile: on a machine that is shared, latencies lie.
import { setTimeout as delay } from 'node:timers/promises';
import { busySeconds, processState } from './processes.ts';

const quietCores = 0.4;

const ownSeconds = (): number => {
  const self = processState('self');
  return (self?.cpuSeconds ?? 0) + (self?.endedChildrenSeconds ?? 0);
};

/** Call at the start. @returns cores that others have used since; ask when one's own servers have ended. */
export const startContentionMeter = (): (() => number) => {
  const startedMs = performance.now();
  const busy = busySeconds();
  const own = ownSeconds();
  return () => {
    const others = busySeconds() - busy - (ownSeconds() - own);
    return Math.max(0, others) / ((performance.now() - startedMs) / 1000);
  };
};

/** Waits until others use little, at most `maxMs`. */
export const waitForQuiet = async (maxMs: number): Promise<void> => {
  const startedMs = performance.now();
  while (performance.now() - startedMs < maxMs) {
    const cores = startContentionMeter();
    await delay(400);
    if (cores() < quietCores) return;
  }
};
