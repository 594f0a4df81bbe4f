// `bench [name…]`: measurements, each a program of its own that prints a table. `shots [name…]`: pictures for the README.
// A bench with a folder of its own takes arguments: `bench sync propagate --seconds 6`.
import { ensureBrowser } from './browser.mjs';
import { filesBelow } from './fingerprint.mjs';
import { run } from './process.mjs';
import { LaunchError, say } from './report.mjs';
import { QUIET } from './server.mjs';
import { buildWeb } from './web-build.mjs';

const BENCH = /^(packages\/[^/]+|apps\/[^/]+|e2e)\/bench\/([^/]+\/)?[^/]+\.bench\.ts$/;
const SHOTS = /^e2e\/shots\/[^/]+\.shots\.ts$/;
const BROWSER = /^e2e\/(bench\/(room\/)?|shots\/)[^/]+$/;

export const bench = (setup, names) => runAll(setup, BENCH, names);
export const shots = (setup, names) => runAll(setup, SHOTS, names);

/** Programs whose path holds one of `names`, or the one in a folder of the first name, with the rest as its arguments. */
const selected = (files, names) => {
  const [first, ...args] = names;
  const own = files.find((file) => file.endsWith(`/bench/${first}/${first}.bench.ts`));
  if (own) return { files: [own], args };
  const named = files.filter((file) => names.some((name) => file.includes(name)));
  return { files: names.length === 0 ? files : named, args: [] };
};

async function runAll(setup, pattern, names) {
  const all = ['packages', 'apps', 'e2e'].flatMap(filesBelow).filter((file) => pattern.test(file));
  const { files, args } = selected(all, names);
  if (files.length === 0) {
    throw new LaunchError(`nothing is called "${names.join(' ')}"; there are: ${all.join(', ') || 'none'}.`);
  }
  const env = { ...setup.env };
  if (files.some((file) => BROWSER.test(file))) {
    if ((await buildWeb(setup)) !== 0)
      throw new LaunchError('the web application could not be built; the reason is above.');
    env.CHROMIUM_PATH = await ensureBrowser(setup);
  }
  let failure = 0;
  for (const file of files) {
    say(file);
    const { code } = await run(setup.node, [QUIET, file, ...args], { env, stopSignal: 'SIGINT' });
    failure ||= code;
  }
  return failure;
}
