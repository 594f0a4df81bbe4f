// kill -9, then a file system that has torn what had not been synchronised: the journal's tail is cut, garbled, or
// followed by half a transaction. It opens with everything that had been promised.
import { randomBytes } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import path from 'node:path';
import { openEmbedded, stageOf } from '../embedded.ts';
import type { Random } from '@hearth/sync/test/random';
import type { Scenario } from '../scenario.ts';
import { pause } from '../waiting.ts';
import { WalReader } from '../write-ahead-log.ts';

const editsPerSecond = 50;
const frameBytes = 24 + 4096;

/** @param safe  up to here the log must stay. */
const tear = async (wal: string, safe: number, random: Random): Promise<void> => {
  const size = (await stat(wal)).size;
  const from = random.between(safe, size);
  const file = await open(wal, 'r+');
  try {
    switch (random.pick(['cut', 'garble', 'zeros', 'half a transaction'] as const)) {
      case 'cut':
        return await file.truncate(from);
      case 'garble':
        return void (await file.write(randomBytes(random.between(1, 3 * frameBytes)), 0, null, from));
      case 'zeros':
        return void (await file.write(Buffer.alloc(random.between(1, 3 * frameBytes)), 0, null, from));
      case 'half a transaction': {
        // The last frame again, in the place of the next: right salts, wrong checksum.
        const frame = Buffer.alloc(frameBytes);
        await file.read(frame, 0, frameBytes, Math.max(32, safe - frameBytes));
        return void (await file.write(frame.subarray(0, random.between(24, frameBytes)), 0, null, safe));
      }
    }
  } finally {
    await file.close();
  }
};

export const tornLog: Scenario = {
  name: 'torn-log',
  claim: 'a journal whose unsynchronised tail is cut or garbled opens with everything promised',
  rounds: { short: 4, long: 200 },
  setUp: async (first) => {
    let wal: WalReader | null = null;
    let promisedTo = 0;
    const onPromise = () => (promisedTo = wal?.end() ?? 0);
    const embedded = await openEmbedded({ random: first, warm: true, onPromise });
    const { node, meeting, dataFolder } = embedded;
    const walPath = path.join(dataFolder, 'hearth.sqlite-wal');
    return stageOf(embedded, async ({ random, round }) => {
      wal = new WalReader(walPath);
      if (round % 20 === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(2, 5));
      await meeting.writeUntil(editsPerSecond, async () => {
        await pause(random.between(50, 600));
        await node.kill();
        await Promise.all(meeting.scribes.map((scribe) => scribe.ended()));
      });
      await tear(walPath, promisedTo, random);
      await meeting.judgeStored();
      await node.start();
      await meeting.judgeNewcomer();
      meeting.replace(meeting.scribes.filter(() => random.chance(0.3)));
      await meeting.judgeSettled();
    });
  },
};
