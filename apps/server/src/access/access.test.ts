import { errors } from '@hearth/protocol/errors';
import { api } from '@hearth/protocol/http/api';
import type { JoinPreview } from '@hearth/protocol/http/access';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident, noonMs, startHearth, type Answer, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  reviewId = await hearth.review(owner);
});
afterAll(() => hearth.stop());

const invalid = { code: 'HEARTH_LINK_NOT_VALID', advice: errors.HEARTH_LINK_NOT_VALID.advice };
const newLink = async (body: unknown = { role: 'participant' }) => {
  const answer = await owner.ask('POST', api.joinLinks, { parameters: { reviewId }, body });
  return answer.body as { link: { id: string; expiresAt: number }; path: string };
};
const secretOf = (path: string): string => path.split('#')[1] ?? '';

describe('the owner link', () => {
  it('signs in once, with a cookie that scripts and other sites never get', async () => {
    const secret = await hearth.access.newOwnerLink();
    const answer = await hearth.browser().ask('POST', api.signIn, { body: { secret } });
    expect(answer.body).toMatchObject({ account: { name: 'Owner' } });
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^hearth_session=[A-Za-z0-9_-]{43}; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);
    const again = await hearth.browser().ask('POST', api.signIn, { body: { secret } });
    expect([again.status, again.body]).toEqual([404, invalid]);
  });

  it('dies when the next one is printed', async () => {
    const first = await hearth.access.newOwnerLink();
    await hearth.access.newOwnerLink();
    expect((await hearth.browser().ask('POST', api.signIn, { body: { secret: first } })).status).toBe(404);
  });

  it('sets a Secure cookie when people come by https', async () => {
    const secure = await startHearth({ origins: ['https://hearth.example.org'] });
    const secret = await secure.access.newOwnerLink();
    const headers = { origin: 'https://hearth.example.org' };
    const answer = await secure.browser().ask('POST', api.signIn, { body: { secret }, headers });
    expect(String(answer.headers['set-cookie'])).toContain('; Secure');
    await secure.stop();
  });

  it('replaces the session that the browser had', async () => {
    const guest = await hearth.guest(reviewId);
    const before = guest.cookie;
    await guest.ask('POST', api.signIn, { body: { secret: await hearth.access.newOwnerLink() } });
    expect(guest.cookie).not.toBe(before);
    expect((await hearth.browser(before).ask('GET', api.session)).body).toEqual({ account: null, seats: [] });
  });
});

describe('the session', () => {
  it('tells nobody as nobody, also with a made-up cookie', async () => {
    const nobody = { account: null, seats: [] };
    expect((await hearth.browser().ask('GET', api.session)).body).toEqual(nobody);
    expect((await hearth.browser(`hearth_session=${'A'.repeat(43)}`).ask('GET', api.session)).body).toEqual(nobody);
    expect((await hearth.browser('hearth_session=%00').ask('GET', api.session)).body).toEqual(nobody);
  });

  it('renames the owner, on seats as well', async () => {
    await owner.ask('GET', api.review, { parameters: { reviewId } });
    const answer = await owner.ask('PATCH', api.account, { body: { name: '  Ada  ' } });
    expect(answer.body).toMatchObject({ account: { name: 'Ada' }, seats: [{ name: 'Ada', role: 'facilitator' }] });
  });

  it('ends when one signs out', async () => {
    const guest = await hearth.guest(reviewId);
    const { cookie } = guest;
    expect((await guest.ask('DELETE', api.session)).status).toBe(204);
    const review = await hearth.browser(cookie).ask('GET', api.review, { parameters: { reviewId } });
    expect(review.status).toBe(401);
  });
});

describe('join links', () => {
  it('are told once, with the secret behind the hash of the address', async () => {
    const { path, link } = await newLink({ role: 'observer', expiresInHours: 1 });
    expect(path).toMatch(/^\/join#[A-Za-z0-9_-]{43}$/);
    expect(link.expiresAt).toBe(noonMs + 3_600_000);
    const listed = await owner.ask('GET', api.joinLinks, { parameters: { reviewId } });
    expect(listed.text).toContain(link.id);
    expect(listed.text).not.toContain(secretOf(path));
  });

  it('show the room before one comes in, and who one is already', async () => {
    const guest = await hearth.guest(reviewId, 'participant', 'Bo');
    const answer = await guest.ask('POST', api.joinPreview, { body: { secret: guest.secret } });
    expect(answer.body).toEqual({
      reviewId,
      title: 'Labels stopped printing',
      state: 'preparing',
      startedAt: incident.startedAt,
      zone: incident.zone,
      facilitator: 'Ada',
      role: 'participant',
      inside: [],
      seated: 'Bo',
      attributed: true,
      soFar: ['The meeting has not begun yet.'],
    } satisfies JoinPreview);
  });

  it('give a seat that survives a reload and asking again', async () => {
    const guest = await hearth.guest(reviewId, 'participant', 'Cy');
    const session = (await guest.ask('GET', api.session)).body as { seats: { participantId: string }[] };
    const again = await guest.ask('POST', api.join, { body: { secret: guest.secret, name: 'Cy' } });
    expect(session.seats).toEqual([again.body]);
  });

  it('look the same when unknown, revoked and expired', async () => {
    const revoked = await newLink();
    await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: revoked.link.id } });
    const expired = await newLink({ role: 'participant', expiresInHours: 1 });
    hearth.clock.advance(3_600_000);
    const secrets = ['A'.repeat(43), secretOf(revoked.path), secretOf(expired.path)];
    for (const secret of secrets) {
      const preview = await hearth.browser().ask('POST', api.joinPreview, { body: { secret } });
      const join = await hearth.browser().ask('POST', api.join, { body: { secret, name: 'Di' } });
      expect([preview.status, preview.body, join.status, join.body]).toEqual([404, invalid, 404, invalid]);
      expect(join.headers['set-cookie']).toBeUndefined();
    }
  });

  it('take the seats along that were taken through them', async () => {
    const guest = await hearth.guest(reviewId);
    const ask = () => guest.ask('GET', api.review, { parameters: { reviewId } });
    expect((await ask()).status).toBe(200);
    await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect((await ask()).status).toBe(404);
    expect((await guest.ask('GET', api.session)).body).toEqual({ account: null, seats: [] });
  });

  it('make a participant of an observer who opens such a link', async () => {
    const guest = await hearth.guest(reviewId, 'observer', 'Eli');
    const { path } = await newLink();
    const seat = await guest.ask('POST', api.join, { body: { secret: secretOf(path), name: 'Eli' } });
    expect(seat.body).toMatchObject({ role: 'participant', name: 'Eli' });
  });

  it('leave the owner the facilitator', async () => {
    const { path } = await newLink({ role: 'observer' });
    const seat = await owner.ask('POST', api.join, { body: { secret: secretOf(path), name: 'Somebody' } });
    expect(seat.body).toMatchObject({ role: 'facilitator', name: 'Ada' });
  });

  it('of another review can not be revoked', async () => {
    const other = await hearth.review(owner, 'Another');
    const { link } = await newLink();
    const answer = await owner.ask('DELETE', api.joinLink, { parameters: { reviewId: other, linkId: link.id } });
    expect(answer.status).toBe(404);
  });

  it('name the fields at fault', async () => {
    const answer = await hearth.browser().ask('POST', api.join, { body: { secret: 'short', name: ' ' } });
    expect(answer.body).toEqual({
      code: 'HEARTH_BAD_REQUEST',
      advice: errors.HEARTH_BAD_REQUEST.advice,
      fields: { secret: 'This is not a whole link.', name: 'Type your name.' },
    });
  });
});

describe('other sites', () => {
  it.each(['https://evil.example', 'null', 'http://localhost:81'])('may change nothing from %s', async (origin) => {
    const headers = { origin, host: 'localhost:80' };
    const answer = await owner.ask('PATCH', api.account, { body: { name: 'Eve' }, headers });
    expect([answer.status, answer.body]).toMatchObject([403, { code: 'HEARTH_WRONG_ORIGIN' }]);
  });

  it('are told apart from the own one', async () => {
    const headers = { origin: 'http://localhost:80', host: 'localhost:80' };
    expect((await owner.ask('PATCH', api.account, { body: { name: 'Ada' }, headers })).status).toBe(200);
  });
});

describe('whoever tries many links', () => {
  const tryFrom = async (slow: TestHearth, forwardedFor: string, times: number): Promise<number[]> => {
    const tries: Answer[] = [];
    const request = { body: { secret: 'A'.repeat(43) }, headers: { 'x-forwarded-for': forwardedFor } };
    for (let count = 0; count < times; count += 1) tries.push(await slow.browser().ask('POST', api.signIn, request));
    for (const { status, body } of tries)
      if (status === 429) expect(body).toMatchObject({ code: 'HEARTH_TOO_MANY_REQUESTS' });
    return tries.map(({ status }) => status);
  };

  it('is slowed down, whatever they say where they come from', async () => {
    const slow = await startHearth();
    const tries = await tryFrom(slow, '198.51.100.7', 30);
    expect(new Set(tries)).toEqual(new Set([404]));
    expect(await tryFrom(slow, '198.51.100.8', 1)).toEqual([429]);
    await slow.stop();
  });

  it('behind a proxy that is known slows down nobody else', async () => {
    const slow = await startHearth({ proxies: ['loopback'] });
    expect(new Set(await tryFrom(slow, '198.51.100.7', 30))).toEqual(new Set([404]));
    expect(await tryFrom(slow, '198.51.100.8', 1)).toEqual([404]);
    // Only what the proxy itself has added counts.
    expect(await tryFrom(slow, '198.51.100.9, 198.51.100.7', 1)).toEqual([429]);
    await slow.stop();
  });
});
