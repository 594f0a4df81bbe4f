// Two hundred people open one board within two seconds, while two who are in it go on editing.
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { spread } from '../figures/percentiles.ts';
import { seedRoom } from '../load/seeding.ts';
import { typingTrace } from '../load/typing-trace.ts';
import { startOwnMeter } from '../machine/cpu-meter.ts';
import type { Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import { clockRanges } from '../wire/ranges.ts';
import { WireClient } from '../wire/wire-client.ts';

const room = 'storm';
const operations = 10_000;
const withinMs = 2_000;
const editEveryMs = 50;
const authorId = 77;

/** One of the two writes, the other watches. */
const openInsiders = async (server: RunningServer) => {
  const sentMs: number[] = [];
  const delaysMs: number[] = [];
  let seen = 0;
  const watch = (update: Uint8Array, isAnswer: boolean): void => {
    if (isAnswer) return;
    const range = clockRanges(update).find(({ client }) => client === authorId);
    const upTo = range ? (range.to ?? range.from + 1) : 0;
    for (; seen < upTo; seen++) delaysMs.push(performance.now() - (sentMs[seen] ?? Number.NaN));
  };
  const doc = new Y.Doc();
  doc.clientID = authorId;
  const author = await WireClient.join(server, room, {}, { ownState: () => Y.encodeStateAsUpdate(doc) });
  const watcher = await WireClient.join(server, room, { update: watch });
  doc.on('update', (update: Uint8Array) => {
    sentMs.push(performance.now());
    author.sendUpdate(update);
  });
  const timer = setInterval(() => doc.getMap('cards').set('insider', sentMs.length), editEveryMs);
  return {
    delaysMs,
    missing: () => sentMs.length - seen,
    stop: async () => {
      clearInterval(timer);
      await delay(300);
    },
    close: () => [author, watcher].forEach((client) => client.terminate()),
  };
};

const measure = async (server: RunningServer, count: number): Promise<Figures> => {
  const trace = typingTrace(operations);
  const isRelay = server.target.wire === 'relay';
  const keeper = await seedRoom(server, room, isRelay ? [] : trace.updates, trace.stateVector);
  const insiders = await openInsiders(server);
  await delay(500);
  insiders.delaysMs.length = 0;
  const cpu = server.measureCpu();
  const peak = server.measurePeakMemory();
  const own = startOwnMeter();
  const joinedMs: number[] = [];
  const clients = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      await delay((index * withinMs) / count);
      const startedMs = performance.now();
      const client = await WireClient.join(server, room);
      joinedMs.push(performance.now() - startedMs);
      return client;
    }),
  );
  const ownCores = own();
  await delay(500);
  await insiders.stop();
  const serverCpuSeconds = cpu();
  const inside = spread(insiders.delaysMs);
  const joined = spread(joinedMs);
  const figures = {
    joinP50: joined.p50,
    joinP99: joined.p99,
    insiderP50: inside.p50,
    insiderP99: inside.p99,
    insiderMissing: insiders.missing(),
    serverCpuSeconds,
    peakMB: peak() / 1_048_576,
    sentMB: clients.reduce((sum, { bytesIn }) => sum + bytesIn, 0) / 1_048_576,
    ownCores,
  };
  for (const client of [...clients, keeper]) client.terminate();
  insiders.close();
  return figures;
};

export const storm: Scenario = {
  name: 'storm',
  about: 'a meeting begins: everybody opens the board at once while two go on editing',
  repeats: 1,
  columns: [
    { figure: 'joinP50', label: 'join p50 ms' },
    { figure: 'joinP99', label: 'join p99 ms' },
    { figure: 'insiderP50', label: 'insiders p50 ms' },
    { figure: 'insiderP99', label: 'insiders p99 ms', compared: true },
    { figure: 'insiderMissing', label: 'edits missing', over: 'worst' },
    { figure: 'serverCpuSeconds', label: 'server CPU s', compared: true },
    { figure: 'peakMB', label: 'peak MB' },
    { figure: 'sentMB', label: 'MB sent' },
    { figure: 'ownCores', label: 'load cores', over: 'worst' },
    { figure: 'otherCores', label: 'other cores', over: 'worst' },
  ],
  variants: ({ joins }) => [
    {
      name: `storm ${joins}`,
      measure: (target, bench) => bench.withServer(target, (server) => measure(server, joins)),
    },
  ],
};
