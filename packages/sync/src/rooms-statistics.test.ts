import { expect, test } from 'vitest';
import { statisticsOf } from './rooms-statistics.ts';
import { Table } from './test/table.ts';

test('[L7] rooms, connections and updates are counted, and rooms that can not save', async () => {
  const table = new Table();
  const [ada, ben] = [await table.join('ada'), await table.join('ben', { document: 'board/r2' })];
  ada.text.insert(0, 'A');
  await table.settle(ada, ben);
  expect(table.rooms.statistics()).toEqual({ rooms: 2, peers: 2, uncompactedUpdates: 1, notSavedRooms: 0 });

  table.log.failWith = new Error('gone');
  ben.text.insert(0, 'B');
  await table.settle(ada, ben);
  expect(table.rooms.statistics()).toEqual({ rooms: 2, peers: 2, uncompactedUpdates: 1, notSavedRooms: 1 });
});

test('a connection that is being closed is not counted', () => {
  const keeper = { uncompactedUpdates: 0, notSaved: null };
  expect(statisticsOf([{ peers: [{ closed: true }, { closed: false }], keeper }]).peers).toBe(1);
});

test('[C1] [C3] every frame that ends its connection is told, with its code', async () => {
  const table = new Table({ limits: { maxFrameBytes: 100, framesPerSecond: 0, frameBurst: 0 } });
  table.connect('ada').deliver(new Uint8Array(101));
  table.connect('ben').deliver(new Uint8Array(10));
  await table.settle();
  expect(table.events.map((event) => event.kind === 'refused' && event.code)).toEqual([
    'HEARTH_TOO_LARGE',
    'HEARTH_TOO_MANY_REQUESTS',
  ]);
});
