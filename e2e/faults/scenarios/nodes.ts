// Several nodes on one board: PostgreSQL and Redis killed and back, nodes killed, networks broken in every way between
// people, nodes, PostgreSQL and Redis.
import type { Random } from '@hearth/sync/test/random';
import { type Cluster, type ClusterNode, openCluster } from '../cluster.ts';
import { stageOf } from '../embedded.ts';
import { anyNetworkFault, breakNetwork } from '../network-faults.ts';
import type { Scenario } from '../scenario.ts';
import { pause } from '../waiting.ts';

const editsPerSecond = 25;

const peopleOf = async ({ meeting }: Cluster, random: Random, round: number): Promise<void> => {
  if (round % 10 === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(3, 6));
};

/** Everything runs and carries again. People that hang on a connection nobody serves give it up. */
const heal = async ({ nodes, meeting }: Cluster): Promise<void> => {
  for (const { toPeople, toPostgres, toRedis } of nodes)
    for (const network of [toPeople, toPostgres, toRedis]) network?.heal();
  for (const { server } of nodes) if (!server.isRunning) await server.start();
  for (const scribe of meeting.scribes) scribe.drop();
};

export const postgresKilled: Scenario = {
  name: 'postgres-kill',
  claim: 'PostgreSQL killed and started again while people write loses nothing that was acknowledged or seen',
  rounds: { short: 1, long: 100 },
  setUp: async (first) => {
    const cluster = await openCluster({ random: first, nodes: 1, redis: false });
    const { postgres, meeting } = cluster;
    return stageOf(cluster, async ({ random, round }) => {
      await peopleOf(cluster, random, round);
      await meeting.writeUntil(editsPerSecond, async () => {
        await pause(random.between(50, 500));
        await postgres.kill();
        await pause(random.between(0, 500));
        await postgres.start();
        await meeting.judgeStoredSoFar();
        await pause(random.between(0, 300));
      });
      await meeting.judgeSettled();
    });
  },
};

type NodeFault = (cluster: Cluster, node: ClusterNode, random: Random) => Promise<void>;

const nodeFaults: readonly NodeFault[] = [
  async (_, { server }) => server.kill(),
  async (_, { toPeople }, random) => breakNetwork(toPeople, anyNetworkFault(random)),
  async (_, { toPostgres }, random) => breakNetwork(toPostgres, anyNetworkFault(random)),
  async (_, { toRedis }, random) => {
    if (toRedis) breakNetwork(toRedis, anyNetworkFault(random));
  },
  async ({ redis }, _, random) => {
    await redis?.kill();
    await pause(random.between(0, 300));
    await redis?.start();
  },
  async ({ meeting }, _, random) => {
    for (const scribe of meeting.scribes) if (random.chance(0.5)) scribe.drop();
  },
];

export const severalNodes: Scenario = {
  name: 'nodes',
  claim: 'two nodes on one board stay one board through kills, partitions and outages of Redis',
  rounds: { short: 2, long: 200 },
  setUp: async (first) => {
    const cluster = await openCluster({
      random: first,
      nodes: 2,
      redis: true,
      limits: { compactBusyAfter: 60, compactIdleAfter: 5, unloadAfterMs: 500 },
    });
    const { nodes, meeting } = cluster;
    let slowestMs = 0;
    return stageOf(
      cluster,
      async ({ random, round }) => {
        await peopleOf(cluster, random, round);
        await meeting.writeUntil(editsPerSecond, async () => {
          for (let more = random.between(1, 3); more > 0; more--) {
            await pause(random.between(30, 300));
            await random.pick(nodeFaults)(cluster, random.pick(nodes), random);
            await pause(random.between(30, 500));
            for (const scribe of meeting.scribes)
              if (!scribe.connected && random.chance(0.5)) void meeting.tryConnect(scribe);
          }
        });
        await meeting.judgeStoredSoFar();
        await heal(cluster);
        meeting.replace(meeting.scribes.filter(() => random.chance(0.2)));
        const healedMs = performance.now();
        await meeting.judgeSettled();
        slowestMs = Math.max(slowestMs, performance.now() - healedMs);
      },
      () => `, settled within ${(slowestMs / 1000).toFixed(1)} s`,
    );
  },
};
