// Starts Hearth: reads the environment, opens the store, listens, says where it is. Ends within three seconds of a signal.
import type { AddressInfo } from 'node:net';
import type { Store } from '@hearth/store/ports/store';
import { StoreError } from '@hearth/store/store-error';
import { pino } from 'pino';
import { buildApp, type Hearth } from './app.ts';
import { openContents } from './attachments/open-contents.ts';
import { systemWallClock } from './clock.ts';
import { addressAt, readConfig, withoutSecrets, type Config } from './config.ts';
import { codeOf, openStore, StartFailure } from './open-store.ts';
import { openScaling, RedisRefusal, withoutRedis, type Scaling } from './scaling/service.ts';
import { newId } from './secrets.ts';

const endWithinMs = 3_000;
const askStoreEveryMs = 5_000;
/** Of several nodes that start together, one prints the owner link: each new link ends the one before. */
const ownerLinkLease = { name: 'owner-link', forMs: 60_000 };

const start = async (): Promise<void> => {
  const outcome = readConfig(process.env);
  if (!outcome.ok) throw new StartFailure(outcome.problem);
  const { config } = outcome;
  const nodeId = newId();
  const store = await openStore(config);
  const scaling = await openScalingOf(config, nodeId, store);
  const logger = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const hearth = await buildApp({
    store,
    contents: openContents(config, systemWallClock),
    clock: systemWallClock,
    config,
    logger,
    scaling,
  });
  const close = async (): Promise<void> => {
    await hearth.app.close();
    scaling?.close();
    // Whoever starts it again is told a link again.
    await store.leases.release(ownerLinkLease.name, nodeId).catch(() => undefined);
    await store.close();
  };
  await listen(hearth, config, close);
  endOnSignal(close);
  endWhenReplaced(store, close);
  const address = addressAt(config, (hearth.app.server.address() as AddressInfo).port);
  const lines = [
    `Hearth is open at   ${address}`,
    await ownerLinkLine(hearth, store, config, nodeId, address),
    `Everything lies in  ${config.databaseUrl === null ? config.dataFolder : withoutSecrets(config.databaseUrl)}`,
    ...(config.redisUrl === null ? [] : [`Nodes are joined by ${withoutSecrets(config.redisUrl)}`]),
    ...(hearth.webBuilt ? [] : ['The web application is not built: run npm start, which builds it.']),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};

const ownerLinkLine = async (
  { access }: Hearth,
  { leases }: Store,
  { databaseUrl }: Config,
  nodeId: string,
  address: string,
): Promise<string> => {
  if (databaseUrl !== null && !(await leases.take(ownerLinkLease.name, nodeId, ownerLinkLease.forMs)))
    return 'Sign in once by     the link that another node printed just now, or one of: hearth owner-link';
  return `Sign in once by     ${address}/sign-in#${await access.newOwnerLink()}`;
};

/** One SQLite has one server; a PostgreSQL may have any number, whether or not this one knows of others. */
const openScalingOf = async (
  { databaseUrl, redisUrl }: Config,
  nodeId: string,
  store: Store,
): Promise<Scaling | null> => {
  if (databaseUrl === null) return null;
  if (redisUrl === null) return withoutRedis;
  try {
    return await openScaling(redisUrl, nodeId);
  } catch (error) {
    await store.close();
    if (!(error instanceof RedisRefusal)) throw error;
    throw new StartFailure(`the Redis of REDIS_URL lets nobody in by it: ${error.message}. Correct REDIS_URL.`);
  }
};

const listen = async ({ app }: Hearth, { port, host }: Config, close: () => Promise<void>): Promise<void> => {
  try {
    await app.listen({ port, host });
  } catch (error) {
    await close();
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

const endOnSignal = (close: () => Promise<void>): void => {
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // Whatever hangs then has had its time; what was acknowledged is on disk.
    setTimeout(() => process.exit(1), endWithinMs).unref();
    void close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
};

/** What this process has in memory is of a database that is no more: whoever keeps it running starts it afresh. */
const endWhenReplaced = (store: Store, close: () => Promise<void>): void => {
  const timer = setInterval(() => {
    store.ready().catch((error: unknown) => {
      if (!(error instanceof StoreError) || error.reason !== 'replaced') return;
      clearInterval(timer);
      process.stderr.write(`hearth: ${error.message}\n`);
      setTimeout(() => process.exit(1), endWithinMs).unref();
      void close().finally(() => process.exit(1));
    });
  }, askStoreEveryMs);
  timer.unref();
};

start().catch((error: unknown) => {
  const line = error instanceof StartFailure ? error.message : `could not start: ${String(error)}`;
  process.stderr.write(`hearth: ${line.replaceAll('\n', ' ')}\n`);
  process.exit(1);
});
