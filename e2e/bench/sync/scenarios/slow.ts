// One person stops reading while four others write a lot: what the server holds back for the one who does not read. The
// same keys are overwritten, so the document itself stays small. A control run has everybody reading.
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { until } from '../load/schedule.ts';
import { bytesInKernel } from '../machine/kernel-queue.ts';
import type { Bench, Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { Target } from '../servers/target.ts';
import { WireClient } from '../wire/wire-client.ts';

const room = 'slow';
const writers = 4;
const perSecond = 100;
const editBytes = 8_192;
const firstClientId = 900;

interface Load {
  idleBytes: number;
  peakBytes: number;
  sent: number;
  missing: number;
  /** What the server itself still had for the slow one when it began to read again. */
  heldBytes: number;
  /** Connections of others that the server ended. */
  othersCut: number;
  /** Whether the slow one was disconnected. */
  cutOff: boolean;
  /** Whether it had everything in the end. */
  caughtUp: boolean;
}

const isAuthor = (client: number): boolean => client >= firstClientId && client < firstClientId + writers;

/** Counts edits by the clocks of their authors, so that merging them makes no difference. */
const clockCounter = () => {
  const clocks = new Map<number, number>();
  return {
    update: (update: Uint8Array): void => {
      for (const [client, to] of Y.parseUpdateMeta(update).to)
        if (isAuthor(client)) clocks.set(client, Math.max(to, clocks.get(client) ?? 0));
    },
    count: () => [...clocks.values()].reduce((sum, clock) => sum + clock, 0),
  };
};

const openWriter = async (server: RunningServer, index: number) => {
  const doc = new Y.Doc();
  doc.clientID = firstClientId + index;
  const wire = await WireClient.join(server, room);
  doc.on('update', (update: Uint8Array) => wire.sendUpdate(update));
  return { wire, write: (content: string) => void doc.getMap('cards').set(`w${index}`, content) };
};

const load = async (server: RunningServer, seconds: number, isSlow: boolean): Promise<Load> => {
  const slowCounter = clockCounter();
  const slow = await WireClient.join(server, room, { update: slowCounter.update });
  const counter = clockCounter();
  const reader = await WireClient.join(server, room, { update: counter.update });
  const authors = [];
  for (let index = 0; index < writers; index++) authors.push(await openWriter(server, index));
  await delay(500);
  const idleBytes = server.residentBytes();
  const peak = server.measurePeakMemory();
  if (isSlow) slow.raw.pause();
  const filler = 'x'.repeat(editBytes);
  const startedMs = performance.now();
  let sent = 0;
  while (performance.now() - startedMs < seconds * 1000) {
    const due = ((performance.now() - startedMs) / 1000) * perSecond * writers;
    for (; sent < due; sent++) authors[sent % writers]?.write(`${sent}${filler}`);
    await delay(4);
  }
  await until(() => counter.count() >= sent, 5_000);
  const peakBytes = peak();
  const inKernel = bytesInKernel(slow.raw.localPort ?? 0);
  const readBefore = slow.bytesIn;
  // Being cut off shows only when the socket is read again.
  slow.raw.resume();
  const caughtUp = await until(() => slowCounter.count() >= sent || slow.closedWith !== null, 5_000);
  await delay(500);
  const outcome = {
    idleBytes,
    heldBytes: Math.max(0, slow.bytesIn - readBefore - inKernel),
    peakBytes,
    sent,
    missing: sent - counter.count(),
    othersCut: [reader, ...authors.map(({ wire }) => wire)].filter(({ closedWith }) => closedWith !== null).length,
    cutOff: slow.closedWith !== null,
    caughtUp: caughtUp && slow.closedWith === null,
  };
  for (const client of [slow, reader, ...authors.map(({ wire }) => wire)]) client.terminate();
  return outcome;
};

const measure = async (target: Target, seconds: number, bench: Bench): Promise<Figures> => {
  const control = await bench.withServer(target, (server) => load(server, seconds, false));
  const slow = await bench.withServer(target, (server) => load(server, seconds, true));
  const growth = ({ peakBytes, idleBytes }: Load): number => (peakBytes - idleBytes) / 1_048_576;
  return {
    sentMB: (slow.sent * editBytes) / 1_048_576,
    controlMB: growth(control),
    slowMB: growth(slow),
    heldMB: slow.heldBytes / 1_048_576,
    ending: slow.cutOff ? 'cut off' : slow.caughtUp ? 'caught up' : 'left behind',
    missing: slow.missing,
    othersCut: slow.othersCut,
  };
};

export const slow: Scenario = {
  name: 'slow',
  about: 'somebody who stops reading',
  repeats: 1,
  accepts: ({ name }) => name !== 'disk-relay',
  columns: [
    { figure: 'sentMB', label: 'MB sent to each' },
    { figure: 'controlMB', label: 'growth, all read, MB' },
    { figure: 'slowMB', label: 'growth, one does not, MB' },
    { figure: 'heldMB', label: 'held for it, MB' },
    { figure: 'ending', label: 'when it reads again' },
    { figure: 'missing', label: 'others miss', over: 'worst' },
    { figure: 'othersCut', label: 'others cut off', over: 'worst' },
  ],
  variants: ({ slowSeconds }) => [{ name: 'slow', measure: (target, bench) => measure(target, slowSeconds, bench) }],
};
