import { errors } from '@hearth/protocol/errors';
import { syncSteps } from '@hearth/protocol/sync';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { MemoryUpdateLog } from './memory-update-log.ts';
import { FakeClock } from './test/fake-clock.ts';
import { Hub } from './test/hub.ts';
import { Replica, syncFrame } from './test/replica.ts';
import { SteerableLog } from './test/steerable-log.ts';
import { board, Table } from './test/table.ts';
import type { Ward } from './ward.ts';

/** Lets nobody but a facilitator change the words of a root. */
class RootWard implements Ward {
  asked = 0;
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  exempt({ role }: { role: string }): boolean {
    return role === 'facilitator';
  }

  refuses(doc: Y.Doc, update: Uint8Array): boolean {
    this.asked += 1;
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    const before = copy.getText(this.#root).toJSON();
    Y.applyUpdate(copy, update);
    // It can be told only by a document that holds everything before it.
    if (copy.store.pendingStructs) throw new Error('something before it is missing');
    return copy.getText(this.#root).toJSON() !== before;
  }
}

const setUp = (first: Ward | null = null) => {
  const set: { ward: Ward | null; asks: string[] } = { ward: first, asks: [] };
  const table = new Table({
    ward: (document) => {
      set.asks.push(document);
      return document === board ? set.ward : null;
    },
  });
  const put = (ward: Ward | null): void => {
    set.ward = ward;
    table.rooms.wardChanged(board);
  };
  return { table, set, put };
};

const graceMs = 5_000;
const locked = errors.HEARTH_LOCKED.close;
const of = ({ doc }: Replica, root: string): Y.Text => doc.getText(root);

/** A room with words at `t`, which nobody but a facilitator may change since a while. */
const guarded = async () => {
  const made = setUp();
  const { table, put } = made;
  const [ada, ben] = [await table.join('ada'), await table.join('ben')];
  of(ada, 't').insert(0, 'A');
  of(ada, 'free').insert(0, 'F');
  await table.settle(ada, ben);
  const ward = new RootWard('t');
  put(ward);
  await table.clock.pass(graceMs);
  return { ...made, ada, ben, ward };
};

describe('a ward', () => {
  test('[W1] what it refuses closes its sender for good, and reaches nobody and nothing', async () => {
    const { table, ada, ben } = await guarded();
    of(ben, 't').insert(0, 'B');
    await table.settle(ada, ben);
    expect(ben.socket?.closedWith).toBe(locked);
    expect(ada.socket?.closedWith).toBeNull();
    expect([await table.storedText(), of(ada, 't').toJSON()]).toEqual(['A', 'A']);
    expect(table.events).toMatchObject([{ kind: 'refused', code: 'HEARTH_LOCKED' }]);
    // What builds on it has nothing to build on: the ward's own document does not hold it either.
    of(ben, 'free').insert(1, 'x');
    const again = new Replica();
    again.open(table.connect('ben'));
    await table.settle(again);
    expect(of(again, 't').toJSON()).toBe('A');
    of(again, 'free').insert(1, 'B');
    await table.settle(ada, again);
    expect([of(ada, 'free').toJSON(), again.acknowledged]).toEqual(['FB', 1]);
  });

  test('[W1] what it does not refuse is taken, of everybody; it judges deletes as well', async () => {
    const { table, ada, ben } = await guarded();
    of(ben, 'free').insert(1, 'B');
    of(ben, 'free').delete(0, 1);
    await table.settle(ada, ben);
    expect(of(ada, 'free').toJSON()).toBe('B');
    of(ben, 't').delete(0, 1);
    await table.settle(ada, ben);
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
  });

  test('[W1] [G8] what it refuses, however often it is sent, counts for nothing in what may stand in one place', async () => {
    const { table, ada } = await guarded();
    const known = Y.encodeStateVector(ada.doc);
    const away = new Y.Doc();
    Y.applyUpdate(away, Y.encodeStateAsUpdate(ada.doc));
    away.transact(() => {
      away.getText('free').insert(0, 'x');
      away.getText('t').insert(0, 'never');
    });
    const update = syncFrame(syncSteps.update, Y.encodeStateAsUpdate(away, known));
    // Of one place 64 are taken.
    for (let attempt = 0; attempt < 70; attempt += 1) {
      const socket = table.connect('ada');
      await table.clock.settle();
      socket.deliver(update);
      await table.clock.settle();
      expect(socket.closedWith).toBe(locked);
      socket.hangUp();
    }
  });

  test('[W2] whoever is exempt writes all the same, and others may build on it', async () => {
    const { table, ada, ward } = await guarded();
    const fay = await table.join('fay', { role: 'facilitator' });
    const asked = ward.asked;
    of(fay, 't').insert(1, 'F');
    await table.settle(ada, fay);
    expect([await table.storedText(), ward.asked]).toEqual(['AF', asked]);
    of(ada, 't').insert(2, 'x');
    await table.settle(ada, fay);
    expect([ada.socket?.closedWith, await table.storedText()]).toEqual([locked, 'AF']);
  });

  test('[W3] for five seconds after it came, what it refuses is taken; not a moment longer', async () => {
    const { table, ada, ben, put } = await guarded();
    put(new RootWard('free'));
    await table.clock.pass(graceMs - 1);
    of(ada, 'free').insert(0, 'in time ');
    await table.settle(ada, ben);
    expect(of(ben, 'free').toJSON()).toBe('in time F');
    await table.clock.pass(1);
    of(ada, 'free').insert(0, 'late ');
    await table.settle(ada, ben);
    expect(ada.socket?.closedWith).toBe(locked);
    expect(of(ben, 'free').toJSON()).toBe('in time F');
  });

  test('[W3] what the one before refused as well has no such time', async () => {
    const { table, ben, put } = await guarded();
    put(new RootWard('t'));
    of(ben, 't').insert(0, 'B');
    await table.settle(ben);
    expect(ben.socket?.closedWith).toBe(locked);
  });

  test('[W3] gone and come back, it gives time again; gone, it refuses nothing from that moment on', async () => {
    const { table, ada, ben, put } = await guarded();
    put(null);
    of(ben, 't').insert(0, 'B');
    await table.settle(ada, ben);
    put(new RootWard('t'));
    of(ben, 't').insert(0, 'C');
    await table.settle(ada, ben);
    expect(await table.storedText()).toBe('CBA');
    await table.clock.pass(graceMs);
    of(ben, 't').insert(0, 'D');
    await table.settle(ada, ben);
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'CBA']);
  });

  test('[W3] one that is there when a document is opened holds at once', async () => {
    const { table } = setUp(new RootWard('t'));
    const ada = await table.join('ada');
    of(ada, 't').insert(0, 'A');
    await table.settle(ada);
    expect([ada.socket?.closedWith, await table.storedText()]).toEqual([locked, '']);
  });

  test('[W4] what was written while away is judged like everything else', async () => {
    const { table, ben } = await guarded();
    ben.lose();
    of(ben, 't').insert(0, 'offline ');
    ben.open(table.connect('ben'));
    await table.settle(ben);
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
  });

  test('[W4] so is what ran ahead of the handshake', async () => {
    const { table, ben } = await guarded();
    ben.lose();
    of(ben, 'free').insert(0, 'x');
    ben.open(table.connect('ben'));
    await table.clock.settle();
    of(ben, 't').insert(0, 'y');
    const [x, y] = ben.localUpdates;
    ben.socket?.deliver(syncFrame(syncSteps.update, y ?? new Uint8Array()));
    await table.clock.settle();
    expect(ben.socket?.closedWith).toBeNull();
    ben.socket?.deliver(syncFrame(syncSteps.step2, x ?? new Uint8Array()));
    await table.clock.settle();
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
  });

  test('[W5] what stands beside something that is still on its way into the log is judged by it', async () => {
    const { table, ada, ben } = await guarded();
    const fay = await table.join('fay', { role: 'facilitator' });
    table.log.flowing = false;
    of(fay, 't').insert(1, 'F');
    const [update] = fay.localUpdates;
    await table.settle(fay);
    expect(table.log.waiting).toBe(1);
    // Seen over somebody's shoulder: the place is known through nothing but that letter.
    Y.applyUpdate(ben.doc, update ?? new Uint8Array(), ben);
    of(ben, 't').insert(2, 'B');
    await table.settle(ben);
    expect(ben.socket?.closedWith).toBe(locked);
    await table.log.release();
    await table.settle(ada, fay);
    expect(await table.storedText()).toBe('AF');
  });

  test('[W5] one that comes while an edit is on its way judges with it, or not yet', async () => {
    const { table, put } = setUp();
    const [ada, ben] = [await table.join('ada'), await table.join('ben')];
    table.log.flowing = false;
    of(ada, 't').insert(0, 'A');
    await table.settle(ada);
    put(new RootWard('t'));
    await table.clock.pass(graceMs);
    of(ben, 't').insert(0, 'B');
    await table.settle(ben);
    expect(ben.socket?.closedWith).toBe(errors.HEARTH_RESYNC.close);
    await table.log.release();
    await table.settle(ada);
    ben.open(table.connect('ben'));
    await table.settle(ben);
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
    of(ada, 'free').insert(0, 'F');
    table.log.flowing = true;
    await table.settle(ada);
    expect(ada.acknowledged).toBe(2);
  });

  test('[W6] a document that is read again is judged again', async () => {
    const { table, ada, ben } = await guarded();
    // A client id of somebody else's, as the log finds out: the room is read again.
    await table.log.stored.append([
      {
        document: board,
        update: new Uint8Array([0, 0]),
        writers: [{ client: ben.doc.clientID, writer: 'stranger' }],
        atMs: 0,
      },
    ]);
    of(ben, 'free').insert(0, 'x');
    await table.settle(ada, ben);
    expect(table.events.map(({ kind }) => kind)).toContain('reloading');
    const cleo = await table.join('cleo');
    of(cleo, 't').insert(0, 'C');
    await table.settle(ada, cleo);
    expect([cleo.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
    of(ada, 'free').insert(0, 'y');
    await table.settle(ada);
    expect(ada.socket?.closedWith).toBeNull();
  });

  test('[W6] what the server wrote and could not save is not believed', async () => {
    const { table, ada, ben } = await guarded();
    const server = new Y.Doc();
    Y.applyUpdate(server, await table.rooms.snapshotState(board));
    const known = Y.encodeStateVector(server);
    server.getText('t').delete(0, 1);
    table.log.failWith = new Error('away');
    const applied = table.rooms.applyServerUpdate(board, Y.encodeStateAsUpdate(server, known));
    await table.clock.settle();
    expect(await applied).toMatchObject({ ok: false });
    table.log.failWith = null;
    // Believed, there would be nothing left to take away.
    of(ben, 't').delete(0, 1);
    await table.settle(ada, ben);
    expect([ben.socket?.closedWith, await table.storedText()]).toEqual([locked, 'A']);
  });

  test('[W7] on several nodes each judges by what all have written', async () => {
    const [hub, clock, stored] = [new Hub(), new FakeClock(), new MemoryUpdateLog()];
    const ward = new RootWard('t');
    const node = () =>
      new Table({
        clock,
        log: new SteerableLog(stored),
        nodes: { fanOut: hub.connect(), pollMs: 1_000 },
        ward: () => ward,
      });
    const [one, two] = [node(), node()];
    const settle = async (...replicas: Replica[]) => {
      for (let round = 0; round < 4; round += 1) {
        await one.settle(...replicas);
        hub.flush();
      }
      await one.settle(...replicas);
    };
    const [fay, ben] = [await one.join('fay', { role: 'facilitator' }), await two.join('ben')];
    of(fay, 't').insert(0, 'words');
    of(fay, 'free').insert(0, 'F');
    await settle(fay, ben);
    of(ben, 'free').insert(0, 'B');
    await settle(fay, ben);
    expect(of(fay, 'free').toJSON()).toBe('BF');
    of(ben, 't').insert(3, 'x');
    await settle(fay, ben);
    expect(ben.socket?.closedWith).toBe(locked);
    expect(await one.storedText()).toBe('words');
    await Promise.all([one.rooms.close(), two.rooms.close()]);
  });

  test('[W8] a document that has none pays nothing for it', async () => {
    const { table, set, put, ward, ada, ben } = await guarded();
    const built: Y.Doc[] = [];
    const counting: Ward = {
      exempt: () => false,
      refuses: (doc) => {
        built.push(doc);
        return false;
      },
    };
    put(null);
    await table.clock.pass(graceMs);
    const asked = ward.asked;
    of(ada, 'free').insert(0, 'x');
    await table.settle(ada, ben);
    expect(ward.asked).toBe(asked);
    put(counting);
    await table.clock.pass(graceMs);
    of(ada, 'free').insert(0, 'y');
    of(ada, 'free').insert(0, 'z');
    await table.settle(ada, ben);
    // One document for as long as it is there, and a new one: the old one was let go.
    expect(new Set(built).size).toBe(1);
    expect(built[0]?.getText('free').toJSON()).toBe('zyxF');
    const asks = set.asks.length;
    const eve = await table.join('eve', { document: 'board/r2' });
    of(eve, 't').insert(0, 'E');
    await table.settle(eve);
    expect(eve.acknowledged).toBe(1);
    expect(set.asks.slice(asks)).toEqual(['board/r2']);
    table.rooms.wardChanged('board/nobody');
    expect(set.asks.length).toBe(asks + 1);
  });
});
