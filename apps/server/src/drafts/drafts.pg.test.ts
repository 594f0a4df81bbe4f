// A reveal on two nodes, which both carry it out: each thought once. Rules: SPEC D2, D5, D6.
import { draftColumn } from '@hearth/board/drafts';
import { addCard, openWriter } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { errorOfClose } from '@hearth/protocol/errors';
import { api } from '@hearth/protocol/http/api';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { openPostgresStore } from '@hearth/store/postgres/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openScaling } from '../scaling/service.ts';
import { newId } from '../secrets.ts';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { openBoard, openDocument, openFacilitation, type Facilitation } from '../test/sockets.ts';

const missing = missingPostgres() ?? missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: private writing on two nodes is not tested: ${missing}\n`);

describe.skipIf(missing !== null)('private writing on two nodes', () => {
  let redis: RedisServer;
  let postgres: PostgresServer;
  let one: TestHearth;
  let two: TestHearth;
  let owner: Browser;
  let reviewId: ReviewId;
  const open: (() => void)[] = [];

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.create(), RedisServer.create()]);
    const url = postgres.url(await postgres.createDatabase());
    const start = async (): Promise<TestHearth> =>
      startHearth({
        ownStore: await openPostgresStore({ url }),
        scaling: await openScaling(redis.url, newId()),
        realTime: true,
      });
    [one, two] = [await start(), await start()];
    owner = await one.owner();
    reviewId = await one.review(owner);
  }, 60_000);
  afterAll(async () => {
    for (const close of open) close();
    await Promise.all([one.stop(), two.stop()]);
    await Promise.all([postgres.stop(), redis.stop()]);
  });

  const attend = async (node: TestHearth, who: { cookie: string }): Promise<Facilitation> => {
    const facilitation = await openFacilitation(await node.origin(), reviewId, who);
    open.push(() => facilitation.socket.close());
    await eventually(() => expect(facilitation.views.length).toBeGreaterThan(0));
    return facilitation;
  };

  it('[D5] gives each thought once on both, and leaves no draft behind', async () => {
    const mara = await one.guest(reviewId);
    const [here, there] = [await attend(one, owner), await attend(two, mara)];
    await here.command({ kind: 'start' });
    for (const stageIndex of [1, 2, 3]) {
      await eventually(() => expect(here.views.at(-1)?.state.stageIndex).toBe(stageIndex - 1));
      await here.command({ kind: 'next' }, here.views.at(-1)?.state.version ?? 0);
    }
    await eventually(() => expect(there.views.at(-1)?.state.writing).toMatchObject({ phase: 'private', round: 1 }));
    const { body } = await mara.ask('GET', api.review, { parameters: { reviewId } });
    const id = (body as ReviewDetail).seat.participantId;
    const name = `draft/${reviewId}/${id}/1`;
    const draft = openDocument(await two.origin(), name, mara);
    open.push(draft.close);
    await draft.synced;
    const card = { kind: 'perspective', columnId: draftColumn, facet: 'saw' } as const;
    for (const thought of ['thought-1', 'thought-2'])
      addCard(
        openWriter(draft.doc),
        { ...card, id: thought as CardId, text: thought },
        { author: { id, name: 'Mara' }, nowMs: 0 },
      );
    await eventually(async () => expect((await one.store.updateLog.heads([name])).get(name)).toBe(2));
    there.socket.emit('drafting', { round: 1, thoughts: 2, inProgress: 0 });
    await eventually(() => expect(here.views.at(-1)?.drafts).toMatchObject({ writers: 1, thoughts: 2 }));

    await here.command({ kind: 'reveal' });
    expect(errorOfClose(await draft.closed)).toBe('HEARTH_NOT_FOUND');
    for (const facilitation of [here, there])
      await eventually(() => expect(facilitation.views.at(-1)?.state.writing).toEqual({ phase: 'open', round: 1 }));
    for (const node of [one, two]) {
      const board = openBoard(await node.origin(), reviewId, node === one ? owner : mara);
      open.push(board.close);
      await board.synced;
      await eventually(() =>
        expect(snapshotOf(board.doc).cards.map(({ id: cardId }) => cardId)).toEqual(['thought-1', 'thought-2']),
      );
    }
    await expect(one.store.updateLog.heads([name])).resolves.toEqual(new Map());
  });
});
