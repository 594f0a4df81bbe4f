// Two nodes that serve one board over one log.
import { errors } from '@hearth/protocol/errors';
import { messageTypes, syncSteps } from '@hearth/protocol/sync';
import { awarenessFrame } from './frames.ts';
import { afterEach, describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Limits } from './limits.ts';
import { MemoryUpdateLog } from './memory-update-log.ts';
import { FakeClock } from './test/fake-clock.ts';
import { Hub } from './test/hub.ts';
import { type HandFlushedSocket, type Replica, syncFrame } from './test/replica.ts';
import { SteerableLog } from './test/steerable-log.ts';
import { board, Table } from './test/table.ts';
import { payloadsOf } from './web-socket-message.ts';

const tables: Table[] = [];
afterEach(async () => {
  for (const table of tables.splice(0)) await table.rooms.close();
});

const setUp = ({ limits = {} }: { limits?: Partial<Limits> } = {}) => {
  const hub = new Hub();
  const clock = new FakeClock();
  const stored = new MemoryUpdateLog();
  const held = new Map<string, string>();
  const leases = {
    take: (name: string, holder: string) => {
      if (held.has(name)) return Promise.resolve(held.get(name) === holder);
      held.set(name, holder);
      return Promise.resolve(true);
    },
    release: (name: string) => Promise.resolve(void held.delete(name)),
  };
  const node = () => {
    const nodes = { fanOut: hub.connect(), pollMs: 1_000 };
    const table = new Table({ clock, log: new SteerableLog(stored), nodes, leases, limits });
    tables.push(table);
    return table;
  };
  const [one, two] = [node(), node()];
  /** Moves everything until nothing moves any more. */
  const settle = async (...replicas: Replica[]) => {
    for (let round = 0; round < 4; round += 1) {
      await one.settle(...replicas);
      hub.flush();
    }
    await one.settle(...replicas);
  };
  return { hub, clock, stored, one, two, settle };
};
const texts = (...replicas: Replica[]) => replicas.map(({ text }) => text.toJSON());

describe('several nodes', () => {
  test('[N1] what is written on one is seen on the other', async () => {
    const { one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    ada.text.insert(0, 'A');
    await settle(ada, ben);
    ben.text.insert(1, 'B');
    await settle(ada, ben);
    expect(texts(ada, ben)).toEqual(['AB', 'AB']);
    expect([ada.acknowledged, ben.acknowledged]).toEqual([1, 1]);
    expect(await one.storedText()).toBe('AB');
    expect([...one.events, ...two.events]).toEqual([]);
  });

  test('[N2] a message that is lost is read from the log: by the next one, or by the poll', async () => {
    const { hub, clock, one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, ben);
    hub.losing = false;
    expect(texts(ben)).toEqual(['']);
    ada.text.insert(1, 'B');
    await settle(ada, ben);
    expect(texts(ben)).toEqual(['AB']);
    expect(two.events.map(({ kind }) => kind)).toEqual(['gap']);

    hub.losing = true;
    ada.text.insert(2, 'C');
    await settle(ada, ben);
    expect(texts(ben)).toEqual(['AB']);
    await clock.pass(1_000);
    await settle(ben);
    expect(texts(ben)).toEqual(['ABC']);
  });

  test('[N2] a node that writes before it has heard of others shows and acknowledges nothing out of order', async () => {
    const { hub, one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, ben);
    two.log.loadFailsWith = new Error('can not be read now');
    ben.text.insert(0, 'B');
    await settle(ada, ben);
    expect(ben.acknowledged).toBe(0);
    two.log.loadFailsWith = null;
    await one.clock.pass(1_000);
    await settle(ada, ben);
    expect([ben.acknowledged, ...texts(ben)]).toEqual([1, ada.text.toJSON()]);
    expect(ben.text.length).toBe(2);
  });

  test('[N2] an update that is read from the log before its append has answered is acknowledged all the same', async () => {
    const { one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    const append = one.log.append.bind(one.log);
    const answer = Promise.withResolvers<void>();
    one.log.append = async (entries) => {
      const seqs = await append(entries);
      await answer.promise;
      return seqs;
    };
    ada.text.insert(0, 'A');
    await settle(ada, ben);
    await one.clock.pass(1_000); // both read it from the log
    await settle(ada, ben);
    expect([ada.acknowledged, ...texts(ben)]).toEqual([0, 'A']);
    answer.resolve();
    await settle(ada, ben);
    expect(ada.acknowledged).toBe(1);
    ada.text.insert(1, 'B');
    await settle(ada, ben);
    expect([ada.acknowledged, ...texts(ben)]).toEqual([2, 'AB']);
    expect([...one.events, ...two.events]).toEqual([]);
  });

  test('[N3] who comes over from another node brings nothing as their own that others wrote', async () => {
    const { hub, one, two, settle } = setUp();
    const [ada, ben, carol] = [await one.join('ada'), await one.join('ben'), await two.join('carol')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, ben, carol);
    expect(texts(ben, carol)).toEqual(['A', '']);
    ben.text.insert(1, 'B');
    ben.toServer = []; // the node died before it got this
    ben.open(two.connect('ben'));
    await settle(ben, carol);
    expect([ben.socket?.closedWith, ben.acknowledged, ...texts(carol)]).toEqual([null, 1, 'AB']);
    expect(await one.storedText()).toBe('AB');
  });

  test('[N3] a state that is asked of one node holds what was saved on another, told or not', async () => {
    const { hub, one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, ben);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await two.rooms.snapshotState(board));
    expect(doc.getText('t').toJSON()).toBe('A');
    two.log.loadFailsWith = new Error('can not be read now');
    ada.text.insert(1, 'B');
    await settle(ada, ben);
    await expect(two.rooms.snapshotState(board)).rejects.toThrow('can not be read');
  });

  test('[N1] what the log holds twice is taken once, by every node and every load', async () => {
    const { stored, one, two, settle } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    ada.text.insert(0, 'hello');
    ada.text.delete(1, 2);
    await settle(ada, ben);
    // As if an append had been carried out, and its answer lost.
    const { updates } = await stored.load(board);
    await stored.append(updates.map(({ update }) => ({ document: board, update, atMs: 0, writers: [] })));
    ben.text.insert(3, '!');
    await settle(ada, ben);
    const eve = await two.join('eve');
    expect(texts(ada, ben, eve)).toEqual(['hlo!', 'hlo!', 'hlo!']);
    const late = new Table({ log: new SteerableLog(stored) });
    tables.push(late);
    expect(texts(await late.join('late'))).toEqual(['hlo!']);
    expect(late.events).toEqual([]);
  });

  test('[G5] a client id that another node knows is refused by the log, and only its sender is', async () => {
    const { hub, one, two, settle } = setUp();
    const [ada, ben, eve] = [await one.join('ada'), await two.join('ben'), await two.join('eve')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, ben, eve);
    const forged = new Y.Doc();
    forged.clientID = ada.doc.clientID;
    forged.getText('t').insert(0, 'forged');
    ben.text.insert(0, 'B');
    ben.flushToServer();
    eve.socket?.deliver(syncFrame(syncSteps.update, Y.encodeStateAsUpdate(forged)));
    eve.text.insert(0, 'builds on it');
    eve.flushToServer();
    ben.text.insert(1, 'b');
    ben.flushToServer();
    await settle(ada, ben, eve);
    await one.clock.pass(1_000);
    await settle(ada, ben);
    expect(eve.socket?.closedWith).toBe(errors.HEARTH_FRAME_REFUSED.close);
    expect([ada.socket?.closedWith, ben.socket?.closedWith]).toEqual([null, null]);
    expect([ben.acknowledged, ben.text.toJSON().split('').toSorted()]).toEqual([2, ['A', 'B', 'b']]);
    expect(texts(ada)).toEqual(texts(ben));
    expect((await one.stored()).store.pendingStructs).toBeNull();
  });

  test('[G5] what builds on a refused update does not get into the log after it', async () => {
    const { hub, stored, one, two, settle } = setUp();
    const [ada, eve] = [await one.join('ada'), await two.join('eve')];
    hub.losing = true;
    ada.text.insert(0, 'A');
    await settle(ada, eve);
    const forged = new Y.Doc();
    forged.clientID = ada.doc.clientID;
    two.log.flowing = false;
    for (const word of ['forged', 'and more']) {
      const before = Y.encodeStateVector(forged);
      forged.getText('t').insert(0, word);
      eve.socket?.deliver(syncFrame(syncSteps.update, Y.encodeStateAsUpdate(forged, before)));
      await settle(eve);
    }
    two.log.flowing = true;
    await two.log.release();
    await settle(ada, eve);
    expect(eve.socket?.closedWith).toBe(errors.HEARTH_FRAME_REFUSED.close);
    expect((await stored.load(board)).updates).toHaveLength(1);
    const late = await two.join('late');
    expect(texts(late)).toEqual(['A']);
  });

  test('[N4] one node compacts at a time, and a compaction loses nothing that others append meanwhile', async () => {
    const { one, two, settle } = setUp({ limits: { compactBusyAfter: 5 } });
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    for (let round = 0; round < 20; round += 1) {
      (round % 2 ? ada : ben).text.insert(0, String(round % 10));
      await settle(ada, ben);
    }
    expect(one.log.compactions + two.log.compactions).toBeGreaterThan(1);
    const late = await two.join('late');
    expect(texts(ada, ben, late)).toEqual(Array(3).fill(ada.text.toJSON()));
    expect(ada.text.length).toBe(20);
  });
});

describe('presence over several nodes', () => {
  const say = (socket: HandFlushedSocket | null, client: number, clock: number, state: object | null) =>
    payloadsOf(awarenessFrame([{ client, clock, json: Buffer.from(JSON.stringify(state)) }])).forEach((frame) =>
      socket?.deliver(frame),
    );
  /** What has been shown of who is where since the last look. */
  const seen = (replica: Replica) =>
    (replica.socket?.toClient.splice(0) ?? [])
      .filter((frame) => frame[0] === messageTypes.awareness)
      .map((frame) => Buffer.from(frame).toString())
      .join('');

  test('[P4] people on another node are seen, also by who comes later; a goodbye too', async () => {
    const { hub, one, two } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    say(ada.socket, 1, 1, { cursor: 7 });
    await one.clock.settle();
    hub.flush();
    await one.clock.settle();
    expect(seen(ben)).toContain('"cursor":7');
    const late = two.connect('late');
    await one.clock.settle();
    expect(late.toClient.some((frame) => Buffer.from(frame).includes('"cursor":7'))).toBe(true);
    ada.lose();
    await one.clock.settle();
    hub.flush();
    await one.clock.settle();
    expect(seen(ben)).toContain('null');
  });

  test('[P4] a node that opens the board learns who is there; a node that falls silent takes its people with it', async () => {
    const { hub, clock, one, two } = setUp();
    const ada = await one.join('ada');
    say(ada.socket, 1, 1, { cursor: 7 });
    await clock.settle();
    hub.flush();
    const ben = await two.join('ben');
    hub.flush();
    hub.flush();
    await clock.settle();
    expect(seen(ben)).toContain('"cursor":7');
    hub.losing = true; // the first node is gone, without a word
    for (let passed = 0; passed <= 20_000; passed += 5_000) await clock.pass(5_000);
    expect(seen(ben)).toContain('null');
  });

  test('[P4] who has moved over stays seen, whatever the node that they left says', async () => {
    const { hub, clock, one, two } = setUp();
    const [ada, ben] = [await one.join('ada'), await two.join('ben')];
    say(ada.socket, 1, 4, { cursor: 1 });
    await clock.settle();
    hub.flush();
    await clock.settle();
    const left = ada.socket;
    ada.open(two.connect('ada'));
    await two.settle(ada);
    say(ada.socket, 1, 5, { cursor: 2 });
    await clock.settle();
    left?.hangUp();
    await clock.settle();
    hub.flush();
    await clock.settle();
    hub.flush();
    await clock.settle();
    const last = seen(ben).lastIndexOf('"cursor":2');
    expect(last).toBeGreaterThan(-1);
    expect(two.rooms.statistics().peers).toBe(2);
    const late = await two.join('late');
    expect(late.socket?.closedWith).toBeNull();
  });
});
