import { api } from '@hearth/protocol/http/api';
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { describe, expect, it, vi } from 'vitest';
import type { SeatNow } from '../access/service.ts';
import { eventually } from '../test/eventually.ts';
import type { TestHearth } from '../test/hearth.ts';
import { lastView, meetingTests } from '../test/meeting.ts';
import { openFacilitation, type Facilitation } from '../test/sockets.ts';

const the = meetingTests();
const { enter } = the;
const seesVersion = (who: Facilitation, version: number) =>
  eventually(() => expect(lastView(who).state.version).toBe(version));

describe('the meeting', () => {
  it('is the same for everybody at once, and after a reload', async () => {
    const [facilitator, guest] = [await enter(the.owner), await enter(await the.hearth.guest(the.reviewId))];
    await expect(facilitator.command({ kind: 'start' })).resolves.toEqual({ ok: true, version: 1 });
    await seesVersion(guest, 1);
    expect(lastView(guest)).toEqual(lastView(facilitator));
    expect(lastView(guest)).toMatchObject({
      reviewId: the.reviewId,
      state: { status: 'running', timer: { kind: 'running' } },
    });
    const reloaded = await enter(the.owner);
    expect(lastView(reloaded).state).toEqual(lastView(facilitator).state);
  });

  it('shows who is here', async () => {
    const facilitator = await enter(the.owner);
    const bo = await the.hearth.guest(the.reviewId, 'participant', 'Bo');
    const [first, second] = [await enter(bo), await enter(bo)];
    const here = () => Object.fromEntries(lastView(facilitator).people.map(({ name, here: isHere }) => [name, isHere]));
    await eventually(() => expect(here()).toEqual({ Owner: true, Bo: true }));
    first.socket.close();
    const listed = (await the.owner.ask('GET', api.reviews)).body as { reviews: ReviewSummary[] };
    const inside = listed.reviews.find(({ id }) => id === the.reviewId)?.inside ?? [];
    expect(new Set(inside)).toEqual(new Set(['Owner', 'Bo']));
    expect(here()).toEqual({ Owner: true, Bo: true });
    second.socket.close();
    await eventually(() => expect(here()).toEqual({ Owner: true, Bo: false }));
  });

  it('moves on once when two press next together', async () => {
    const [facilitator, co] = [
      await enter(the.owner),
      await enter(await the.hearth.guest(the.reviewId, 'co-facilitator')),
    ];
    await facilitator.command({ kind: 'start' });
    const answers = await Promise.all([facilitator.command({ kind: 'next' }, 1), co.command({ kind: 'next' }, 1)]);
    expect(answers.filter(({ ok }) => ok)).toEqual([{ ok: true, version: 2 }]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'HEARTH_CONFLICT', reason: 'stale-version' });
    await seesVersion(co, 2);
    expect(lastView(co).state.stageIndex).toBe(1);
  });

  it('takes hands and ready of any version', async () => {
    const [facilitator, guest] = [await enter(the.owner), await enter(await the.hearth.guest(the.reviewId))];
    await facilitator.command({ kind: 'start' });
    await expect(guest.command({ kind: 'hand', raised: true }, 0)).resolves.toEqual({ ok: true, version: 2 });
    await expect(guest.command({ kind: 'ready', ready: true }, 0)).resolves.toEqual({ ok: true, version: 3 });
    await expect(guest.command({ kind: 'ready', ready: true }, 0)).resolves.toEqual({ ok: true, version: 3 });
    await seesVersion(facilitator, 3);
    const me = lastView(facilitator).people.find(({ name }) => name === 'Mara')?.participantId;
    expect(lastView(facilitator).state).toMatchObject({ ready: [me], hands: [me] });
  });

  it('keeps a snapshot at the end of each stage', async () => {
    const facilitator = await enter(the.owner);
    await facilitator.command({ kind: 'start' });
    await seesVersion(facilitator, 1);
    await facilitator.command({ kind: 'next' });
    await eventually(() => expect(facilitator.changed).toEqual(['review', 'snapshots']));
    const { body } = await the.owner.ask('GET', api.snapshots, { parameters: { reviewId: the.reviewId } });
    expect(body).toMatchObject({ snapshots: [{ kind: 'stage-end', name: 'End of Opening' }] });
  });

  it('tells the server’s time', async () => {
    const facilitator = await enter(the.owner);
    await expect(facilitator.socket.timeout(5_000).emitWithAck('clock')).resolves.toBe(the.hearth.clock.nowMs());
  });
});

describe('a refused command', () => {
  const cases: [Parameters<TestHearth['guest']>[1], FacilitationCommand, ErrorCode, string][] = [
    ['observer', { kind: 'hand', raised: true }, 'HEARTH_OBSERVERS_ONLY_READ', 'observers-only-read'],
    ['participant', { kind: 'start' }, 'HEARTH_NOT_ALLOWED', 'facilitators-only'],
    ['co-facilitator', { kind: 'next' }, 'HEARTH_COMMAND_REFUSED', 'not-started'],
  ];
  it.each(cases)('of %s (%o) is answered with %s, and nobody notices', async (role, command, code, reason) => {
    const [facilitator, guest] = [await enter(the.owner), await enter(await the.hearth.guest(the.reviewId, role))];
    await eventually(() => expect(lastView(facilitator).people.filter(({ here }) => here)).toHaveLength(2));
    const seen = facilitator.views.length;
    const { advice } = errors[code];
    await expect(guest.command(command)).resolves.toEqual({ ok: false, code, reason, advice });
    expect(facilitator.views).toHaveLength(seen);
  });

  it.each([
    ['nothing', undefined],
    ['an unknown command', { command: { kind: 'explode' }, expectedVersion: 0 }],
    ['a version that is none', { command: { kind: 'start' }, expectedVersion: -1 }],
    ['minutes that nobody offers', { command: { kind: 'extend', minutes: 1e9 }, expectedVersion: 0 }],
    ['a list', [1, 2, 3]],
  ])('that is %s is answered as malformed, and the socket stays', async (_, message) => {
    const facilitator = await enter(the.owner);
    const ask = facilitator.socket.timeout(5_000) as unknown as {
      emitWithAck(event: string, message: unknown): Promise<unknown>;
    };
    await expect(ask.emitWithAck('command', message)).resolves.toMatchObject({
      ok: false,
      code: 'HEARTH_BAD_REQUEST',
      reason: 'malformed',
    });
    await expect(facilitator.command({ kind: 'start' })).resolves.toMatchObject({ ok: true });
  });

  it('that is too large is answered so', async () => {
    const facilitator = await enter(the.owner);
    const message = { command: { kind: 'start' }, expectedVersion: 0, more: 'x'.repeat(15_000) };
    await expect(facilitator.socket.timeout(5_000).emitWithAck('command', message as never)).resolves.toMatchObject({
      code: 'HEARTH_TOO_LARGE',
    });
  });
});

describe('events that no client of ours sends', () => {
  const raw = (facilitation: Facilitation) =>
    facilitation.socket as unknown as { emit(event: string, ...rest: unknown[]): void };

  it('are ignored: unknown ones, and those without an answer', async () => {
    const facilitator = await enter(the.owner);
    raw(facilitator).emit('explode', { now: true });
    raw(facilitator).emit('command', { command: { kind: 'start' }, expectedVersion: 0 });
    raw(facilitator).emit('clock', 'now');
    await expect(facilitator.command({ kind: 'start' })).resolves.toEqual({ ok: true, version: 1 });
  });

  it('end the connection when they are binary, huge or a flood, and nobody else notices', async () => {
    const witness = await enter(the.owner);
    const guest = await the.hearth.guest(the.reviewId);
    const hostile: ((facilitation: Facilitation) => void)[] = [
      (facilitation) => raw(facilitation).emit('command', Buffer.from([1, 2, 3])),
      (facilitation) => raw(facilitation).emit('command', 'x'.repeat(100_000)),
      (facilitation) => {
        for (let count = 0; count < 400; count += 1) raw(facilitation).emit('explode');
      },
    ];
    for (const attack of hostile) {
      const attacker = await enter(guest);
      attacker.socket.io.reconnection(false);
      const gone = new Promise((resolve) => attacker.socket.once('disconnect', resolve));
      attack(attacker);
      await gone;
    }
    expect(witness.socket.connected).toBe(true);
    await expect(witness.command({ kind: 'start' })).resolves.toMatchObject({ ok: true });
  });

  it('are slowed down before that, with an answer', async () => {
    const facilitator = await enter(the.owner);
    const answers = await Promise.all(Array.from({ length: 60 }, () => facilitator.command({ kind: 'pause' })));
    expect(answers.filter((answer) => !answer.ok && answer.code === 'HEARTH_COMMAND_REFUSED')).toHaveLength(30);
    expect(answers.at(-1)).toMatchObject({ code: 'HEARTH_TOO_MANY_REQUESTS', reason: 'failed' });
    expect(facilitator.socket.connected).toBe(true);
  });
});

describe('the door', () => {
  const refusal = (who: { cookie: string; origin?: string }, review: string = the.reviewId) =>
    openFacilitation(the.url, review, who).then(
      ({ socket }) => socket.close() && 'let in',
      (error: unknown) => (error as { data?: unknown }).data,
    );

  it('is closed, with a code, to strangers and other sites', async () => {
    const elsewhere = await the.hearth.guest(await the.hearth.review(the.owner, 'Another'));
    const cases: [ErrorCode, { cookie: string; origin?: string }, string?][] = [
      ['HEARTH_SIGN_IN_REQUIRED', { cookie: '' }],
      ['HEARTH_SIGN_IN_REQUIRED', { cookie: `hearth_session=${'A'.repeat(43)}` }],
      ['HEARTH_NOT_FOUND', elsewhere],
      ['HEARTH_NOT_FOUND', the.owner, 'no-such-review'],
      ['HEARTH_BAD_REQUEST', the.owner, '../etc'],
      ['HEARTH_WRONG_ORIGIN', { cookie: the.owner.cookie, origin: 'https://evil.example' }],
      ['HEARTH_WRONG_ORIGIN', { cookie: the.owner.cookie, origin: 'null' }],
    ];
    for (const [code, who, review] of cases)
      expect(await refusal(who, review)).toEqual({ code, advice: errors[code].advice });
  });

  it('closes at once behind those whose link is revoked, for good', async () => {
    const guest = await the.hearth.guest(the.reviewId);
    const inside = await enter(guest);
    const reason = new Promise((resolve) => inside.socket.once('disconnect', resolve));
    // As if the database, which is asked each second, knew nothing of it yet.
    const asked = vi
      .spyOn(the.hearth.access, 'openSeats')
      .mockImplementation((inUse) => Promise.resolve(inUse as SeatNow[]));
    const revoked = await the.owner.ask('DELETE', api.joinLink, {
      parameters: { reviewId: the.reviewId, linkId: guest.linkId },
    });
    expect(revoked.status).toBe(204);
    expect(await reason).toBe('io server disconnect');
    asked.mockRestore();
    expect(await refusal(guest)).toMatchObject({ code: 'HEARTH_NOT_FOUND' });
  });

  it('lets somebody come back under the role of a new link', async () => {
    const guest = await the.hearth.guest(the.reviewId, 'observer', 'Eli');
    const inside = await enter(guest);
    const { secret } = await the.hearth.access.createJoinLink(the.reviewId, 'participant', 1);
    await guest.ask('POST', api.join, { body: { secret, name: 'Eli' } });
    const facilitator = await enter(the.owner);
    await facilitator.command({ kind: 'start' });
    await eventually(async () =>
      expect(await inside.command({ kind: 'hand', raised: true })).toMatchObject({ ok: true }),
    );
  });
});
