// Starts Hearth: reads the environment, opens the store, listens, says where it is. Ends within three seconds of a signal.
import { mkdirSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { openSqliteStore } from '@hearth/store/sqlite/open';
import { StoreError } from '@hearth/store/store-error';
import type { Store } from '@hearth/store/ports/store';
import { pino } from 'pino';
import { buildApp, type Hearth } from './app.ts';
import { systemWallClock } from './clock.ts';
import { readConfig, type Config } from './config.ts';

const endWithinMs = 3_000;

/** One line on stderr that says what is wrong and what to do; nothing else was started. */
class StartFailure extends Error {}

const start = async (): Promise<void> => {
  const outcome = readConfig(process.env);
  if (!outcome.ok) throw new StartFailure(outcome.problem);
  const { config } = outcome;
  const store = await openStore(config);
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const hearth = await buildApp({ store, clock: systemWallClock, config, logger });
  await listen(hearth, store, config);
  endOnSignal(hearth, store);
  const address = addressOf(hearth, config);
  const secret = await hearth.access.newOwnerLink();
  const lines = [
    `Hearth is open at   ${address}`,
    `Sign in once by     ${address}/sign-in#${secret}`,
    `Everything lies in  ${config.dataFolder}`,
    ...(hearth.webBuilt ? [] : ['The web application is not built: run npm start, which builds it.']),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

/** Node's own `recursive` never returns below a folder like /proc, which takes no folders. */
const makeFolder = (folder: string): void => {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (!there) makeFolder(path.dirname(folder));
  mkdirSync(folder);
};

const openStore = async ({ dataFolder, maxDataBytes }: Config): Promise<Store> => {
  try {
    makeFolder(dataFolder);
    return await openSqliteStore({
      path: path.join(dataFolder, 'hearth.sqlite'),
      ...(maxDataBytes === null ? {} : { maxBytes: maxDataBytes }),
    });
  } catch (error) {
    if (error instanceof StoreError) throw new StartFailure(error.message);
    const code = codeOf(error);
    throw new StartFailure(
      `the data folder ${dataFolder} can not be written (${code}). Set HEARTH_DATA to a folder that can.`,
    );
  }
};

const listen = async ({ app }: Hearth, store: Store, { port, host }: Config): Promise<void> => {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await app.close();
    await store.close();
    throw new StartFailure(listenProblem(codeOf(error), port, host));
  }
};

const listenProblem = (code: string, port: number, host: string): string => {
  switch (code) {
    case 'EADDRINUSE':
      return `port ${port} on ${host} is in use. Stop what uses it, or set PORT to a free one.`;
    case 'EACCES':
      return `port ${port} may not be used by this user. Set PORT to one above 1023.`;
    default:
      return `can not listen on ${host}:${port} (${code}). Set HOST to an address of this machine, such as 127.0.0.1.`;
  }
};

/** How people reach the server: the first allowed origin, else the address itself. */
const addressOf = ({ app }: Hearth, { origins, host }: Config): string => {
  if (origins[0] !== undefined) return origins[0];
  const { port } = app.server.address() as AddressInfo;
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
};

const endOnSignal = ({ app }: Hearth, store: Store): void => {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // Whatever hangs then has had its time; what was acknowledged is on disk.
    setTimeout(() => process.exit(1), endWithinMs).unref();
    void app
      .close()
      .then(() => store.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason';

start().catch((error: unknown) => {
  const line = error instanceof StartFailure ? error.message : `could not start: ${String(error)}`;
  process.stderr.write(`hearth: ${line.replaceAll('\n', ' ')}\n`);
  process.exit(1);
});
