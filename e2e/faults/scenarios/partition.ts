// The network between people and the server fails in every way that networks do: cut, reset, silent in both directions,
// or half open, with the server killed meanwhile, or not.
import { openEmbedded, stageOf } from '../embedded.ts';
import { anyNetworkFault, breakNetwork } from '../network-faults.ts';
import type { Scenario } from '../scenario.ts';
import { pause } from '../waiting.ts';

export const partition: Scenario = {
  name: 'partition',
  claim: 'cut, reset, silent and half-open connections lose nothing and repeat nothing',
  rounds: { short: 3, long: 200 },
  setUp: async (first) => {
    const embedded = await openEmbedded({ random: first, warm: true, network: true });
    const { node, meeting, network } = embedded;
    return stageOf(embedded, async ({ random, round }) => {
      if (round % 20 === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(2, 5));
      await meeting.writeUntil(40, async () => {
        for (let more = random.between(1, 3); more > 0; more--) {
          await pause(random.between(20, 250));
          breakNetwork(network, anyNetworkFault(random));
          await pause(random.between(20, 400));
          if (random.chance(0.3)) await node.kill();
          // Some devices notice by themselves and come back beside their old connection, which the server still holds.
          for (const scribe of meeting.scribes) if (random.chance(0.4)) scribe.drop();
          if (!node.isRunning) {
            for (const scribe of meeting.scribes) scribe.drop();
            await meeting.judgeStored();
            await node.start();
          }
          network.heal();
          await meeting.connect(meeting.scribes.filter(() => random.chance(0.7)));
        }
      });
      await meeting.judgeSettled();
    });
  },
};
