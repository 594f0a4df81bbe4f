// Runs the server: for `start` as it is, for `dev` watched, behind Vite's own server; and the command line.
import { createServer } from 'node:net';
import { inRoot } from './environment.mjs';
import { run, stop } from './process.mjs';
import { LaunchError, say } from './report.mjs';
import { buildWeb } from './web-build.mjs';

// Node 22 warns that running TypeScript is experimental; it is what we mean to do.
export const QUIET = '--disable-warning=ExperimentalWarning';
const FOLLOW = ['--import', new URL('follow-parent.mjs', import.meta.url).href];
const SERVER = 'apps/server/src/main.ts';
const DEFAULT_PORT = '4310';

export async function start(setup, args) {
  if ((await buildWeb(setup)) !== 0)
    throw new LaunchError('the web application could not be built; the reason is above.');
  say('starting the server');
  const { code } = await run(setup.node, [QUIET, ...FOLLOW, SERVER, ...args], { env: setup.env, lead: true });
  return code;
}

/** Server and web application with reload, behind one address: Vite answers there and passes the server's paths on. */
export async function dev(setup) {
  const port = process.env.PORT || DEFAULT_PORT;
  const host = process.env.HOST || '127.0.0.1';
  const inner = await freePort();
  const origin = `http://${host}:${port}`;
  const env = { ...setup.env, HEARTH_DEV_SERVER: `http://127.0.0.1:${inner}` };
  say(`Hearth with reload on ${origin} (server behind it on port ${inner})`);
  const ended = await Promise.race([
    run(setup.node, [QUIET, '--watch', '--watch-preserve-output', ...FOLLOW, SERVER], {
      env: {
        ...env,
        PORT: inner,
        HOST: '127.0.0.1',
        // Links that it prints lead to Vite, which the browser is to use.
        HEARTH_ORIGIN: process.env.HEARTH_ORIGIN || `${origin},http://localhost:${port}`,
      },
    }),
    run(inRoot('apps', 'web', 'node_modules', '.bin', 'vite'), ['--host', host, '--port', port, '--strictPort'], {
      env,
      cwd: inRoot('apps', 'web'),
    }),
  ]);
  await stop('SIGTERM', ended.code);
}

/** `pnpm hearth …`: stdin, stdout and the exit code belong to the command alone. */
export async function cli(setup, args) {
  const { code } = await run(setup.node, [QUIET, 'apps/server/src/cli.ts', ...args], { env: setup.env, lead: true });
  return code;
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(String(port)));
    });
  });
}
