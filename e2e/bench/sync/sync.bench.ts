// `pnpm bench sync [scenario…] [--flags]`: the live engine beside its peers and a raw relay, in one run. See README.md.
import { cpus, totalmem } from 'node:os';
import { endServers, runScenario } from './run.ts';
import type { Scenario } from './scenario.ts';
import { cursors } from './scenarios/cursors.ts';
import { durability } from './scenarios/durability.ts';
import { joinScenario } from './scenarios/join.ts';
import { memory } from './scenarios/memory.ts';
import { propagate } from './scenarios/propagate.ts';
import { slow } from './scenarios/slow.ts';
import { storm } from './scenarios/storm.ts';
import { ours } from './servers/ours.ts';
import { diskRelay, peers, relay } from './servers/peers.ts';
import type { Target } from './servers/target.ts';
import { readSettings, SettingsProblem } from './settings.ts';

const scenarios: readonly Scenario[] = [propagate, cursors, joinScenario, storm, memory, durability, slow];
const targets: readonly Target[] = [relay, diskRelay, ours, ...peers];

/** Those of the names, in their order; all when there are none. */
const chosen = <T extends { name: string }>(what: string, all: readonly T[], names: readonly string[]): T[] =>
  (names.length === 0 ? all.map(({ name }) => name) : names).map((name) => {
    const found = all.find((one) => one.name === name);
    if (found) return found;
    throw new SettingsProblem(`there is no ${what} "${name}". There are: ${all.map((one) => one.name).join(', ')}.`);
  });

/** Without those that can't be had here. */
const prepared = async (wanted: readonly Target[]): Promise<Target[]> => {
  const ready: Target[] = [];
  for (const target of wanted) {
    const problem = (await target.prepare?.()) ?? null;
    if (problem === null) ready.push(target);
    else console.log(`${target.name} is left out, it can't be installed: ${problem}`);
  }
  return ready;
};

const main = async (): Promise<void> => {
  const settings = readSettings(process.argv.slice(2));
  const picked = chosen('scenario', scenarios, settings.scenarios);
  const ready = await prepared(chosen('target', targets, settings.targets));
  const [processor] = cpus();
  const memoryGB = Math.round(totalmem() / 2 ** 30);
  console.log(`${cpus().length} × ${processor?.model ?? 'processor'}, ${memoryGB} GB, Node ${process.version}`);
  for (const { name, about } of ready) console.log(`  ${name.padEnd(12)} ${about}`);
  for (const scenario of picked) await runScenario(scenario, ready, settings);
};

process.on('SIGINT', () => void endServers().then(() => process.exit(130)));
process.on('SIGTERM', () => void endServers().then(() => process.exit(143)));
try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await endServers();
}
