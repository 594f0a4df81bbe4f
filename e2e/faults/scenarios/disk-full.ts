// The disk fills up while people write. They are told, what was promised stays, and everything goes on when there is
// room again, with and without a restart in between.
import { execFileSync } from 'node:child_process';
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';
import { openEmbedded, stageOf } from '../embedded.ts';
import { Cleaner, type Scenario, Unavailable } from '../scenario.ts';
import { pause, until } from '../waiting.ts';

const diskBytes = 24 * 1024 * 1024;

/** A small disk of its own in memory. @throws Unavailable where none may be mounted. */
const mountSmallDisk = async (cleaner: Cleaner): Promise<string> => {
  const folder = await cleaner.folder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    throw new Unavailable('a small disk can only be mounted as root on Linux');
  }
  cleaner.later(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
};

/** Writes until nothing more fits. */
const fill = (ballast: string): void => {
  const file = openSync(ballast, 'a');
  try {
    for (const bytes of [1024 * 1024, 4096, 1]) {
      const block = Buffer.alloc(bytes, 1);
      try {
        for (;;) if (writeSync(file, block) < bytes) break;
      } catch (error) {
        if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOSPC') throw error;
      }
    }
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

export const diskFull: Scenario = {
  name: 'disk-full',
  claim: 'a full disk is told to those who write, loses nothing, and is left behind when there is room again',
  rounds: { short: 1, long: 40 },
  setUp: async (first) => {
    const disk = new Cleaner();
    const dataFolder = await mountSmallDisk(disk);
    const embedded = await openEmbedded({ random: first, warm: true, dataFolder }).catch(async (error: unknown) => {
      await disk.clean();
      throw error;
    });
    const { node, meeting } = embedded;
    const ballast = path.join(dataFolder, 'ballast');
    const stage = stageOf(embedded, async ({ random, round }) => {
      if (round % 10 === 0 || meeting.scribes.length === 0) await meeting.newBoard(random.between(2, 4));
      await meeting.writeUntil(40, async () => {
        await pause(random.between(50, 300));
        fill(ballast);
        const told = () => meeting.scribes.some(({ saving }) => saving === 'HEARTH_STORE_FULL');
        await until('somebody is told that the disk is full', () => told(), 20_000);
        await pause(random.between(0, 500));
      });
      if (random.chance(0.5)) {
        await node.kill();
        await Promise.all(meeting.scribes.map((scribe) => scribe.ended()));
        rmSync(ballast);
        await meeting.judgeStored();
        await node.start();
        await meeting.judgeNewcomer();
      } else rmSync(ballast);
      await meeting.judgeSettled();
      if (meeting.scribes.some(({ saving }) => saving !== ''))
        throw new Error('somebody is still told that nothing is saved');
    });
    return {
      ...stage,
      dispose: async () => {
        await stage.dispose();
        await disk.clean();
      },
    };
  },
};
