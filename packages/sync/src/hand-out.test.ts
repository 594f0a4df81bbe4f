// When things are sent: at once where it is quiet, together where it is busy.
import { messageTypes } from '@hearth/protocol/sync';
import { describe, expect, test } from 'vitest';
import { acknowledgedFrame } from './frames.ts';
import type { Replica } from './test/replica.ts';
import { Table } from './test/table.ts';
import { payloadsOf } from './web-socket-message.ts';

const joinMany = async (table: Table, count: number): Promise<Replica[]> => {
  const people: Replica[] = [];
  for (let index = 0; index < count; index += 1) people.push(await table.join(`person ${index}`));
  await table.settle(...people);
  return people;
};
const edits = (replica: Replica | undefined): number =>
  (replica?.socket?.toClient ?? []).filter((frame) => frame[0] === messageTypes.sync).length;

describe('handing out', () => {
  test('[L14] what becomes durable together goes out as one message', async () => {
    const table = new Table();
    const [ada, ben, eve] = [await table.join('ada'), await table.join('ben'), await table.join('eve')];
    table.log.flowing = false;
    ada.text.insert(0, 'first');
    await table.settle(ada);
    for (const letter of 'abc') ada.text.insert(0, letter);
    ben.text.insert(0, 'd');
    for (const each of [ada, ben]) each.flushToServer();
    await table.log.release();
    await table.clock.settle();
    await table.log.release();
    await table.clock.settle();
    expect(edits(eve)).toBe(2);
    await table.settle(ada, ben, eve);
    expect(eve.text.toJSON()).toBe(ada.text.toJSON());
  });

  test('[L14] a large room that is quiet commits at once, a busy one a little later and together', async () => {
    const table = new Table({ limits: { paceFrom: 2, paceMsEach: 2 } });
    const people = await joinMany(table, 5);
    const [ada, ben] = people;
    const write = async (text: string) => {
      ada?.text.insert(0, text);
      ada?.flushToServer();
      await table.clock.settle();
    };
    await table.clock.pass(1_000);
    table.log.batches.length = 0;
    await write('at once');
    expect(edits(ben)).toBe(1);
    await write('later');
    await write('together');
    expect([edits(ben), table.log.batches]).toEqual([1, [1]]);
    await table.clock.pass(6);
    expect([edits(ben), table.log.batches]).toEqual([2, [1, 2]]);
    await write('at the end');
    const closing = table.rooms.close();
    await table.clock.settle();
    await closing;
    expect((await table.stored()).getText('t').toJSON()).toContain('at the end');
    await table.settle(...people);
    expect(new Set(people.map(({ text }) => text.toJSON())).size).toBe(1);
  });

  test('[L6] the log works on the next batch while the last one is handed out', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    table.log.flowing = false;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    ada.text.insert(0, 'B');
    await table.settle(ada);
    let waitingAtHandOut = -1;
    const socket = ben.socket!;
    const write = socket.write.bind(socket);
    socket.write = (messages) => {
      waitingAtHandOut = table.log.waiting;
      write(messages);
    };
    await table.log.release();
    await table.clock.settle();
    expect(waitingAtHandOut).toBe(1);
  });

  test('[L4] an acknowledgement rides on the next message, or comes within its time', async () => {
    const table = new Table({ limits: { acknowledgeWithinMs: 100, acknowledgeEveryMs: 50 } });
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    await table.clock.pass(100);
    await table.settle(ada, ben);
    const counted = ada.acknowledged;
    ada.text.insert(0, 'A');
    ada.flushToServer();
    await table.clock.settle();
    expect(ada.socket?.toClient).toEqual([]);
    ben.text.insert(0, 'B');
    ben.flushToServer();
    await table.clock.settle();
    expect(ada.socket?.toClient).toHaveLength(2);
    ada.flushToClient();
    expect(ada.acknowledged).toBe(counted + 1);
    expect(ben.socket?.toClient).toHaveLength(1);
    await table.clock.pass(100);
    expect(ben.socket?.toClient.slice(1)).toEqual(payloadsOf(acknowledgedFrame(2)));
  });

  test('[L4] who is alone is told at once', async () => {
    const table = new Table({ limits: { acknowledgeWithinMs: 100 } });
    const ada = await table.join('ada');
    ada.text.insert(0, 'A');
    await table.settle(ada);
    expect(ada.acknowledged).toBe(1);
  });

  test('[C6] a document that has grown beyond its limit takes no more', async () => {
    const table = new Table({ limits: { documentBytes: 1_000 } });
    const ada = await table.join('ada');
    ada.text.insert(0, 'x'.repeat(1_001));
    await table.settle(ada);
    expect(ada.acknowledged).toBe(1);
    ada.text.insert(0, 'more');
    await table.settle(ada);
    expect(ada.socket?.closedWith).toBe(4413);
    expect(await table.storedText()).toHaveLength(1_001);
  });
});
