// `check`: everything that can be said about the sources without a browser.
import { countVitest } from './counts.mjs';
import { filesBelow } from './fingerprint.mjs';
import { run } from './process.mjs';
import { LaunchError } from './report.mjs';
import { reportFolder, step, summarise } from './steps.mjs';

const launcherTests = () => filesBelow('scripts').filter((name) => name.endsWith('.test.mjs'));

const STEPS = {
  types: (setup) => run('tsc', ['-b'], setup),
  lint: (setup) => run('oxlint', ['--type-aware', '--deny-warnings'], setup),
  format: (setup) => run('oxfmt', ['--check', '.'], setup),
  boundaries: (setup) =>
    run('depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'packages', 'apps', 'e2e'], setup),
  unused: (setup) => run('knip', ['--no-config-hints', '--no-progress'], setup),
  copies: (setup) => run(setup.node, ['scripts/check-single-copies.mjs'], setup),
  hygiene: (setup) => run(setup.node, ['scripts/check-commit-hygiene.mjs'], setup),
  launcher: (setup) => run(setup.node, ['--test', '--test-reporter=dot', ...launcherTests()], setup),
  unit: unitTests,
};

/**
 * Runs the steps one after the other, all of them even if some fail.
 * @param names  only these steps; all when empty
 */
export async function runChecks(setup, names = []) {
  const unknown = names.find((name) => !(name in STEPS));
  if (unknown) throw new LaunchError(`check has no step "${unknown}"; there are: ${Object.keys(STEPS).join(', ')}.`);
  const results = [];
  for (const [name, work] of Object.entries(STEPS)) {
    if (names.length === 0 || names.includes(name)) results.push(await step(name, () => work(setup)));
  }
  return results;
}

export async function check(setup, names) {
  const results = await runChecks(setup, names);
  summarise(results);
  return results.every(({ code }) => code === 0) ? 0 : 1;
}

async function unitTests(setup) {
  const reports = reportFolder();
  const output = `--outputFile.json=${reports.file('unit.json')}`;
  const { code } = await run('vitest', ['run', '--reporter=default', '--reporter=json', output], setup);
  return { code, ...countVitest(reports.read('unit.json'), code) };
}
