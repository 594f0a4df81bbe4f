// Honest people at work while somebody sends nonsense, all at one table.
import { errorOfClose } from '@hearth/protocol/errors';
import { syncSteps } from '@hearth/protocol/sync';
import * as Y from 'yjs';
import { mutatedFrame } from './mutate.ts';
import { outOfOrderIn } from './out-of-order.ts';
import { randomFrom } from './random.ts';
import { recordSession } from './real-session.ts';
import { type Replica, syncFrame } from './replica.ts';
import { board, Table } from './table.ts';

export const framesOfARound = 200;
const longestStallMs = 100;
/** A loaded machine stalls anybody: a frame is to blame that stalls every time. */
const tries = 3;

export interface FuzzOutcome {
  problems: string[];
  refused: number;
  /** Items in the log that replicas may show at different places: then documents need not be equal. */
  outOfOrder: number;
  /** How long the server took over each frame. */
  tookMs: number[];
}

/** Plays a round; again if a frame seemed to take too long. */
export const playFuzzRound = async (seed: number): Promise<FuzzOutcome> => {
  const outcome = await playOnce(seed);
  for (let again = 1; again < tries && outcome.tookMs.some((ms) => ms > longestStallMs); again++) {
    const { tookMs } = await playOnce(seed);
    outcome.tookMs = outcome.tookMs.map((ms, index) => Math.min(ms, tookMs[index] ?? ms));
  }
  for (const [index, ms] of outcome.tookMs.entries())
    if (ms > longestStallMs) outcome.problems.push(`frame ${index} takes ${ms.toFixed(0)} ms`);
  return outcome;
};

const playOnce = async (seed: number): Promise<FuzzOutcome> => {
  const random = randomFrom(seed);
  const outcome: FuzzOutcome = { problems: [], refused: 0, outOfOrder: 0, tookMs: [] };
  const table = new Table();
  const [ada, ben] = [await table.join('ada'), await table.join('ben')];
  ada.text.insert(0, 'before ');
  // Until somebody has written, their client id is anybody's.
  ben.text.insert(0, 'too ');
  await table.settle(ada, ben);
  const malice = { random, others: [ada.doc.clientID, ben.doc.clientID], lying: seed % 2 === 1 };
  const updates = recordSession(random, framesOfARound);
  let honest = 0;
  let socket = table.connect('mallory');
  await table.clock.settle();
  for (let frame = 0; frame < framesOfARound; frame++) {
    if (socket.closedWith !== null) {
      if (errorOfClose(socket.closedWith) === null) outcome.problems.push(`closed with ${socket.closedWith}`);
      outcome.refused += 1;
      socket.terminate();
      socket = table.connect('mallory');
      await table.clock.pass(1_000);
    }
    // Nonsense that builds on something real gets further.
    const next = updates[honest] ?? new Uint8Array();
    const isHonest = random.chance(0.15);
    if (isHonest) honest += 1;
    const bytes = isHonest ? syncFrame(syncSteps.update, next) : mutatedFrame(next, updates, malice);
    const startedMs = performance.now();
    socket.deliver(bytes);
    await table.clock.settle();
    outcome.tookMs.push(performance.now() - startedMs);
    if (frame % 10 === 0) random.pick([ada, ben]).text.insert(0, `${frame} `);
    await table.settle(ada, ben);
  }
  ada.text.insert(0, 'after ');
  await table.settle(ada, ben);
  const { updates: logged } = await table.log.stored.load(board);
  outcome.outOfOrder = outOfOrderIn(logged.map(({ update }) => update));
  outcome.problems.push(...(await problemsAt(table, [ada, ben], outcome.outOfOrder === 0)));
  await table.rooms.close();
  return outcome;
};

/** What has gone wrong for those who did nothing wrong. */
const problemsAt = async (table: Table, people: readonly Replica[], mustBeEqual: boolean): Promise<string[]> => {
  const problems = table.events
    .filter(({ kind }) => kind !== 'refused')
    .map(({ kind }) => `the server reports "${kind}"`);
  const newcomer = await table.join('newcomer');
  const stored = await table.stored();
  const snapshot = new Y.Doc();
  Y.applyUpdate(snapshot, await table.rooms.snapshotState(board));
  for (const [index, { socket, acknowledged, localUpdates }] of [...people, newcomer].entries()) {
    if (socket?.closedWith !== null) problems.push(`person ${index} was closed with ${socket?.closedWith}`);
    if (acknowledged < localUpdates.length) problems.push(`person ${index} was never told that all is saved`);
  }
  for (const doc of [...people.map((person) => person.doc), newcomer.doc, snapshot]) {
    if (doc.store.pendingStructs || doc.store.pendingDs) problems.push('something waits for what never comes');
    if (!doc.getText('t').toJSON().includes('after ')) problems.push('an edit that came later is lost');
    if (!mustBeEqual) continue;
    if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(stored))) problems.push('a document differs from the log');
    if (JSON.stringify(doc.getText('t').toDelta()) !== JSON.stringify(stored.getText('t').toDelta()))
      problems.push('a document reads differently');
  }
  if (stored.store.pendingStructs || stored.store.pendingDs) problems.push('the log has a gap');
  return problems;
};
