// The power fails: every write and every synchronisation of the server is recorded, the disk is rebuilt as of many
// random moments without what had not been synchronised, and each must hold all that had been promised by then.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ForgetfulDisk, readRecording, recordingTo } from '../disk-record.ts';
import { stageOf } from '../embedded.ts';
import { Meeting, Violation, wordsOf } from '../meeting.ts';
import { Cleaner, type Scenario } from '../scenario.ts';
import { ServerNode } from '../server-node.ts';
import { copyDatabase, storedInFolder } from '../stored-document.ts';
import { pause } from '../waiting.ts';

const database = 'hearth.sqlite';
const cutsOfARound = 12;
const editsPerSecond = 40;

const expectIntact = (folder: string): void => {
  const opened = new DatabaseSync(path.join(folder, database));
  try {
    const [row] = opened.prepare('pragma integrity_check').all();
    if (row?.['integrity_check'] !== 'ok') throw new Violation(`the database is damaged: ${JSON.stringify(row)}`);
  } finally {
    opened.close();
  }
};

export const powerLoss: Scenario = {
  name: 'power-loss',
  claim: 'a power cut that drops what was not synchronised loses nothing that was acknowledged or seen',
  rounds: { short: 1, long: 40 },
  setUp: async (first) => {
    const cleaner = new Cleaner();
    const dataFolder = await cleaner.folder();
    const recording = path.join(await cleaner.folder(), 'calls');
    const under = recordingTo(recording);
    const node = await ServerNode.start({
      dataFolder,
      under,
      limits: { compactBusyAfter: 60, compactIdleAfter: 5, unloadAfterMs: 300 },
    });
    cleaner.later(() => node.dispose());
    const meeting = await Meeting.open({
      urls: [node.url],
      api: node.url,
      ownerLink: node.ownerLink,
      random: first,
      stored: (document) => storedInFolder(dataFolder, document),
      serversSay: () => node.printed(),
    });
    cleaner.later(() => meeting.leave());
    let cuts = 0;
    let bytesAtRisk = 0;
    return stageOf(
      { meeting, cleaner },
      async ({ random }) => {
        await node.stop();
        const before = await cleaner.folder();
        await copyDatabase(dataFolder, before);
        await node.start();
        await meeting.newBoard(random.between(2, 4));
        await meeting.writeUntil(editsPerSecond, async () => {
          await pause(random.between(1_500, 3_000));
          await node.kill();
          await Promise.all(meeting.scribes.map((scribe) => scribe.ended()));
        });
        const disk = new ForgetfulDisk(dataFolder, await readRecording(recording));
        await disk.begins(before);
        for (const atMs of disk.moments(cutsOfARound, random)) {
          disk.advance(atMs);
          bytesAtRisk += disk.atRisk;
          const folder = await mkdtemp(path.join(tmpdir(), 'hearth-faults-cut-'));
          try {
            await disk.cutTo(folder, random);
            const doc = await storedInFolder(folder, meeting.document);
            const problems = meeting.ledger.problemsAt(wordsOf(doc), atMs);
            if (problems.length > 0) throw new Violation(`a cut at ${atMs}: ${problems.slice(0, 12).join('; ')}`);
            expectIntact(folder);
            cuts += 1;
          } finally {
            await rm(folder, { recursive: true, force: true });
          }
        }
        await meeting.judgeStored();
        await node.start();
        await meeting.judgeSettled();
      },
      () => `, ${cuts} power cuts with ${bytesAtRisk} bytes at risk`,
    );
  },
};
