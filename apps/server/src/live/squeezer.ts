// Shortens documents in a worker thread.
import type { Squeeze, Squeezed, SqueezeTask } from '@hearth/sync/squeeze';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';

/** Nothing that people write takes so long. */
const squeezeCapMs = 30_000;

export interface Squeezer {
  squeeze: Squeeze;
  close(): Promise<void>;
}

export const openSqueezer = (watch: TaskWatch): Squeezer => {
  const task = new BackgroundTask<SqueezeTask, Squeezed>(
    new URL('./squeeze-worker.ts', import.meta.url),
    squeezeCapMs,
    watch,
  );
  return {
    squeeze: async (input) => {
      const outcome = await task.run(input);
      if (!outcome.ok) throw new Error(`a document could not be shortened: ${outcome.reason}`);
      return outcome.output;
    },
    close: () => task.close(),
  };
};
