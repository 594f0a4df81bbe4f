// CPU that a server used, all of its threads and children together, far finer than the 10 ms ticks of /proc/<pid>/stat.
import { processState, processTree, threadTimes } from './processes.ts';

const lookEveryMs = 200;

/**
 * Begins to measure. Threads that end take their figure with them, so it looks every 200 ms.
 * @returns the seconds used since; call it once.
 */
export const startCpuMeter = (pid: number): (() => number) => {
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  const look = (): void => {
    for (const one of processTree(pid)) {
      for (const [thread, nanoseconds] of threadTimes(one)) {
        if (!first.has(thread)) first.set(thread, started ? 0 : nanoseconds);
        last.set(thread, nanoseconds);
      }
    }
  };
  let started = false;
  look();
  started = true;
  const timer = setInterval(look, lookEveryMs);
  return () => {
    clearInterval(timer);
    look();
    let nanoseconds = 0;
    for (const [thread, end] of last) nanoseconds += end - (first.get(thread) ?? 0);
    return nanoseconds / 1e9;
  };
};

/** Bytes in memory, children included. */
export const residentBytes = (pid: number): number =>
  processTree(pid).reduce((sum, one) => sum + (processState(one)?.rssBytes ?? 0), 0);

/** Watches memory. @returns the peak in bytes; call it once. */
export const startMemoryPeak = (pid: number): (() => number) => {
  let peak = residentBytes(pid);
  const timer = setInterval(() => (peak = Math.max(peak, residentBytes(pid))), lookEveryMs);
  return () => {
    clearInterval(timer);
    return Math.max(peak, residentBytes(pid));
  };
};

/** How busy this process, the load generator, is. @returns cores used since. */
export const startOwnMeter = (): (() => number) => {
  const before = process.cpuUsage();
  const startedMs = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / (performance.now() - startedMs);
  };
};
