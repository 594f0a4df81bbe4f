// Several servers on one PostgreSQL and one Redis, as their people see them. Rules: SPEC N1-N7.
import { addCard, openWriter } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import { errorOfClose } from '@hearth/protocol/errors';
import { api } from '@hearth/protocol/http/api';
import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { openPostgresStore } from '@hearth/store/postgres/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import type { SeatNow } from '../access/service.ts';
import { newId } from '../secrets.ts';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { openBoard, openFacilitation, type Facilitation } from '../test/sockets.ts';
import { openScaling } from './service.ts';

const missing = missingPostgres() ?? missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: several nodes are not tested: ${missing}\n`);

describe.skipIf(missing !== null)('two nodes', () => {
  let redis: RedisServer;
  let postgres: PostgresServer;
  let databaseUrl: string;
  let one: TestHearth;
  let two: TestHearth;
  let owner: Browser;
  let reviewId: ReviewId;
  const open: { close(): void }[] = [];

  const startNode = async (): Promise<TestHearth> =>
    startHearth({
      ownStore: await openPostgresStore({ url: databaseUrl }),
      scaling: await openScaling(redis.url, newId()),
      realTime: true,
    });

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.create(), RedisServer.create()]);
    databaseUrl = postgres.url(await postgres.createDatabase());
    [one, two] = [await startNode(), await startNode()];
    owner = await one.owner();
  }, 60_000);
  afterAll(async () => {
    await Promise.all([one.stop(), two.stop()]);
    await Promise.all([postgres.stop(), redis.stop()]);
  });
  beforeEach(async () => {
    reviewId = await one.review(owner);
  });
  afterEach(() => {
    for (const each of open.splice(0)) each.close();
  });

  const attend = async (node: TestHearth, who: { cookie: string }): Promise<Facilitation> => {
    const facilitation = await openFacilitation(await node.origin(), reviewId, who);
    open.push(facilitation.socket);
    await eventually(() => expect(facilitation.views.length).toBeGreaterThan(0));
    return facilitation;
  };
  const enter = async (node: TestHearth, who: { cookie: string }) => {
    const board = openBoard(await node.origin(), reviewId, who);
    open.push(board);
    await board.synced;
    return board;
  };
  const lastView = ({ views }: Facilitation) => {
    const view = views.at(-1);
    if (!view) throw new Error('nothing was seen yet');
    return view;
  };
  const hereFor = (who: Facilitation): string[] =>
    lastView(who)
      .people.filter(({ here }) => here)
      .map(({ name }) => name)
      .toSorted();
  const within = (ms: number, check: () => void | Promise<void>) => vi.waitFor(check, { timeout: ms, interval: 10 });
  const write = (doc: Y.Doc, text: string): void => {
    const id = `card-${text.replaceAll(/\W/g, '')}` as CardId;
    addCard(openWriter(doc), { kind: 'learning', id, text }, { author: null, nowMs: 0 });
  };
  const textsOn = (doc: Y.Doc): string[] =>
    snapshotOf(doc)
      .cards.map(({ text }) => text)
      .toSorted();

  it('[N3] [N4] hold one meeting: commands on either are seen on both at once, in order', async () => {
    const [host, co] = [await attend(one, owner), await attend(two, await two.guest(reviewId, 'co-facilitator'))];
    await expect(host.command({ kind: 'start' })).resolves.toEqual({ ok: true, version: 1 });
    await eventually(() => expect(lastView(co).state.version).toBe(1));
    const answers = await Promise.all([host.command({ kind: 'next' }, 1), co.command({ kind: 'next' }, 1)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, version: 2 }]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'HEARTH_CONFLICT', reason: 'stale-version' });
    for (let turn = 0; turn < 10; turn += 1) await (turn % 2 ? host : co).command({ kind: 'extend', minutes: 1 });
    for (const who of [host, co]) {
      await eventually(() => expect(lastView(who).state.version).toBe(12));
      const versions = who.views.map(({ state }) => state.version);
      expect(versions).toEqual(versions.toSorted((before, after) => before - after));
    }
  });

  it('[N7] tell both what is worth fetching again', async () => {
    const [host, guest] = [await attend(one, owner), await attend(two, await two.guest(reviewId))];
    await owner.ask('POST', api.snapshots, { parameters: { reviewId }, body: { name: 'Halfway' } });
    for (const who of [host, guest]) await eventually(() => expect(who.changed).toContain('snapshots'));
  });

  it('[N5] know who is here on either', async () => {
    const host = await attend(one, owner);
    const bo = await two.guest(reviewId, 'participant', 'Bo');
    const [onTwo, onOne] = [await attend(two, bo), await attend(one, bo)];
    await eventually(() => expect(hereFor(host)).toEqual(['Bo', 'Owner']));
    await eventually(() => expect(hereFor(onTwo)).toEqual(['Bo', 'Owner']));
    const listed = (await two.browser(owner.cookie).ask('GET', api.reviews)).body as { reviews: ReviewSummary[] };
    expect(listed.reviews.find(({ id }) => id === reviewId)?.inside.toSorted()).toEqual(['Bo', 'Owner']);
    onOne.socket.close();
    await eventually(() => expect(hereFor(host)).toEqual(['Bo', 'Owner']));
    onTwo.socket.close();
    await eventually(() => expect(hereFor(host)).toEqual(['Owner']));
  });

  it('[N6] close by message alone what a revoked link opened, on both channels of both', async () => {
    const guest = await one.guest(reviewId);
    const boards = [await enter(one, guest), await enter(two, guest)];
    const meetings = [await attend(one, guest), await attend(two, guest)];
    const gone = meetings.map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)));
    // As if the database knew nothing of it yet.
    const asked = [one, two].map(({ access }) =>
      vi.spyOn(access, 'openSeats').mockImplementation((inUse) => Promise.resolve(inUse as SeatNow[])),
    );
    const revoked = await two
      .browser(owner.cookie)
      .ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect(revoked.status).toBe(204);
    expect(await Promise.all(gone)).toEqual(['io server disconnect', 'io server disconnect']);
    for (const board of boards) expect(errorOfClose(await board.closed)).toBe('HEARTH_LINK_NOT_VALID');
    for (const each of asked) each.mockRestore();
  });

  it('[N1] [N7] edit one board together, and count it from either', async () => {
    const [mine, theirs] = [await enter(one, owner), await enter(two, await two.guest(reviewId))];
    write(mine.doc, 'Labels are a service');
    await eventually(() => expect(textsOn(theirs.doc)).toEqual(['Labels are a service']));
    write(theirs.doc, 'Printers have queues');
    const both = ['Labels are a service', 'Printers have queues'];
    await eventually(() => expect(textsOn(mine.doc)).toEqual(both));
    await within(4_000, async () => {
      const { body } = await owner.ask('GET', api.reviews);
      const listed = (body as { reviews: ReviewSummary[] }).reviews.find(({ id }) => id === reviewId);
      expect(listed?.learnings).toBe(2);
    });
  });

  it('[N1] [N5] [N7] hear of each other by message, long before anything is asked or said again', async () => {
    const guest = await two.guest(reviewId);
    const [host, theirMeeting] = [await attend(one, owner), await attend(two, guest)];
    const [mine, theirs] = [await enter(one, owner), await enter(two, guest)];
    const visitor = await two.guest(reviewId, 'participant', 'Bo');
    const tookMs: Record<string, number[]> = {};
    const take = async (what: string, act: () => unknown, arrived: () => void): Promise<void> => {
      const startedMs = performance.now();
      await act();
      await eventually(arrived);
      (tookMs[what] ??= []).push(performance.now() - startedMs);
    };
    for (let round = 1; round <= 9; round += 1) {
      await take(
        'meeting',
        () => host.command(round === 1 ? { kind: 'start' } : { kind: 'extend', minutes: 1 }),
        () => expect(lastView(theirMeeting).state.version).toBe(round),
      );
      await take(
        'board',
        () => write(mine.doc, `Round ${round}`),
        () => expect(textsOn(theirs.doc)).toHaveLength(round),
      );
      const told = theirMeeting.changed.length;
      await take(
        'news',
        () => owner.ask('POST', api.snapshots, { parameters: { reviewId }, body: { name: `Round ${round}` } }),
        () => expect(theirMeeting.changed.slice(told)).toContain('snapshots'),
      );
      const bo = await attend(two, visitor);
      await eventually(() => expect(hereFor(host)).toContain('Bo'));
      await take(
        'people',
        () => bo.socket.close(),
        () => expect(hereFor(host)).not.toContain('Bo'),
      );
    }
    // Each is asked, or said again, every second: half of the rounds would take half of one. A busy machine slows some
    // rounds, not most.
    const slow = Object.entries(tookMs).filter(([, times]) => !((times.toSorted((a, b) => a - b)[4] ?? NaN) < 300));
    expect(slow).toEqual([]);
  });

  it('tell how it goes between them', async () => {
    const [mine, theirs] = [await enter(one, owner), await enter(two, owner)];
    write(mine.doc, 'Counted');
    await eventually(() => expect(textsOn(theirs.doc)).toEqual(['Counted']));
    const lines = (await one.app.inject('/metrics')).body.split('\n');
    expect(lines).toContain('hearth_redis_up 1');
    expect(lines.find((line) => line.startsWith('hearth_node_messages_total{fate="sent"}'))).not.toMatch(/ 0$/);
  });

  it('[N7] keep in a snapshot taken on one what was saved on the other just before', async () => {
    const [mine, theirs] = [await enter(one, owner), await enter(two, await two.guest(reviewId))];
    await redis.kill();
    write(mine.doc, 'Saved on one');
    // Seen by somebody else on the same node: so it is in the log.
    const witness = await enter(one, owner);
    await within(2_000, () => expect(textsOn(witness.doc)).toEqual(['Saved on one']));
    const kept = await two
      .browser(owner.cookie)
      .ask('POST', api.snapshots, { parameters: { reviewId }, body: { name: 'Right now' } });
    const snapshot = await two.store.reviews.findSnapshot(reviewId, (kept.body as { id: string }).id);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, snapshot?.state ?? new Uint8Array());
    expect(textsOn(doc)).toEqual(['Saved on one']);
    theirs.close();
    await redis.start();
  });

  it('[N1] [N2] [N6] go on without Redis: each at once, each other within two seconds; and at once when it is back', async () => {
    const guest = await two.guest(reviewId, 'co-facilitator');
    const [host, co] = [await attend(one, owner), await attend(two, guest)];
    const [mine, theirs] = [await enter(one, owner), await enter(two, guest)];
    await eventually(() => expect(hereFor(co)).toEqual(['Mara', 'Owner']));
    await redis.kill();
    await expect(host.command({ kind: 'start' })).resolves.toEqual({ ok: true, version: 1 });
    await within(300, () => expect(lastView(host).state.version).toBe(1));
    await within(2_000, () => expect(lastView(co).state.version).toBe(1));
    write(theirs.doc, 'No hint came');
    await within(2_000, () => expect(textsOn(mine.doc)).toEqual(['No hint came']));
    await owner.ask('POST', api.snapshots, { parameters: { reviewId }, body: { name: 'Halfway' } });
    await within(2_500, () => expect(co.changed).toContain('snapshots'));
    expect(hereFor(co)).toEqual(['Mara', 'Owner']);
    const startedMs = performance.now();
    const revoked = await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect(revoked.status).toBe(204);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LINK_NOT_VALID');
    expect(performance.now() - startedMs).toBeLessThan(3_000);
    await redis.start();
    const late = await attend(two, await two.guest(reviewId, 'participant', 'Late'));
    await within(6_000, () => expect(hereFor(host)).toEqual(['Late', 'Owner']));
    await host.command({ kind: 'next' });
    await within(300, () => expect(lastView(late).state.version).toBe(2));
  });

  it('refuse commands while PostgreSQL is away, keep everybody, and go on when it is back', async () => {
    const guest = await two.guest(reviewId, 'co-facilitator');
    const [host, co] = [await attend(one, owner), await attend(two, guest)];
    const theirs = await enter(two, guest);
    await postgres.kill();
    await expect(host.command({ kind: 'start' })).resolves.toMatchObject({ ok: false, code: 'HEARTH_UNAVAILABLE' });
    write(theirs.doc, 'Written meanwhile');
    // Long enough for every question that is asked each second.
    await new Promise((resolve) => {
      setTimeout(resolve, 2_500);
    });
    expect([host.socket.connected, co.socket.connected, theirs.provider.wsconnected]).toEqual([true, true, true]);
    expect((await one.app.inject('/readyz')).statusCode).toBe(503);
    await postgres.start();
    await within(10_000, async () => expect(await host.command({ kind: 'start' })).toMatchObject({ ok: true }));
    await within(2_000, () => expect(lastView(co).state.version).toBe(1));
    const mine = await enter(one, owner);
    await within(10_000, () => expect(textsOn(mine.doc)).toEqual(['Written meanwhile']));
    const failures = one.logged.filter((line) => line.includes('work in the background failed'));
    expect(failures.length).toBeLessThan(10);
  });

  it('[N5] forget the people of a node that fell silent', async () => {
    const host = await attend(one, owner);
    const dying = await openScaling(redis.url, newId());
    const third = await startHearth({
      ownStore: await openPostgresStore({ url: databaseUrl }),
      scaling: dying,
      realTime: true,
    });
    await attend(third, await third.guest(reviewId, 'participant', 'Eli'));
    await eventually(() => expect(hereFor(host)).toEqual(['Eli', 'Owner']));
    // As by kill -9: nothing of it is heard any more.
    dying.close();
    await within(12_000, () => expect(hereFor(host)).toEqual(['Owner']));
    await third.stop();
  });
});
