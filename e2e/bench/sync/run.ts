// Measures scenarios on targets, one after the other in turns: what disturbs the machine disturbs all of them.
import type { Figures, Scenario, Variant, Bench } from './scenario.ts';
import { tableOf } from './figures/table.ts';
import type { Series } from './figures/summary.ts';
import { startContentionMeter, waitForQuiet } from './machine/contention.ts';
import { RunningServer } from './servers/running-server.ts';
import type { Target } from './servers/target.ts';
import type { Settings } from './settings.ts';

const running = new Set<RunningServer>();

/** Ends every server that still runs. */
export const endServers = async (): Promise<void> => {
  await Promise.all([...running].map((server) => server.dispose()));
};

const bench: Bench = {
  withServer: async (target, work) => {
    const server = new RunningServer(target);
    running.add(server);
    try {
      await server.start();
      return await work(server);
    } catch (error) {
      throw new Error(`${error instanceof Error ? error.message : String(error)}. ${server.lastWords()}`, {
        cause: error,
      });
    } finally {
      await server.dispose();
      running.delete(server);
    }
  },
  warn: (line) => console.error(`  ! ${line}`),
};

/** Runs a scenario and prints the table of each of its variants. */
export const runScenario = async (
  scenario: Scenario,
  targets: readonly Target[],
  settings: Settings,
): Promise<void> => {
  const accepted = targets.filter((target) => scenario.accepts?.(target) ?? true);
  for (const variant of scenario.variants(settings)) {
    const all = await measureVariant(scenario, variant, accepted, settings);
    console.log(tableOf(variant.name, scenario.columns, all));
  }
};

const measureVariant = async (
  scenario: Scenario,
  variant: Variant,
  targets: readonly Target[],
  settings: Settings,
): Promise<Series[]> => {
  const all = targets.map(({ name }): Series => ({ target: name, runs: [], failures: [] }));
  const measureInto = async (series: Series, target: Target, repeat: number): Promise<void> => {
    const outcome = await measureOnce(scenario, variant, target, repeat, settings.quietWaitMs);
    if (typeof outcome === 'string') series.failures.push(outcome);
    else series.runs.push(outcome);
    if (settings.json) console.log(JSON.stringify({ variant: variant.name, target: target.name, repeat, outcome }));
  };
  for (let repeat = 1; repeat <= (settings.repeats ?? scenario.repeats); repeat++) {
    const turns = all.map((series, index) => () => {
      const target = targets[index];
      return target ? measureInto(series, target, repeat) : Promise.resolve();
    });
    if (scenario.together) await Promise.all(turns.map((turn) => turn()));
    else for (const turn of turns) await turn();
  }
  return all;
};

/** @returns why it failed, where it did */
const measureOnce = async (
  { together }: Scenario,
  variant: Variant,
  target: Target,
  repeat: number,
  quietWaitMs: number,
): Promise<Figures | string> => {
  console.error(`${new Date().toISOString().slice(11, 19)} ${variant.name}, ${target.name}, ${repeat}`);
  if (!together) await waitForQuiet(quietWaitMs);
  const others = startContentionMeter();
  try {
    const figures = await variant.measure(target, bench, repeat);
    return together ? figures : { ...figures, otherCores: others() };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
