// One meeting held by two servers: the same person on both, dots from both at once. Rules: SPEC F22–F28 of packages/review.
import type { CardId, ParticipantId, ReviewId } from '@hearth/review/ids';
import { openPostgresStore } from '@hearth/store/postgres/open';
import { missingPostgres, PostgresServer } from '@hearth/store/test/postgres-server';
import { missingRedis, RedisServer } from '@hearth/store/test/redis-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openScaling } from '../scaling/service.ts';
import { newId } from '../secrets.ts';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { openFacilitation, type Facilitation } from '../test/sockets.ts';

const missing = missingPostgres() ?? missingRedis();
if (missing !== null) process.stderr.write(`SKIPPED: votes on several nodes are not tested: ${missing}\n`);

describe.skipIf(missing !== null)('a meeting on two nodes', () => {
  let redis: RedisServer;
  let postgres: PostgresServer;
  let one: TestHearth;
  let two: TestHearth;
  let owner: Browser;
  let reviewId: ReviewId;
  const open: Facilitation[] = [];
  const card = 'factor-0001' as CardId;

  beforeAll(async () => {
    [postgres, redis] = await Promise.all([PostgresServer.create(), RedisServer.create()]);
    const databaseUrl = postgres.url(await postgres.createDatabase());
    const startNode = async (): Promise<TestHearth> =>
      startHearth({
        ownStore: await openPostgresStore({ url: databaseUrl }),
        scaling: await openScaling(redis.url, newId()),
        realTime: true,
      });
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
    for (const { socket } of open.splice(0)) socket.close();
  });

  const attend = async (node: TestHearth, who: { cookie: string }): Promise<Facilitation> => {
    const facilitation = await openFacilitation(await node.origin(), reviewId, who);
    open.push(facilitation);
    await eventually(() => expect(facilitation.views.length).toBeGreaterThan(0));
    return facilitation;
  };
  const stateFor = ({ views }: Facilitation) => {
    const view = views.at(-1);
    if (!view) throw new Error('nothing was seen yet');
    return view.state;
  };
  const idOf = ({ views }: Facilitation, wanted: string): ParticipantId =>
    views.at(-1)?.people.find(({ name }) => name === wanted)?.participantId ?? ('' as ParticipantId);
  const voteOpenedBy = async (host: Facilitation): Promise<number> => {
    await host.command({ kind: 'start' });
    await host.command({ kind: 'open-vote', on: 'factors', dots: 10, anonymous: true });
    await eventually(() => expect(stateFor(host).vote).toBeDefined());
    return stateFor(host).vote?.id ?? -1;
  };

  it('[F26] somebody’s dots follow them to their browser on the other node, and to nobody else', async () => {
    const mara = await two.guest(reviewId, 'participant', 'Mara');
    const [host, onOne, onTwo] = [await attend(one, owner), await attend(one, mara), await attend(two, mara)];
    const voteId = await voteOpenedBy(host);
    await onTwo.command({ kind: 'vote', voteId, cardId: card, dots: 3 });
    await onOne.command({ kind: 'vote', voteId, cardId: card, dots: 4 });
    const last = { voteId, dots: { [card]: 4 } };
    for (const mine of [onOne, onTwo]) await eventually(() => expect(mine.ballots.at(-1)).toEqual(last));
    expect(onTwo.ballots).toContainEqual({ voteId, dots: { [card]: 3 } });
    expect(host.ballots.every(({ dots }) => Object.keys(dots).length === 0)).toBe(true);
    expect(JSON.stringify([host.views, onOne.views, onTwo.views])).not.toContain(card);
    await host.command({ kind: 'close-vote', voteId });
    for (const who of [onOne, onTwo])
      await eventually(() => expect(stateFor(who).results?.[0]?.tallies).toEqual([{ cardId: card, dots: 4 }]));
  });

  it('[F25] dots given on both at once are all counted', async () => {
    const host = await attend(one, owner);
    const guests = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        const node = index % 2 === 0 ? one : two;
        return attend(node, await node.guest(reviewId, 'participant', `Guest ${index}`));
      }),
    );
    const voteId = await voteOpenedBy(host);
    const answers = await Promise.all(
      guests.flatMap((guest) =>
        [1, 2, 3].map((number) =>
          guest.command({ kind: 'vote', voteId, cardId: `factor-000${number}` as CardId, dots: number }),
        ),
      ),
    );
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    await host.command({ kind: 'close-vote', voteId });
    await eventually(() =>
      expect(stateFor(host).results?.[0]).toMatchObject({
        voters: 8,
        tallies: [{ dots: 24 }, { dots: 16 }, { dots: 8 }],
      }),
    );
  });

  it('a reaction reaches everybody on either, once', async () => {
    const [host, mara] = [
      await attend(one, owner),
      await attend(two, await two.guest(reviewId, 'participant', 'Mara')),
    ];
    mara.socket.emit('react', { reaction: 'celebrate' });
    await eventually(() => expect(host.reactions).toHaveLength(1));
    host.socket.emit('react', { reaction: 'agree' });
    await eventually(() => expect(mara.reactions).toHaveLength(2));
    const shown = [
      { participantId: idOf(mara, 'Mara'), reaction: 'celebrate' },
      { participantId: idOf(mara, 'Owner'), reaction: 'agree' },
    ];
    expect([host.reactions, mara.reactions]).toEqual([shown, shown]);
  });

  it('[F22] [F28] who is on the other node is here', async () => {
    const guest = await two.guest(reviewId, 'co-facilitator', 'Co');
    const [host, co] = [await attend(one, owner), await attend(two, guest)];
    await eventually(() => expect(host.views.at(-1)?.people.every(({ here }) => here)).toBe(true));
    await host.command({ kind: 'start' });
    await expect(co.command({ kind: 'take-lead' })).resolves.toMatchObject({ reason: 'lead-not-asked' });
    await co.command({ kind: 'decide', id: 'decision-0001', text: 'The alarm stays.' });
    await eventually(() => expect(stateFor(host).decisions).toHaveLength(1));
    const present = stateFor(host).decisions?.[0]?.present ?? [];
    expect(new Set(present)).toEqual(new Set([idOf(host, 'Owner'), idOf(host, 'Co')]));
    host.socket.close();
    await eventually(() => expect(co.views.at(-1)?.people.find(({ name }) => name === 'Owner')?.here).toBe(false));
    // They may only be reloading.
    await expect(co.command({ kind: 'take-lead' })).resolves.toMatchObject({ reason: 'lead-not-asked' });
    await eventually(async () => expect(await co.command({ kind: 'take-lead' })).toMatchObject({ ok: true }));
  });

  it('[F24] two who end a turn on two nodes at once skip nobody', async () => {
    const guests = [await two.guest(reviewId, 'participant', 'Mara'), await two.guest(reviewId, 'participant', 'Bo')];
    const [host, mara] = [await attend(one, owner), await attend(two, guests[0]!)];
    await host.command({ kind: 'start' });
    const order = ['Mara', 'Bo', 'Owner'].map((name) => idOf(mara, name));
    await host.command({ kind: 'begin-round', purpose: 'round', question: '', order });
    await eventually(() => expect(stateFor(mara).round).toBeDefined());
    const of = order[0]!;
    const answers = await Promise.all([host.command({ kind: 'end-turn', of }), mara.command({ kind: 'end-turn', of })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: 'turn-over' });
    for (const who of [host, mara]) await eventually(() => expect(stateFor(who).round?.turn).toBe(1));
  });
});
