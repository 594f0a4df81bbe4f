// `pnpm bench room [scenario…] [--flags]`: the room in a real browser, against a real server. See README.md.
import { loadavg } from 'node:os';
import { median } from '../sync/figures/percentiles.ts';
import { keepBaseline, machineWords, readBaseline } from './figures/baseline.ts';
import { shown } from './figures/goals.ts';
import { tableOf } from './figures/table.ts';
import type { Figures, Measured, Scenario } from './scenario.ts';
import { memoryScenario } from './scenarios/memory.ts';
import { allScenario, dragScenario, panScenario, zoomScenario } from './scenarios/movements.ts';
import { remoteScenario } from './scenarios/remote.ts';
import { sentScenario } from './scenarios/sent.ts';
import { readSettings, SettingsProblem, type Settings } from './settings.ts';
import { Stage } from './stage/stage.ts';

const scenarios: readonly Scenario[] = [
  panScenario,
  zoomScenario,
  dragScenario,
  allScenario,
  remoteScenario,
  memoryScenario,
  sentScenario,
];

let open: Stage | null = null;

const close = async (): Promise<void> => {
  const closing = open;
  open = null;
  await closing?.close();
};

/** Medians over the repeats, figure by figure. */
const together = (runs: readonly Figures[]): Figures =>
  Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((figure) => [figure, median(runs.map((run) => run[figure] ?? null)) ?? Number.NaN]),
  );

const measure = async (stage: Stage, scenario: Scenario, settings: Settings): Promise<Measured[]> => {
  const runs = new Map<string, Figures[]>();
  for (let repeat = 1; repeat <= settings.repeats; repeat++) {
    for (const size of scenario.sizes(settings)) {
      const review = await stage.review(size);
      console.error(`${new Date().toISOString().slice(11, 19)} ${scenario.name}, ${size} cards, ${repeat}`);
      for (const one of await scenario.measure(stage, review, settings)) {
        runs.set(one.name, [...(runs.get(one.name) ?? []), one.figures]);
        if (settings.json) console.log(JSON.stringify({ ...one, repeat, load: loadavg()[0] }));
      }
    }
  }
  return [...runs].map(([name, all]) => ({ name, figures: together(all) }));
};

const main = async (): Promise<void> => {
  const names = scenarios.map(({ name }) => name);
  const settings = readSettings(process.argv.slice(2), names);
  const baseline = readBaseline();
  open = await Stage.open();
  const machine = machineWords(`Chromium ${open.browser.version()}`);
  console.log(machine);
  console.log(
    `load average ${loadavg().map(shown).join(' ')}${settings.slowdown > 1 ? `, page slowed down ${settings.slowdown}×` : ''}`,
  );
  if (baseline) console.log(`baseline: ${baseline.machine}`);
  const measured: Record<string, Figures> = {};
  for (const scenario of scenarios.filter(({ name }) => settings.scenarios.includes(name))) {
    const all = await measure(open, scenario, settings);
    for (const { name, figures } of all) measured[name] = figures;
    console.log(tableOf(`${scenario.name}: ${scenario.about}`, all, baseline));
  }
  console.log(`\nload average ${loadavg().map(shown).join(' ')}`);
  if (settings.saveBaseline) keepBaseline(machine, measured);
};

process.on('SIGINT', () => void close().then(() => process.exit(130)));
process.on('SIGTERM', () => void close().then(() => process.exit(143)));
try {
  await main();
} catch (error) {
  if (!(error instanceof SettingsProblem)) throw error;
  console.error(error.message);
  process.exitCode = 2;
} finally {
  await close();
}
