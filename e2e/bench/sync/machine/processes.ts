// What Linux says about processes: the CPU they used, the memory they hold, who started whom.
import { readdirSync, readFileSync } from 'node:fs';

const ticksPerSecond = 100;
const pageBytes = 4096;

export interface ProcessState {
  /** `Z` is a process that has ended and waits to be noticed. */
  state: string;
  /** User and system time, also of threads that have ended, in steps of 10 ms. */
  cpuSeconds: number;
  /** The same for children that have ended and were waited for. */
  endedChildrenSeconds: number;
  rssBytes: number;
}

/** @param text  of /proc/<pid>/stat; a name may hold spaces and brackets, so counting starts behind its last one. */
export const parseStat = (text: string): ProcessState => {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const ticks = (from: number): number => Number(fields[from]) + Number(fields[from + 1]);
  return {
    state: fields[0] ?? '',
    cpuSeconds: ticks(11) / ticksPerSecond,
    endedChildrenSeconds: ticks(13) / ticksPerSecond,
    rssBytes: Number(fields[21]) * pageBytes,
  };
};

/** Seconds that all processors have worked, by the first line of /proc/stat: everything but idling and waiting. */
export const parseBusySeconds = (text: string): number => {
  const [user = 0, nice = 0, system = 0, , , irq = 0, softIrq = 0, steal = 0] = (text.split('\n')[0] ?? '')
    .trim()
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return (user + nice + system + irq + softIrq + steal) / ticksPerSecond;
};

/** Null when the process is gone. */
export const processState = (pid: number | 'self'): ProcessState | null => {
  const text = read(`/proc/${pid}/stat`);
  return text === null ? null : parseStat(text);
};

export const busySeconds = (): number => parseBusySeconds(read('/proc/stat') ?? '');

/** The process and all that it started and that still lives. */
export const processTree = (pid: number): number[] => [pid, ...childrenOf(pid).flatMap(processTree)];

const childrenOf = (pid: number): number[] =>
  threadsOf(pid).flatMap((thread) =>
    (read(`/proc/${pid}/task/${thread}/children`) ?? '').trim().split(' ').filter(Boolean).map(Number),
  );

const threadsOf = (pid: number): string[] => {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
};

/** CPU of each living thread in nanoseconds, by thread id. */
export const threadTimes = (pid: number): Map<string, number> => {
  const times = new Map<string, number>();
  for (const thread of threadsOf(pid)) {
    const text = read(`/proc/${pid}/task/${thread}/schedstat`);
    if (text !== null) times.set(thread, Number(text.split(' ')[0]));
  }
  return times;
};

const read = (file: string): string | null => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended meanwhile.
    return null;
  }
};
