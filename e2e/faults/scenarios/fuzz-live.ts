// Frames made of real ones, sent to the real server by somebody with a seat, while others write on the same board.
import { errors, errorOfClose } from '@hearth/protocol/errors';
import { mutatedFrame } from '@hearth/sync/test/mutate';
import { recordSession } from '@hearth/sync/test/real-session';
import { openRawLive, updateFrame } from '../../raw-connections.ts';
import { openEmbedded, stageOf } from '../embedded.ts';
import { Violation } from '../meeting.ts';
import type { Scenario } from '../scenario.ts';
import { pause } from '../waiting.ts';

const connections = 12;
const framesOfAConnection = 40;
/** Nobody closes without a word; 1006 is a connection that broke. */
const goodbyes = new Set<number>(Object.values(errors).map(({ close }) => close));

export const fuzzLive: Scenario = {
  name: 'fuzz-live',
  claim: 'hostile frames close their own connection with a code, and harm nobody else',
  rounds: { short: 1, long: 200 },
  setUp: async (first) => {
    const embedded = await openEmbedded({ random: first });
    const { node, meeting } = embedded;
    let sent = 0;
    let refused = 0;
    return stageOf(
      embedded,
      async ({ random, round }) => {
        if (round % 10 === 0 || meeting.scribes.length === 0) await meeting.newBoard(2);
        const updates = recordSession(random, framesOfAConnection, ['cards', 'narrative']);
        const seen = meeting.scribes.map(({ closedWith }) => closedWith.length);
        await meeting.writeUntil(20, async () => {
          for (let connection = 0; connection < connections; connection++) {
            const mallory = await openRawLive(node.url, meeting.reviewId, { cookie: meeting.guestCookie() });
            let code: number | null = null;
            void mallory.closed.then((closed) => (code = closed));
            for (const next of updates) {
              if (code !== null) break;
              const malice = { random, others: [], lying: false };
              mallory.send(random.chance(0.7) ? updateFrame(next) : mutatedFrame(next, updates, malice));
              sent += 1;
              await pause(1);
            }
            await pause(20);
            if (code === null) mallory.send('a text frame ends it');
            const closed = await mallory.closed;
            if (!goodbyes.has(closed)) throw new Violation(`closed with ${closed} ${errorOfClose(closed) ?? ''}`);
            refused += 1;
          }
        });
        await meeting.judgeSettled();
        for (const [index, { closedWith }] of meeting.scribes.entries())
          if (closedWith.length > (seen[index] ?? 0))
            throw new Violation(`an honest connection was closed by ${closedWith.at(-1)}`);
      },
      () => `; ${sent} frames, ${refused} connections closed with a code`,
    );
  },
};
