// A zone that is locked on one server is locked on the other, also where nobody attends the meeting. Rules: SPEC F32 of
// packages/review, W3 and W7 of packages/sync.
import { addCard, openWriter } from '@hearth/board/operations';
import { errorOfClose } from '@hearth/protocol/errors';
import type { CardId } from '@hearth/review/ids';
import { openPostgresStore } from '@hearth/store/postgres/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import { openScaling, withoutRedis } from '../scaling/service.ts';
import { newId } from '../secrets.ts';
import { startHearth, type TestHearth } from '../test/hearth.ts';
import { openBoard, openFacilitation } from '../test/sockets.ts';

const missing = missingPostgres() ?? missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: locked zones on several nodes are not tested: ${missing}\n`);

describe.skipIf(missing !== null)('a locked zone on two nodes', () => {
  let redis: RedisServer;
  let postgres: PostgresServer;
  const nodes: TestHearth[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.create(), RedisServer.create()]);
  }, 60_000);
  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  const twoNodes = async (told: 'by Redis' | 'by the database alone') => {
    const databaseUrl = postgres.url(await postgres.createDatabase());
    const startNode = async (): Promise<TestHearth> => {
      const scaling = told === 'by Redis' ? await openScaling(redis.url, newId()) : withoutRedis;
      const node = await startHearth({
        ownStore: await openPostgresStore({ url: databaseUrl }),
        scaling,
        realTime: true,
      });
      nodes.push(node);
      return node;
    };
    return [await startNode(), await startNode()] as const;
  };

  const addEvent = (doc: Y.Doc, id: string): void => {
    addCard(
      openWriter(doc),
      {
        kind: 'event',
        id: id as CardId,
        text: id,
        at: 1,
        endAt: null,
        precision: 'exact',
        eventKind: 'action',
        lane: '',
        key: false,
      },
      { author: null, nowMs: 0 },
    );
  };

  it.each(['by Redis', 'by the database alone'] as const)(
    '[F32] holds on the node where only a board is open, %s: when it opens, when it is locked, when it is unlocked',
    async (told) => {
      const [one, two] = await twoNodes(told);
      const owner = await one.owner();
      const reviewId = await one.review(owner);
      const host = await openFacilitation(await one.origin(), reviewId, owner);
      const enter = async (name: string) => {
        const guest = await two.guest(reviewId, 'participant', name);
        const board = openBoard(await two.origin(), reviewId, guest);
        await board.synced;
        return board;
      };
      const lock = async (locked: boolean): Promise<void> =>
        expect(await host.command({ kind: 'lock-zone', zone: 'timeline', locked })).toMatchObject({ ok: true });
      await vi.waitFor(() => expect(host.views.length).toBeGreaterThan(0), { timeout: 15_000 });
      await host.command({ kind: 'start' });
      await lock(true);
      const ada = await enter('Ada');
      addEvent(ada.doc, 'event-ada1');
      expect(errorOfClose(await ada.closed)).toBe('HEARTH_LOCKED');
      ada.close();

      const bo = await enter('Bo');
      await lock(false);
      // The other node hears of it, or asks within a second.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      addEvent(bo.doc, 'event-bo01');
      const host2 = openBoard(await one.origin(), reviewId, owner);
      await vi.waitFor(() => expect(host2.doc.getMap('cards').has('event-bo01')).toBe(true), { timeout: 15_000 });
      expect(host2.doc.getMap('cards').has('event-ada1')).toBe(false);

      await lock(true);
      await new Promise((resolve) => setTimeout(resolve, 7_000));
      addEvent(bo.doc, 'event-bo02');
      expect(errorOfClose(await bo.closed)).toBe('HEARTH_LOCKED');
      bo.close();
      addEvent(host2.doc, 'event-own1');
      const cleo = await enter('Cleo');
      await vi.waitFor(() => expect(cleo.doc.getMap('cards').has('event-own1')).toBe(true), { timeout: 15_000 });
      expect(cleo.doc.getMap('cards').has('event-bo02')).toBe(false);
      for (const each of [host.socket, host2, cleo]) each.close();
    },
    40_000,
  );
});
