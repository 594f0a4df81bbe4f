import { errors } from '@hearth/protocol/errors';
import { syncSteps } from '@hearth/protocol/sync';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { syncFrame } from './test/replica.ts';
import { board, Table } from './test/table.ts';

describe('connections', () => {
  test('[C1] too large, text, unknown: refused for good', async () => {
    const table = new Table();
    const code = async (frame: Uint8Array, isBinary = true) => {
      const socket = table.connect('ada');
      await table.clock.settle();
      socket.deliver(frame, isBinary);
      return socket.closedWith;
    };
    expect(await code(new Uint8Array(1024 * 1024 + 1))).toBe(errors.HEARTH_TOO_LARGE.close);
    expect(await code(new Uint8Array([0, 0, 1, 0]), false)).toBe(errors.HEARTH_FRAME_REFUSED.close);
    expect(await code(new Uint8Array([9, 1, 2]))).toBe(errors.HEARTH_FRAME_REFUSED.close);
    expect(await code(new Uint8Array([0, 2, 200, 1, 0]))).toBe(errors.HEARTH_FRAME_REFUSED.close);
  });

  test('[C2] who does not read costs two megabytes at most, then gets in one piece what it has missed', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    ada.text.insert(0, 'before ');
    await table.settle(ada, ben);
    const socket = ben.socket!;
    socket.bufferedAmount = 2 * 1024 * 1024;
    for (const letter of 'missed') ada.text.insert(ada.text.length, letter);
    ada.text.delete(0, 2);
    await table.settle(ada);
    expect([socket.toClient, socket.closedWith, ada.acknowledged]).toEqual([[], null, 8]);
    socket.drain();
    expect(socket.toClient).toHaveLength(1);
    await table.settle(ben);
    expect(ben.text.toJSON()).toBe(ada.text.toJSON());
    ada.text.insert(0, 'after ');
    await table.settle(ada, ben);
    expect(ben.text.toJSON()).toBe(ada.text.toJSON());
  });

  test('[C2] who does not read for a minute starts afresh, and so does who asks and does not read', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    const eve = table.connect('eve');
    await table.clock.settle();
    for (const socket of [ben.socket!, eve]) socket.bufferedAmount = 3 * 1024 * 1024;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    eve.deliver(syncFrame(syncSteps.step1, new Uint8Array([0])));
    expect([ben.socket?.closedWith, eve.closedWith]).toEqual([null, errors.HEARTH_RESYNC.close]);
    await table.clock.pass(60_000);
    expect([ben.socket?.closedWith, ada.socket?.closedWith]).toEqual([errors.HEARTH_RESYNC.close, null]);
  });

  test('[C3] a flood ends the connection that sends it', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    const step1 = syncFrame(syncSteps.step1, new Uint8Array([0]));
    for (let sent = 0; sent < 100; sent += 1) ada.socket?.deliver(step1);
    expect(ada.socket?.closedWith).toBe(errors.HEARTH_TOO_MANY_REQUESTS.close);
  });

  test('[C4] a revoked link: told, and hung up within a second', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    const ended = table.rooms.disconnect(({ participantId }) => participantId === 'ben', 'HEARTH_LINK_NOT_VALID');
    expect([ended, ada.socket?.closedWith, ben.socket?.closedWith]).toEqual([1, null, 4410]);
    expect(table.rooms.statistics().peers).toBe(1);
    expect(table.rooms.isEmpty(board)).toBe(false);
    await table.clock.pass(1_000);
    expect([ada.socket?.terminated, ben.socket?.terminated]).toEqual([false, true]);
  });

  test('[C5] closing saves and acknowledges what was taken', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    table.log.flowing = false;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    const closing = table.rooms.close();
    ada.socket?.deliver(syncFrame(syncSteps.update, update('too late')));
    await table.log.release();
    await closing;
    ada.flushToClient();
    expect([ada.acknowledged, ada.socket?.closedWith]).toEqual([1, errors.HEARTH_GOING_AWAY.close]);
    expect(await table.storedText()).toBe('A');
    expect(table.connect('ben').closedWith).toBe(errors.HEARTH_GOING_AWAY.close);
  });
});

/** An update of a new client that inserts a text. */
const update = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};
