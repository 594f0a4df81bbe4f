// Which command does what.
import { bench, shots } from './bench.mjs';
import { check } from './check.mjs';
import { watchOver } from './process.mjs';
import { LaunchError, complain, keepStdoutClean } from './report.mjs';
import { cli, dev, start } from './server.mjs';
import { setUp } from './setup.mjs';
import { e2e, faults, test } from './test.mjs';

const afterSetUp = (command) => async (args) => command(await setUp(), args);

const COMMANDS = {
  start: afterSetUp(start),
  test: () => test(setUp),
  dev: afterSetUp(dev),
  check: afterSetUp(check),
  bench: afterSetUp(bench),
  cli: afterSetUp(cli),
  e2e: afterSetUp(e2e),
  faults: afterSetUp(faults),
  shots: afterSetUp(shots),
};

/** Runs one command and ends the process with its exit code. */
export async function main([name, ...args]) {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  if (!command) {
    complain(`usage: node scripts/launch.mjs <${Object.keys(COMMANDS).join('|')}> [arguments]`);
    process.exit(2);
  }
  if (name === 'cli') keepStdoutClean();
  watchOver();
  try {
    process.exitCode = await command(args);
  } catch (error) {
    if (!(error instanceof LaunchError)) throw error;
    complain(error.message);
    process.exitCode = 1;
  }
  process.exit();
}
