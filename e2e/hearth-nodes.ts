// Several real Hearth servers on one PostgreSQL and one Redis, behind a proxy that sends everything to the next of them.
import { PostgresServer, missingPostgres } from '@hearth/store/test/postgres-server';
import { RedisServer, missingRedis } from '@hearth/store/test/redis-server';
import { startHearth, type HearthServer } from './hearth-server.ts';
import { startRoundRobin, type RoundRobin } from './round-robin.ts';

export interface HearthNodes {
  nodes: HearthServer[];
  proxy: RoundRobin;
  redis: RedisServer;
  ownerLink(): string;
  dispose(): Promise<void>;
}

/** @returns why there can be no nodes here; null when there can. */
export const missingForNodes = (): string | null => missingPostgres() ?? missingRedis();

export const startNodes = async (count: number): Promise<HearthNodes> => {
  const postgres = await PostgresServer.create();
  const redis = await RedisServer.create();
  const proxy = await startRoundRobin([]);
  const settings = {
    DATABASE_URL: postgres.url(await postgres.createDatabase()),
    REDIS_URL: redis.url,
    HEARTH_ORIGIN: proxy.url,
  };
  const nodes: HearthServer[] = [];
  // One after the other: the first brings the tables, and prints the owner link.
  for (let started = 0; started < count; started += 1) nodes.push(await startHearth(settings));
  proxy.nodes = nodes.map(({ port }) => port);
  return {
    nodes,
    proxy,
    redis,
    ownerLink: () => nodes[0]?.ownerLink() ?? '',
    dispose: async () => {
      await proxy.close();
      await Promise.all(nodes.map((node) => node.dispose()));
      await Promise.all([postgres.stop(), redis.stop()]);
    },
  };
};
