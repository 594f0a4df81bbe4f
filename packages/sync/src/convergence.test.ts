// Random schedules over several replicas: whatever the network and the servers' deaths do, [L2] and [L4] hold.
// More of them: `pnpm test:faults convergence --rounds 10000`.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Schedule, steps } from './test/schedule.ts';

const numRuns = 250;
const replicas = fc.integer({ min: 2, max: 8 });

const converges = (nodes: number) =>
  fc.asyncProperty(replicas, steps, async (count, each) => {
    const schedule = new Schedule(count, nodes);
    await schedule.begin();
    for (const step of each) await schedule.play(step);
    await schedule.end();
    expect(schedule.problems).toEqual([]);
  });

test('[L2] [L4] 2 to 8 replicas converge with the log, and nothing acknowledged or shown is ever lost', async () => {
  await fc.assert(converges(1), { numRuns });
}, 60_000);

test('[N1] [N2] [L2] [L4] so they do when they go from node to node, and nodes hear of each other or do not', async () => {
  await fc.assert(converges(2), { numRuns });
}, 60_000);
