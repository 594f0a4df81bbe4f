// Several nodes on one PostgreSQL and one Redis, each with networks of its own to both, and people on all of them.
import { openPostgresStore } from '@hearth/store/postgres/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import type { Limits } from '@hearth/sync/limits';
import type { Random } from '@hearth/sync/test/random';
import { Meeting } from './meeting.ts';
import { Cleaner, Unavailable } from './scenario.ts';
import { ServerNode } from './server-node.ts';
import { storedIn } from './stored-document.ts';
import { TcpProxy } from './tcp-proxy.ts';

export interface ClusterNode {
  server: ServerNode;
  toPostgres: TcpProxy;
  /** Null without Redis. */
  toRedis: TcpProxy | null;
  /** What people reach it through. */
  toPeople: TcpProxy;
}

export interface Cluster {
  postgres: PostgresServer;
  redis: RedisServer | null;
  nodes: readonly ClusterNode[];
  meeting: Meeting;
  cleaner: Cleaner;
}

export interface ClusterOptions {
  random: Random;
  nodes: number;
  redis: boolean;
  limits?: Partial<Limits>;
}

/** @throws Unavailable where there is no PostgreSQL, or no Redis. */
export const openCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const missing = missingPostgres() ?? (options.redis ? missingRedis() : null);
  if (missing !== null) throw new Unavailable(missing);
  const cleaner = new Cleaner();
  try {
    return await open(options, cleaner);
  } catch (error) {
    await cleaner.clean();
    throw error;
  }
};

const open = async (
  { random, nodes: count, redis: joined, limits = {} }: ClusterOptions,
  cleaner: Cleaner,
): Promise<Cluster> => {
  const postgres = await PostgresServer.create();
  cleaner.later(() => postgres.stop());
  const redis = joined ? await RedisServer.create() : null;
  if (redis) cleaner.later(() => redis.stop());
  const database = await postgres.createDatabase();
  const proxied = async (port: number): Promise<TcpProxy> => {
    const proxy = await TcpProxy.before(port);
    cleaner.later(() => proxy.close());
    return proxy;
  };
  const nodes: ClusterNode[] = [];
  for (let n = 0; n < count; n++) {
    const toPostgres = await proxied(postgres.port);
    const toRedis = redis && (await proxied(redis.port));
    const settings = {
      DATABASE_URL: postgres.url(database).replace(`:${postgres.port}/`, `:${toPostgres.port}/`),
      ...(redis && toRedis ? { REDIS_URL: redis.url.replace(`:${redis.port}`, `:${toRedis.port}`) } : {}),
    };
    const server = await ServerNode.start({ dataFolder: await cleaner.folder(), settings, limits, warm: true });
    cleaner.later(() => server.dispose());
    nodes.push({ server, toPostgres, toRedis, toPeople: await proxied(server.port) });
  }
  const [first] = nodes;
  if (!first) throw new RangeError('a cluster has a node');
  const store = await openPostgresStore({ url: postgres.url(database) });
  cleaner.later(() => store.close());
  const meeting = await Meeting.open({
    urls: nodes.map(({ toPeople }) => `http://127.0.0.1:${toPeople.port}`),
    api: first.server.url,
    ownerLink: first.server.ownerLink,
    random,
    stored: (document) => storedIn(store, document),
    serversSay: () => nodes.map(({ server }) => server.printed()).join('\n'),
  });
  cleaner.later(() => meeting.leave());
  return { postgres, redis, nodes, meeting, cleaner };
};
