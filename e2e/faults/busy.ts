// Takes all processors, as a backup or a build beside the server would.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const hogsPerProcessor = 2;

/** @returns what ends it. */
export const keepBusy = (): (() => void) => {
  const hogs = Array.from({ length: hogsPerProcessor * availableParallelism() }, () =>
    spawn(process.execPath, ['--eval', 'for (;;);'], { stdio: 'ignore' }),
  );
  return () => {
    for (const hog of hogs) hog.kill('SIGKILL');
  };
};
