// Random schedules over several replicas: whatever the network and the server's death do, [L2] and [L4] hold.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Schedule, step } from './test/schedule.ts';

test('[L2] [L4] 2 to 6 replicas converge with the log, and nothing acknowledged or shown is ever lost', async () => {
  const replicas = fc.integer({ min: 2, max: 6 });
  await fc.assert(
    fc.asyncProperty(replicas, fc.array(step, { minLength: 10, maxLength: 120 }), async (count, steps) => {
      const schedule = new Schedule(count);
      for (const each of steps) await schedule.play(each);
      await schedule.end();
      expect(schedule.problems).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
