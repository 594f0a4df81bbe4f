// A writer numbers its edits, an observer sees them, the server is killed with -9 at a random moment and both are gone for
// good. After a restart: which of the edits that were seen, or promised to be kept, are lost? It is the process that is
// killed, not the machine.
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { randomFrom } from '../load/random.ts';
import { until } from '../load/schedule.ts';
import type { Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { WireClient } from '../wire/wire-client.ts';

const room = 'durable';
const perSecond = 50;
const firstKillSeconds = 1;

/** Edits by number: each sets a key of its own. */
const editsIn = (doc: Y.Doc): Set<number> =>
  new Set([...doc.getMap('cards').keys()].map(Number).filter((edit) => Number.isInteger(edit)));

interface Account {
  sentAtMs: number[];
  seen: Set<number>;
  saved: Set<number>;
  killedAtMs: number;
}

const writeUntilKilled = async (server: RunningServer, killAfterMs: number): Promise<Account> => {
  const doc = new Y.Doc();
  const mirror = new Y.Doc();
  const writer = await WireClient.join(server, room, {}, { ownState: () => Y.encodeStateAsUpdate(doc) });
  const observer = await WireClient.join(server, room, { update: (bytes) => Y.applyUpdate(mirror, bytes) });
  const sentAtMs: number[] = [];
  /** For each edit, as the how-many-eth frame with an update it went out. */
  const frameOf: number[] = [];
  doc.on('update', (update: Uint8Array) => {
    writer.sendUpdate(update);
    frameOf.push(writer.carried);
  });
  const startedMs = performance.now();
  while (performance.now() - startedMs < killAfterMs) {
    const due = ((performance.now() - startedMs) / 1000) * perSecond;
    while (sentAtMs.length < due) {
      sentAtMs.push(performance.now());
      doc.getMap('cards').set(String(sentAtMs.length - 1), true);
    }
    await delay(4);
  }
  const killedAtMs = performance.now();
  await server.kill();
  await delay(50);
  const seen = editsIn(mirror);
  const saved = new Set(frameOf.flatMap((frame, edit) => (frame <= writer.acknowledged ? [edit] : [])));
  for (const client of [writer, observer]) client.terminate();
  return { sentAtMs, seen, saved, killedAtMs };
};

const keptAfterRestart = async (server: RunningServer, expected: number): Promise<Set<number>> => {
  await server.start();
  const doc = new Y.Doc();
  const reader = await WireClient.join(server, room, { update: (bytes) => Y.applyUpdate(doc, bytes) });
  // Some say "synced" before they have loaded.
  await until(() => editsIn(doc).size >= expected, 2_500);
  reader.terminate();
  return editsIn(doc);
};

const measure = async (server: RunningServer, killAfterMs: number): Promise<Figures> => {
  const { sentAtMs, seen, saved, killedAtMs } = await writeUntilKilled(server, killAfterMs);
  const kept = await keptAfterRestart(server, seen.size);
  const lost = [...seen].filter((edit) => !kept.has(edit)).sort((a, b) => a - b);
  const firstLostMs = lost[0] === undefined ? killedAtMs : (sentAtMs[lost[0]] ?? killedAtMs);
  const asks = server.target.name === 'ours';
  return {
    seen: seen.size,
    saved: asks ? saved.size : null,
    lostAfterSeen: lost.length,
    lostAfterSaved: asks ? [...saved].filter((edit) => !kept.has(edit)).length : null,
    lostSeconds: (killedAtMs - firstLostMs) / 1000,
  };
};

export const durability: Scenario = {
  name: 'durability',
  about: 'kill -9 in the middle of editing: what is lost that somebody had seen',
  repeats: 3,
  together: true,
  accepts: ({ persists }) => persists,
  columns: [
    { figure: 'seen', label: 'edits seen' },
    { figure: 'saved', label: 'told saved' },
    { figure: 'lostAfterSeen', label: 'lost after seen' },
    { figure: 'lostAfterSeen', label: 'worst round', over: 'worst' },
    { figure: 'lostAfterSaved', label: 'lost after saved, worst', over: 'worst' },
    { figure: 'lostSeconds', label: 'worst, seconds of work', over: 'worst' },
  ],
  variants: ({ killWithinSeconds }) => [
    {
      name: 'durability',
      measure: (target, bench, repeat) => {
        const share = randomFrom(repeat * 7919 + target.name.length)();
        const killAfterMs = (firstKillSeconds + share * (killWithinSeconds - firstKillSeconds)) * 1000;
        return bench.withServer(target, (server) => measure(server, killAfterMs));
      },
    },
  ],
};
