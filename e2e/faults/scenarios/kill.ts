// kill -9 while several people write: on a quiet machine, on a busy one, and in the middle of compactions.
import type { Limits } from '@hearth/sync/limits';
import { keepBusy } from '../busy.ts';
import { openEmbedded, stageOf } from '../embedded.ts';
import type { Random } from '@hearth/sync/test/random';
import type { Scenario } from '../scenario.ts';
import type { ServerNode } from '../server-node.ts';
import { pause } from '../waiting.ts';

const roundsOfABoard = 20;
/** Of each person. */
const editsPerSecond = 50;

interface Variant {
  limits?: Partial<Limits>;
  busy?: boolean;
  /** When to kill: resolves at that moment, with whether it is the one that was wanted. */
  moment: (node: ServerNode, random: Random) => Promise<boolean>;
}

const anyMoment = async (_: ServerNode, random: Random): Promise<boolean> => {
  await pause(random.between(50, 700));
  return true;
};

/** While a state is on its way to the store, or a moment after. */
const whileCompacting = async (node: ServerNode, random: Random): Promise<boolean> => {
  await pause(random.between(50, 300));
  const compacts = await node.compaction(1_500);
  await pause(random.between(0, 4));
  return compacts;
};

const killScenario = (
  scenario: Pick<Scenario, 'name' | 'claim' | 'rounds'>,
  { limits = {}, busy = false, moment }: Variant,
): Scenario => ({
  ...scenario,
  setUp: async (first) => {
    const embedded = await openEmbedded({ random: first, limits, warm: true });
    const { node, meeting, cleaner } = embedded;
    if (busy) cleaner.later(keepBusy());
    let hits = 0;
    return stageOf(
      embedded,
      async ({ random, round }) => {
        if (round % roundsOfABoard === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(2, 5));
        const written = await meeting.writeUntil(editsPerSecond, async () => {
          if (await moment(node, random)) hits += 1;
          await node.kill();
          await Promise.all(meeting.scribes.map((scribe) => scribe.ended()));
          // Some go on writing while there is no server.
          if (random.chance(0.5)) await pause(30);
        });
        if (written === 0) throw new Error('nobody wrote anything');
        await meeting.judgeStored();
        await node.start();
        await meeting.judgeNewcomer();
        meeting.replace(meeting.scribes.filter(() => random.chance(0.3)));
        await meeting.judgeSettled();
      },
      () => `, ${hits} kills at the moment wanted`,
    );
  },
});

export const kill = killScenario(
  {
    name: 'kill',
    claim: 'kill -9 of the server loses nothing that was acknowledged or seen',
    rounds: { short: 20, long: 500 },
  },
  { moment: anyMoment },
);

export const killBusy = killScenario(
  {
    name: 'kill-busy',
    claim: 'the same on a machine whose processors are all taken',
    rounds: { short: 1, long: 100 },
  },
  { moment: anyMoment, busy: true },
);

export const killCompacting = killScenario(
  {
    name: 'kill-compacting',
    claim: 'kill -9 while states are compacted and stored loses nothing',
    rounds: { short: 4, long: 200 },
  },
  { moment: whileCompacting, limits: { compactBusyAfter: 20, compactIdleAfter: 3, unloadAfterMs: 300 } },
);
