// Frames that nobody honest sends, made of real ones. More of them: `pnpm test:faults fuzz-frames`.
import { expect, test } from 'vitest';
import { framesOfARound, playFuzzRound } from './test/fuzz-round.ts';

const frames = 20_000;
/** Rounds that once failed, beside the first ones. */
const pinnedSeeds = [193, 294, 526, 843];

test(`[G7] ${frames} mutated frames: nothing is thrown, nobody is held up, nobody honest loses anything`, async () => {
  const seeds = Array.from({ length: frames / framesOfARound }, (_, seed) => seed);
  let refused = 0;
  let comparable = 0;
  for (const seed of [...pinnedSeeds, ...seeds]) {
    const outcome = await playFuzzRound(seed);
    expect(outcome.problems, `seed ${seed}`).toEqual([]);
    refused += outcome.refused;
    if (outcome.outOfOrder === 0) comparable += 1;
  }
  expect(refused).toBeGreaterThan(frames / 10);
  expect(comparable).toBeGreaterThan(seeds.length / 4);
}, 120_000);
