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
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
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

  it('[N6] close what a revoked link opened, on both channels of both', async () => {
    const guest = await one.guest(reviewId);
    const boards = [await enter(one, guest), await enter(two, guest)];
    const meetings = [await attend(one, guest), await attend(two, guest)];
    const gone = meetings.map(({ socket }) => new Promise((resolve) => socket.once('disconnect', resolve)));
    const revoked = await two
      .browser(owner.cookie)
      .ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect(revoked.status).toBe(204);
    expect(await Promise.all(gone)).toEqual(['io server disconnect', 'io server disconnect']);
    for (const board of boards) expect(errorOfClose(await board.closed)).toBe('HEARTH_LINK_NOT_VALID');
  });

  it('[N1] [N7] edit one board together, and count it from either', async () => {
    const [mine, theirs] = [await enter(one, owner), await enter(two, await two.guest(reviewId))];
    write(mine.doc, 'Labels are a service');
    await eventually(() => expect(textsOn(theirs.doc)).toEqual(['Labels are a service']));
    write(theirs.doc, 'Printers have queues');
    const both = ['Labels are a service', 'Printers have queues'];
    await eventually(() => expect(textsOn(mine.doc)).toEqual(both));
    await eventually(async () => {
      const { body } = await owner.ask('GET', api.reviews);
      const listed = (body as { reviews: ReviewSummary[] }).reviews.find(({ id }) => id === reviewId);
      expect(listed?.learnings).toBe(2);
    });
  });

  it('[N1] hear of each other by message, long before the database is asked again', async () => {
    const guest = await two.guest(reviewId);
    const [host, theirMeeting] = [await attend(one, owner), await attend(two, guest)];
    const [mine, theirs] = [await enter(one, owner), await enter(two, guest)];
    const tookMs = { meeting: [] as number[], board: [] as number[] };
    for (let round = 1; round <= 9; round += 1) {
      let startedMs = performance.now();
      await host.command(round === 1 ? { kind: 'start' } : { kind: 'extend', minutes: 1 });
      await eventually(() => expect(lastView(theirMeeting).state.version).toBe(round));
      tookMs.meeting.push(performance.now() - startedMs);
      startedMs = performance.now();
      write(mine.doc, `Round ${round}`);
      await eventually(() => expect(textsOn(theirs.doc)).toHaveLength(round));
      tookMs.board.push(performance.now() - startedMs);
    }
    // Each is asked every second: half of the rounds would take half of one. A busy machine slows some rounds, not most.
    for (const times of Object.values(tookMs)) expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(300);
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
    await eventually(() => expect(textsOn(witness.doc)).toEqual(['Saved on one']));
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

  it('[N1] [N2] [N6] go on without Redis, and with it when it is back', async () => {
    const guest = await two.guest(reviewId, 'co-facilitator');
    const [host, co] = [await attend(one, owner), await attend(two, guest)];
    const [mine, theirs] = [await enter(one, owner), await enter(two, guest)];
    await eventually(() => expect(hereFor(co)).toEqual(['Mara', 'Owner']));
    await redis.kill();
    await expect(host.command({ kind: 'start' })).resolves.toEqual({ ok: true, version: 1 });
    await eventually(() => expect(lastView(host).state.version).toBe(1));
    await eventually(() => expect(lastView(co).state.version).toBe(1));
    write(theirs.doc, 'No hint came');
    await eventually(() => expect(textsOn(mine.doc)).toEqual(['No hint came']));
    await owner.ask('POST', api.snapshots, { parameters: { reviewId }, body: { name: 'Halfway' } });
    await eventually(() => expect(co.changed).toContain('snapshots'));
    expect(hereFor(co)).toEqual(['Mara', 'Owner']);
    const revoked = await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect(revoked.status).toBe(204);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LINK_NOT_VALID');
    await redis.start();
    const late = await attend(two, await two.guest(reviewId, 'participant', 'Late'));
    await eventually(() => expect(hereFor(host)).toEqual(['Late', 'Owner']));
    await host.command({ kind: 'next' });
    await eventually(() => expect(lastView(late).state.version).toBe(2));
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
    await eventually(async () => expect(await host.command({ kind: 'start' })).toMatchObject({ ok: true }));
    await eventually(() => expect(lastView(co).state.version).toBe(1));
    const mine = await enter(one, owner);
    await eventually(() => expect(textsOn(mine.doc)).toEqual(['Written meanwhile']));
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
    await eventually(() => expect(hereFor(host)).toEqual(['Owner']));
    await third.stop();
  });
});
