// The rooms without a server around them: what the unit tests play a little of, at any length.
import { playFuzzRound } from '@hearth/sync/test/fuzz-round';
import { Schedule, steps } from '@hearth/sync/test/schedule';
import * as fc from 'fast-check';
import { Violation } from '../meeting.ts';
import type { Run, Scenario } from '../scenario.ts';

const inProcess = (
  scenario: Omit<Scenario, 'setUp'>,
  play: (run: Run) => Promise<string[]>,
  report: () => string = () => 'nothing wrong',
): Scenario => ({
  ...scenario,
  setUp: () =>
    Promise.resolve({
      play: async (run) => {
        const problems = await play(run);
        if (problems.length > 0) throw new Violation(problems.join('; '));
      },
      report,
      dispose: () => Promise.resolve(),
    }),
});

export const convergence = inProcess(
  {
    name: 'convergence',
    claim: 'replicas on one node or two converge, whatever is dropped, repeated, reordered, held up or killed',
    rounds: { short: 0, long: 10_000 },
  },
  async ({ random }) => {
    const [played = []] = fc.sample(steps, { seed: random.between(0, 2 ** 31 - 1), numRuns: 1 });
    const schedule = new Schedule(random.between(2, 8), random.between(1, 2));
    await schedule.begin();
    for (const step of played) await schedule.play(step);
    await schedule.end();
    return schedule.problems;
  },
);

export const fuzzFrames = inProcess(
  {
    name: 'fuzz-frames',
    claim: 'no frame, whatever its bytes, throws, holds anybody up, or costs anybody honest an edit',
    rounds: { short: 0, long: 1_000 },
  },
  async ({ random }) => (await playFuzzRound(random.between(0, 2 ** 31 - 1))).problems,
);
