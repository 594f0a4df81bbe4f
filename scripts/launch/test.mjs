// `test`: the checks, a short form of the faults, then real browsers against the built application; `e2e`: the browsers alone.
import { ensureBrowser, playwright } from './browser.mjs';
import { runChecks } from './check.mjs';
import { countFaults, countLine, countPlaywright } from './counts.mjs';
import { inRoot } from './environment.mjs';
import { run } from './process.mjs';
import { LaunchError, complain } from './report.mjs';
import { QUIET } from './server.mjs';
import { ensureServices } from './services.mjs';
import { reportFolder, step, summarise, total } from './steps.mjs';
import { buildWeb } from './web-build.mjs';

const FAULTS = 'e2e/faults/run.ts';

/** Prints `N passed, N failed` as the last line, whatever happens. */
export async function test(setUp) {
  const results = [];
  try {
    const setup = await setUp();
    await ensureServices(setup);
    results.push(...(await runChecks(setup)));
    results.push(await step('faults', () => shortFaults(setup)));
    results.push(...(await browserTests(setup, [])));
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    complain(error.message);
    results.push({ name: 'set-up', seconds: 0, code: 1, passed: 0, failed: 1 });
  } finally {
    summarise(results);
    console.log(countLine(total(results)));
  }
  return results.every(({ code }) => code === 0) ? 0 : 1;
}

export async function e2e(setup, args) {
  const results = await browserTests(setup, args);
  summarise(results);
  return results.every(({ code }) => code === 0) ? 0 : 1;
}

/** `test:faults [scenario…] [--rounds N] [--seed N]`: kills, partitions, full disks and the like, at length. */
export async function faults(setup, args) {
  const { code } = await run(setup.node, [QUIET, FAULTS, ...args], { env: setup.env });
  return code;
}

async function shortFaults(setup) {
  const reports = reportFolder();
  const { code } = await run(setup.node, [QUIET, FAULTS, '--short', '--report', reports.file('faults.json')], setup);
  return { code, ...countFaults(reports.read('faults.json'), code) };
}

async function browserTests(setup, args) {
  const build = await step('web build', async () => ({ code: await buildWeb(setup) }));
  if (build.code !== 0) return [build, { name: 'e2e', seconds: 0, code: 1, passed: 0, failed: 1, note: 'NOT RUN' }];
  return [build, await step('e2e', () => runPlaywright(setup, args))];
}

async function runPlaywright(setup, args) {
  const chromium = await ensureBrowser(setup);
  const reports = reportFolder();
  const { code } = await run(playwright, ['test', '--reporter=list,json', ...args], {
    cwd: inRoot('e2e'),
    env: { ...setup.env, CHROMIUM_PATH: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: reports.file('e2e.json') },
    // Only then does Playwright close its browsers and servers.
    stopSignal: 'SIGINT',
  });
  return { code, ...countPlaywright(reports.read('e2e.json'), code) };
}
