// `pnpm test:faults [scenario…] [--short] [--rounds N] [--seed N] [--round N]`: plays the scenarios, all when none is
// named, each to its end whatever the others did. `--round` plays one round only: that of a failure.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { randomFrom, seedOfRound } from '@hearth/sync/test/random';
import { type Scenario, type Stage, Unavailable } from './scenario.ts';
import { scenarios } from './scenarios.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seed: { type: 'string' },
    round: { type: 'string' },
    report: { type: 'string' },
  },
});

const pinnedSeed = 20_261_121;

interface Outcome {
  name: string;
  verdict: 'passed' | 'failed' | 'skipped';
}

const wholeNumber = (text: string | undefined, otherwise: number): number => {
  if (text === undefined) return otherwise;
  if (!/^\d+$/.test(text)) throw new Error(`${text} is not a whole number`);
  return Number(text);
};

// The short form is the same each time; the long one looks where nobody has looked yet.
const seed = wholeNumber(values.seed, values.short ? pinnedSeed : Math.floor(Math.random() * 2 ** 31));

const roundsOf = ({ rounds }: Scenario): number[] => {
  if (values.round !== undefined) return [wholeNumber(values.round, 0)];
  const count = wholeNumber(values.rounds, values.short ? rounds.short : rounds.long);
  return Array.from({ length: count }, (_, round) => round);
};

const playAll = async (scenario: Scenario, stage: Stage): Promise<void> => {
  let saidMs = performance.now();
  for (const round of roundsOf(scenario)) {
    try {
      await stage.play({ round, random: randomFrom(seedOfRound(seed, round)) });
    } catch (error) {
      throw new Error(`round ${round} (replay: ${scenario.name} --seed ${seed} --round ${round})`, { cause: error });
    }
    if (round % 50 === 49 && performance.now() - saidMs > 10_000) {
      console.log(`  ${scenario.name}: ${round + 1} rounds`);
      saidMs = performance.now();
    }
  }
};

const play = async (scenario: Scenario): Promise<Outcome> => {
  const { name, claim } = scenario;
  const startedMs = performance.now();
  const took = (): string => `${((performance.now() - startedMs) / 1000).toFixed(1)} s`;
  let stage: Stage | null = null;
  try {
    stage = await scenario.setUp(randomFrom(seed), values.short ? 'short' : 'long');
    await playAll(scenario, stage);
    console.log(`✓ ${name}: ${claim} (${roundsOf(scenario).length} rounds, ${stage.report()}, ${took()})`);
    return { name, verdict: 'passed' };
  } catch (error) {
    if (error instanceof Unavailable) {
      console.log(`- ${name}: SKIPPED, ${error.message}`);
      return { name, verdict: 'skipped' };
    }
    console.log(`✗ ${name}: ${claim} (${took()})`);
    console.log(error);
    return { name, verdict: 'failed' };
  } finally {
    await stage?.dispose().catch((error: unknown) => console.log(`${name} could not be cleaned up:`, error));
  }
};

const unknown = positionals.find((name) => !scenarios.some((scenario) => scenario.name === name));
if (unknown !== undefined) {
  console.log(`no scenario is called "${unknown}"; there are: ${scenarios.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
const chosen = scenarios.filter(({ name, rounds }) =>
  positionals.length === 0 ? !values.short || rounds.short > 0 : positionals.includes(name),
);
console.log(`seed ${seed}`);
// Programs that are being ended keep nobody awake who waits for them.
setInterval(() => undefined, 60_000);
const outcomes: Outcome[] = [];
const waiting = [...chosen];
const playRest = async (): Promise<void> => {
  for (let next = waiting.shift(); next; next = waiting.shift()) outcomes.push(await play(next));
};
// In the short form two at a time: mostly they wait for a server to start.
await Promise.all(Array.from({ length: values.short ? 2 : 1 }, playRest));
const count = (wanted: Outcome['verdict']) => outcomes.filter(({ verdict }) => verdict === wanted).length;
const totals = { passed: count('passed'), failed: count('failed'), skipped: count('skipped') };
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
if (values.report !== undefined) writeFileSync(values.report, JSON.stringify(totals));
process.exit(totals.failed === 0 ? 0 : 1);
