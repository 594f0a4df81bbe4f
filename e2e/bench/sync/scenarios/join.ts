// A newcomer opens a board that is a long typing trace: warm, with others in it, and cold, after a restart of the server.
// `synced` is when the server says so, `complete` when the bytes that make the whole document are here.
import { setTimeout as delay } from 'node:timers/promises';
import * as Y from 'yjs';
import { median } from '../figures/percentiles.ts';
import { seedRoom } from '../load/seeding.ts';
import { holdsTrace, typingTrace, type TypingTrace } from '../load/typing-trace.ts';
import type { Bench, Figures, Scenario } from '../scenario.ts';
import type { RunningServer } from '../servers/running-server.ts';
import type { Target } from '../servers/target.ts';
import { WireClient } from '../wire/wire-client.ts';

const room = 'long';
const warmJoins = 7;
const patienceMs = 15_000;
/** Longer than any debounce that begins anew when the last one leaves. */
const idleBeforeRestartMs = 3_500;

interface Joined {
  syncedMs: number;
  /** Null: it never became whole. */
  completeMs: number | null;
}

interface Arrival {
  atMs: number;
  update: Uint8Array;
  isAnswer: boolean;
}

/** Gathers what arrives; whether that is everything is looked at when nothing is being timed. */
const join = async (server: RunningServer, trace: TypingTrace): Promise<Joined> => {
  const arrivals: Arrival[] = [];
  const startedMs = performance.now();
  const update = (bytes: Uint8Array, isAnswer: boolean): void => {
    arrivals.push({ atMs: performance.now() - startedMs, update: bytes, isAnswer });
  };
  const client = await WireClient.join(server, room, { update });
  const syncedMs = arrivals.find(({ isAnswer }) => isAnswer)?.atMs ?? Number.NaN;
  const doc = new Y.Doc();
  let completeMs: number | null = null;
  for (let applied = 0; completeMs === null && performance.now() - startedMs < patienceMs;) {
    const arrival = arrivals[applied];
    if (!arrival) {
      await delay(20);
      continue;
    }
    Y.applyUpdate(doc, arrival.update);
    applied += 1;
    if (holdsTrace(doc, trace)) completeMs = arrival.atMs;
  }
  client.close();
  return { syncedMs, completeMs };
};

const measure = (target: Target, operations: number, bench: Bench): Promise<Figures> => {
  const trace = typingTrace(operations);
  return bench.withServer(target, async (server) => {
    const keeper = await seedRoom(server, room, trace.updates, trace.stateVector);
    const warm: Joined[] = [];
    for (let n = 0; n < warmJoins; n++) {
      warm.push(await join(server, trace));
      await delay(50);
    }
    keeper.close();
    const cold = target.persists ? await joinAfterRestart(server, trace) : null;
    const joins = cold ? [...warm, cold] : warm;
    return {
      warmSyncedMs: median(warm.map(({ syncedMs }) => syncedMs)),
      warmCompleteMs: median(warm.map(({ completeMs }) => completeMs)),
      coldSyncedMs: cold?.syncedMs ?? null,
      coldCompleteMs: cold?.completeMs ?? null,
      saidSyncedEarly: joins.filter(({ syncedMs, completeMs }) => completeMs === null || completeMs > syncedMs).length,
      neverWhole: joins.filter(({ completeMs }) => completeMs === null).length,
      documentKB: trace.state.length / 1024,
    };
  });
};

const joinAfterRestart = async (server: RunningServer, trace: TypingTrace): Promise<Joined> => {
  await delay(idleBeforeRestartMs);
  await server.stop();
  await server.start();
  // Whatever a server does first of all is not the cost of this document.
  (await WireClient.join(server, 'another')).close();
  await delay(300);
  return join(server, trace);
};

export const joinScenario: Scenario = {
  name: 'join',
  about: 'opening a long document, warm and after a restart',
  repeats: 1,
  accepts: ({ wire }) => wire !== 'relay',
  columns: [
    { figure: 'warmSyncedMs', label: 'warm synced ms' },
    { figure: 'warmCompleteMs', label: 'warm complete ms', compared: true },
    { figure: 'coldSyncedMs', label: 'cold synced ms' },
    { figure: 'coldCompleteMs', label: 'cold complete ms', compared: true },
    { figure: 'saidSyncedEarly', label: 'joins told synced too early', over: 'worst' },
    { figure: 'neverWhole', label: 'joins never whole', over: 'worst' },
    { figure: 'documentKB', label: 'document KB' },
  ],
  variants: ({ operations }) =>
    operations.map((count) => ({
      name: `join ${count}`,
      measure: (target, bench) => measure(target, count, bench),
    })),
};
