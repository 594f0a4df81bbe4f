import { errors } from '@hearth/protocol/errors';
import { syncSteps } from '@hearth/protocol/sync';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { acknowledgedFrame, step1Frame } from './frames.ts';
import { squeeze, type Squeezed } from './squeeze.ts';
import { syncFrame } from './test/replica.ts';
import { board, Table } from './test/table.ts';
import { payloadsOf } from './web-socket-message.ts';

const diskFull = Object.assign(new Error('no room'), { reason: 'full' });

describe('the log', () => {
  test('[L1] until its append resolves, an edit is nowhere to be seen', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    table.log.flowing = false;
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    expect(table.log.waiting).toBe(1);
    const late = await table.join('eve');
    const snapshot = new Y.Doc();
    Y.applyUpdate(snapshot, await table.rooms.snapshotState(board));
    expect([ben, late].map(({ text }) => text.toJSON())).toEqual(['', '']);
    expect(snapshot.getText('t').toJSON()).toBe('');
    expect(ada.acknowledged).toBe(0);

    await table.log.release();
    await table.settle(ada, ben, late);
    expect([ben, late].map(({ text }) => text.toJSON())).toEqual(['A', 'A']);
    expect(ada.acknowledged).toBe(1);
  });

  test.each(['before', 'after'] as const)(
    '[L1] a crash %s the append: nothing was said, the edit comes again',
    async (when) => {
      const table = new Table();
      const ada = await table.join('ada');
      table.log.flowing = false;
      ada.text.insert(0, 'A');
      await table.settle(ada);
      await table.crash(when, [ada]);
      expect(await table.storedText()).toBe(when === 'before' ? '' : 'A');
      expect(ada.acknowledged).toBe(0);
      table.log.flowing = true;
      ada.open(table.connect('ada'));
      await table.settle(ada);
      expect(ada.acknowledged).toBe(1);
      expect(await table.storedText()).toBe('A');
    },
  );

  test('[L3] an observer changes nothing, by update or by step 2', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.text.insert(0, 'A');
    const forged = new Y.Doc();
    forged.getText('t').insert(0, 'never');
    for (const step of [syncSteps.update, syncSteps.step2]) {
      const eve = await table.join('eve', { role: 'observer' });
      await table.settle(ada, eve);
      expect(eve.text.toJSON()).toBe('A');
      eve.socket?.deliver(syncFrame(step, Y.encodeStateAsUpdate(forged)));
      await table.settle(ada, eve);
      expect(eve.socket?.closedWith).toBe(errors.HEARTH_OBSERVERS_ONLY_READ.close);
    }
    expect(await table.storedText()).toBe('A');
    expect(ada.text.toJSON()).toBe('A');
  });

  test('[L3] an observer may repeat what it has been given', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.text.insert(0, 'ABC');
    ada.text.delete(1, 1);
    const eve = await table.join('eve', { role: 'observer' });
    await table.settle(ada, eve);
    eve.socket?.deliver(syncFrame(syncSteps.step2, Y.encodeStateAsUpdate(eve.doc)));
    await table.settle(ada, eve);
    expect(eve.socket?.closedWith).toBeNull();
  });

  test('[L4] acknowledgements count frames of the connection, and only those who ask get them', async () => {
    const table = new Table();
    const stock = await table.join('ben', { acknowledge: false });
    stock.text.insert(0, 'B');
    stock.flushToServer();
    await table.settle();
    expect(stock.socket?.toClient).toEqual([]);
    const ada = await table.join('ada');
    for (const letter of 'hello') ada.text.insert(0, letter);
    await table.settle(ada);
    expect(ada.acknowledged).toBe(5);
  });

  test('[L4] what repeats an edit that is not durable yet is not acknowledged before it', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    table.log.flowing = false;
    ada.text.insert(0, 'A');
    const [frame] = ada.toServer;
    await table.settle(ada);
    if (frame) ada.socket?.deliver(frame.bytes);
    await table.clock.settle();
    expect(ada.socket?.toClient).toEqual([]);
    await table.log.release();
    await table.clock.settle();
    expect(ada.socket?.toClient).toEqual([acknowledgedFrame(2), acknowledgedFrame(3)].flatMap(payloadsOf));
  });

  test('[L5] what runs ahead of the handshake is parked, and taken when the rest is there', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.lose();
    ada.text.insert(0, 'A');
    ada.open(table.connect('ada'));
    await table.clock.settle();
    ada.text.insert(1, 'B'); // goes out before the step 2 that brings A
    ada.flushToServer();
    await table.clock.settle();
    expect(await table.storedText()).toBe('');
    await table.settle(ada);
    expect(await table.storedText()).toBe('AB');
    expect(ada.acknowledged).toBe(2);
    expect(ada.socket?.closedWith).toBeNull();
  });

  test('[L5] after the handshake, and beyond the limit, the connection starts afresh', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.text.insert(0, 'lost on the way');
    ada.toServer = [];
    ada.text.insert(0, 'B');
    await table.settle(ada);
    expect(ada.socket?.closedWith).toBe(errors.HEARTH_RESYNC.close);

    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'never sent');
    const ahead: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => ahead.push(update));
    for (let piece = 0; piece < 3; piece += 1) doc.getText('t').insert(0, 'x'.repeat(30_000));
    const socket = table.connect('ben');
    await table.clock.settle();
    const codes = ahead.map((update) => {
      socket.deliver(syncFrame(syncSteps.update, update));
      return socket.closedWith;
    });
    expect(codes).toEqual([null, null, errors.HEARTH_RESYNC.close]);
  });

  test('[L6] all rooms share an append, and one is under way at a time', async () => {
    const table = new Table();
    const people = await Promise.all(['d/1', 'd/2', 'd/3'].map((document) => table.join(document, { document })));
    table.log.batches.length = 0;
    table.log.flowing = false;
    for (const one of people) one.text.insert(0, 'A');
    await table.settle(...people);
    for (const one of people) one.text.insert(0, 'B');
    await table.settle(...people);
    expect(table.log.batches).toEqual([3]);
    await table.log.release();
    await table.settle(...people);
    expect(table.log.batches).toEqual([3, 3]);
    expect(people.map(({ acknowledged }) => acknowledged)).toEqual([1, 1, 1]);
    await table.log.release();
    await table.settle(...people);
    expect(people.map(({ acknowledged }) => acknowledged)).toEqual([2, 2, 2]);
  });

  test('[L6] a document that spoils a commit does not spoil that of others', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada', { document: 'd/1' }), await table.join('ben', { document: 'd/2' })];
    const append = table.log.append.bind(table.log);
    table.log.append = (entries) =>
      entries.some(({ document }) => document === 'd/1') ? Promise.reject(new Error('broken')) : append(entries);
    ada.text.insert(0, 'A');
    ben.text.insert(0, 'B');
    await table.settle(ada, ben);
    expect([ada.acknowledged, ben.acknowledged]).toEqual([0, 1]);
    expect([ada.saving, ben.saving]).toEqual([['HEARTH_UNAVAILABLE'], []]);
  });

  test('[L7] a full disk: told, nothing acknowledged or shown; then everything arrives', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben', { acknowledge: false })];
    table.log.failWith = diskFull;
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    ada.text.insert(1, 'B'); // not even taken
    ben.text.insert(0, 'b');
    await table.settle(ada, ben);
    expect(ada.saving).toEqual(['HEARTH_STORE_FULL']);
    expect([ada.acknowledged, ben.text.toJSON(), await table.storedText()]).toEqual([0, 'b', '']);
    expect(ben.socket?.closedWith).toBeNull();
    await table.clock.pass(2_000); // tries again, in vain
    expect(ada.saving).toEqual(['HEARTH_STORE_FULL']);

    table.log.failWith = null;
    await table.clock.pass(2_000);
    ada.text.insert(2, 'C'); // before it hears that it is asked for B
    ada.flushToServer();
    await table.settle(ada, ben);
    expect(ada.saving).toEqual(['HEARTH_STORE_FULL', '']);
    expect([ada.acknowledged, ada.socket?.closedWith]).toEqual([3, null]);
    expect((await table.storedText()).split('').toSorted()).toEqual(['A', 'B', 'C', 'b']);
    expect(ben.text.toJSON()).toBe(ada.text.toJSON());
  });

  test('[L7] a compaction is tried to make room, and loses nothing of what waits', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    for (const letter of 'before') ada.text.insert(ada.text.length, letter);
    await table.settle(ada);
    table.log.failWith = diskFull;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    const compact = table.log.compact.bind(table.log);
    table.log.compact = (document, compaction) => {
      table.log.failWith = null; // there is room now
      return compact(document, compaction);
    };
    await table.clock.pass(2_000);
    await table.settle(ada);
    expect([await table.storedText(), ada.saving, ada.acknowledged]).toEqual(['Abefore', ['HEARTH_STORE_FULL', ''], 7]);
  });

  test('[L7] what waits behind an append that fails does not overtake it, and is saved after it', async () => {
    const table = new Table();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    table.log.flowing = false;
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    ada.text.insert(1, 'B');
    await table.settle(ada, ben);
    table.log.fail(diskFull);
    table.log.flowing = true;
    await table.settle(ada, ben);
    expect([ben.text.toJSON(), await table.storedText(), ada.acknowledged]).toEqual(['', '', 0]);
    await table.clock.pass(2_000);
    ada.text.insert(2, 'C');
    await table.settle(ada, ben);
    expect([ben.text.toJSON(), await table.storedText(), ada.acknowledged]).toEqual(['ABC', 'ABC', 3]);
    expect(ada.socket?.closedWith).toBeNull();
    expect((await table.log.stored.load(board)).updates).toHaveLength(3);
  });

  test('[L7] who comes while nothing can be saved is told at once', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    table.log.failWith = diskFull;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    const ben = await table.join('ben');
    expect(ben.saving).toEqual(['HEARTH_STORE_FULL']);
  });

  test('[L8] when Yjs can not read the document, it is read again from the log and nobody is disconnected', async () => {
    let poisoned = true;
    const table = new Table({
      limits: { compactBusyAfter: 2 },
      squeeze: (task) => {
        const broken = poisoned && task.kind === 'squeeze';
        if (broken) poisoned = false;
        return Promise.resolve(broken ? { ok: false, detail: 'a tail that Yjs can not read' } : squeeze(task));
      },
    });
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    ada.text.insert(1, 'B');
    await table.settle(ada, ben);
    expect(table.events.map(({ kind }) => kind)).toEqual(['reloading']);
    expect(ben.text.toJSON()).toBe('AB');
    ben.text.insert(2, 'C');
    await table.settle(ada, ben);
    expect([ada.text.toJSON(), ada.acknowledged, ben.acknowledged]).toEqual(['ABC', 2, 1]);
    expect([ada.socket?.closedWith, ben.socket?.closedWith]).toEqual([null, null]);
  });

  test('[L8] what is on its way into the log meanwhile is in the document that is read again', async () => {
    const told = Promise.withResolvers<Squeezed>();
    const table = new Table({
      limits: { compactBusyAfter: 1 },
      squeeze: (task) => (task.kind === 'squeeze' ? told.promise : Promise.resolve(squeeze(task))),
    });
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    ada.text.insert(0, 'A');
    await table.settle(ada, ben);
    table.log.flowing = false;
    ada.text.insert(1, 'B');
    await table.settle(ada, ben);
    told.resolve({ ok: false, detail: 'unreadable' });
    await table.clock.settle();
    expect(table.log.waiting).toBe(1);
    ben.text.insert(0, 'b'); // waits for the document
    ada.text.insert(2, 'C');
    await table.settle(ada, ben);
    table.log.flowing = true;
    await table.log.release();
    await table.settle(ada, ben);
    expect([ada.acknowledged, ben.acknowledged, ada.text.length]).toEqual([3, 1, 4]);
    expect([ben.text.toJSON(), await table.storedText()]).toEqual([ada.text.toJSON(), ada.text.toJSON()]);
  });

  test('[L8] an update that Yjs can not read is left out at the next compaction, and told', async () => {
    const bad = new Uint8Array([1, 1, 7, 0, 5, 1, 1, 116, 1, 123, 0]); // an embed whose JSON is `{`
    const table = new Table({ limits: { compactIdleAfter: 1 } });
    const entry = { document: board, atMs: 0, writers: [] };
    await table.log.stored.append([
      { ...entry, update: bad },
      { ...entry, update: update('A') },
    ]);
    await table.rooms.snapshotState(board);
    await table.clock.pass(30_000);
    expect(table.events).toMatchObject([{ kind: 'update-left-out', seq: 1 }, { kind: 'reloading' }]);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, await table.rooms.snapshotState(board));
    expect(doc.getText('t').toJSON()).toBe('A');
  });

  test('[L8] a damaged update of the log is left out, with what continues it, and told', async () => {
    const table = new Table();
    const entry = { document: board, atMs: 0, writers: [] };
    const ada = await table.join('ada');
    ada.text.insert(0, 'A');
    await table.settle(ada);
    const torn = update('torn').subarray(0, 9);
    await table.log.stored.append([
      { ...entry, update: torn },
      { ...entry, update: update('B') },
    ]);
    await table.crash('before', [ada]);
    const ben = await table.join('ben');
    expect(table.events).toEqual([{ kind: 'update-left-out', document: board, seq: 2 }]);
    expect(ben.text.toJSON().split('').toSorted()).toEqual(['A', 'B']);
  });

  test('[L9] a load error is not an empty document', async () => {
    const table = new Table();
    table.log.loadFailsWith = new Error('unreadable');
    const ada = await table.join('ada');
    expect(ada.socket?.closedWith).toBe(errors.HEARTH_UNAVAILABLE.close);
    await expect(table.rooms.snapshotState(board)).rejects.toThrow('unreadable');
    table.log.loadFailsWith = null;
    const again = await table.join('ada');
    expect(again.socket?.closedWith).toBeNull();
  });

  test('[L10] a reconnect appends nothing that the log has', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.text.insert(0, 'some text to delete');
    ada.text.delete(5, 5);
    await table.settle(ada);
    const before = table.log.batches.length;
    ada.lose();
    ada.open(table.connect('ada'));
    await table.settle(ada);
    ada.socket?.deliver(syncFrame(syncSteps.step2, Y.encodeStateAsUpdate(ada.doc)));
    await table.settle(ada);
    expect(table.log.batches).toHaveLength(before);
    expect(ada.socket?.closedWith).toBeNull();
  });

  test('[L10] of a step 2 with known and new content only the new is appended', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    ada.text.insert(0, 'x'.repeat(1_000));
    ada.text.delete(100, 500);
    await table.settle(ada);
    ada.lose();
    ada.text.insert(0, 'new');
    const socket = table.connect('ada');
    await table.clock.settle();
    socket.deliver(syncFrame(syncSteps.step2, Y.encodeStateAsUpdate(ada.doc)));
    await table.clock.settle();
    const { updates } = await table.log.stored.load(board);
    expect(updates.at(-1)?.update.length).toBeLessThan(40);
    expect(await table.storedText()).toBe(ada.text.toJSON());
  });

  test('[L11] an empty room is compacted and forgotten, and found again', async () => {
    const table = new Table({ limits: { compactIdleAfter: 3 } });
    const ada = await table.join('ada');
    for (const letter of 'hearth') ada.text.insert(ada.text.length, letter);
    await table.settle(ada);
    ada.lose();
    await table.clock.pass(29_000);
    expect(table.log.compactions).toBe(0);
    await table.clock.pass(1_000);
    expect(table.log.compactions).toBe(1);
    expect((await table.log.stored.load(board)).updates).toEqual([]);
    table.log.loadFailsWith = new Error('asked again'); // proof that the memory was given back
    await expect(table.rooms.snapshotState(board)).rejects.toThrow('asked again');
    table.log.loadFailsWith = null;
    const ben = await table.join('ben');
    expect(ben.text.toJSON()).toBe('hearth');
  });

  test('[L13] before its step 2 a connection is sent no edits', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    const early = table.connect('ben');
    await table.clock.settle();
    ada.text.insert(0, 'A');
    await table.settle(ada);
    expect(early.toClient).toEqual(payloadsOf(step1Frame(new Map())));
  });

  test('[L12] the server writes: logged, then shown; refused when it builds on something else', async () => {
    const table = new Table();
    const ada = await table.join('ada');
    table.log.flowing = false;
    const written = table.rooms.applyServerUpdate(board, update('from the server'));
    await table.settle(ada);
    expect(ada.text.toJSON()).toBe('');
    await table.log.release();
    await table.settle(ada);
    expect([await written, ada.text.toJSON()]).toEqual([{ ok: true }, 'from the server']);

    const doc = new Y.Doc();
    doc.getText('t').insert(0, 'elsewhere');
    const vector = Y.encodeStateVector(doc);
    doc.getText('t').insert(3, '!');
    const detached = Y.encodeStateAsUpdate(doc, vector);
    expect(await table.rooms.applyServerUpdate(board, detached)).toMatchObject({ ok: false, code: 'HEARTH_CONFLICT' });

    const failing = table.rooms.applyServerUpdate(board, update('x'));
    await table.settle(ada);
    table.log.fail(diskFull);
    expect(await failing).toMatchObject({ ok: false, code: 'HEARTH_STORE_FULL' });
    table.log.flowing = true;
    ada.text.insert(0, 'A');
    await table.settle(ada);
    expect(await table.storedText()).toBe('Afrom the server');
  });
});

/** An update of a new client that inserts a text. */
const update = (text: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('t').insert(0, text);
  return Y.encodeStateAsUpdate(doc);
};
