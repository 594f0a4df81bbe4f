// The machine's clock is set a day ahead and back while people write, with kills in between.
import { openEmbedded, stageOf } from '../embedded.ts';
import type { Scenario } from '../scenario.ts';
import { pause } from '../waiting.ts';

const dayMs = 86_400_000;

export const clockJumps: Scenario = {
  name: 'clock',
  claim: 'a clock that jumps a day ahead or back changes nothing about what is saved',
  rounds: { short: 2, long: 60 },
  setUp: async (first) => {
    const embedded = await openEmbedded({
      random: first,
      warm: true,
      limits: { compactBusyAfter: 40, compactIdleAfter: 5, unloadAfterMs: 200 },
    });
    const { node, meeting } = embedded;
    return stageOf(embedded, async ({ random, round }) => {
      node.setClock(0);
      if (round % 10 === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(2, 4));
      await meeting.writeUntil(50, async () => {
        for (let jumps = random.between(1, 4); jumps > 0; jumps--) {
          await pause(random.between(30, 250));
          node.setClock(random.pick([-dayMs, 0, dayMs]));
        }
        await pause(random.between(30, 250));
        if (random.chance(0.3)) await node.kill();
      });
      if (!node.isRunning) {
        await meeting.judgeStored();
        await node.start();
      }
      await meeting.judgeNewcomer();
      await meeting.judgeSettled();
    });
  },
};
