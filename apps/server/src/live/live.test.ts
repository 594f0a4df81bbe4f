import { snapshotOf } from '@hearth/board/snapshot';
import { addCard, openWriter } from '@hearth/board/operations';
import { api } from '@hearth/protocol/http/api';
import { errorOfClose, isRetryable } from '@hearth/protocol/errors';
import type { ProposalBody } from '@hearth/protocol/http/action-items';
import type { CardId, ReviewId } from '@hearth/review/ids';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type * as Y from 'yjs';
import type { SeatNow } from '../access/service.ts';
import { eventually } from '../test/eventually.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { closeCodeOf, openBoard } from '../test/sockets.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;
let url: string;
const open: { close(): void }[] = [];

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  url = await hearth.origin();
});
afterAll(() => hearth.stop());
beforeEach(async () => {
  reviewId = await hearth.review(owner);
});
afterEach(() => {
  for (const board of open.splice(0)) board.close();
});

const enter = async (who: { cookie: string }) => {
  const board = openBoard(url, reviewId, who);
  open.push(board);
  await board.synced;
  return board;
};
const write = (doc: Y.Doc, text: string, kind: 'learning' | 'action' = 'learning'): void => {
  const id = `card-${text.replaceAll(/\W/g, '')}` as CardId;
  const card = kind === 'action' ? ({ kind, id, text, parked: false } as const) : ({ kind, id, text } as const);
  addCard(openWriter(doc), card, { author: null, nowMs: 0 });
};
const textsOn = (doc: Y.Doc): string[] => snapshotOf(doc).cards.map(({ text }) => text);
const closedWith = async (path: string, headers: Record<string, string>, frame?: Buffer | string) => {
  const code = await closeCodeOf(url, path, headers, frame);
  return typeof code === 'number' ? errorOfClose(code) : code;
};

describe('a board', () => {
  it('is edited together, and read by what looks at it from elsewhere', async () => {
    const [mine, theirs] = [await enter(owner), await enter(await hearth.guest(reviewId))];
    write(mine.doc, 'Ask who else is printing', 'action');
    await eventually(() => expect(textsOn(theirs.doc)).toEqual(['Ask who else is printing']));
    const { body } = await owner.ask('POST', api.extract, { parameters: { reviewId } });
    expect((body as { proposals: ProposalBody[] }).proposals).toMatchObject([{ text: 'Ask who else is printing' }]);
  });

  it('counts its learnings for the list', async () => {
    const mine = await enter(owner);
    write(mine.doc, 'Labels are a service');
    hearth.clock.advance(10_000);
    await eventually(async () => {
      hearth.clock.advance(10_000);
      const { body } = await owner.ask('GET', api.reviews);
      expect(body).toMatchObject({
        reviews: expect.arrayContaining([expect.objectContaining({ id: reviewId, learnings: 1 })]),
      });
    });
  });

  it('takes nothing from an observer, who is told so and comes not back', async () => {
    const mine = await enter(owner);
    const observer = await enter(await hearth.guest(reviewId, 'observer'));
    write(observer.doc, 'Observers write');
    expect(errorOfClose(await observer.closed)).toBe('HEARTH_OBSERVERS_ONLY_READ');
    write(mine.doc, 'The owner writes');
    const witness = await enter(owner);
    await eventually(() => expect(textsOn(witness.doc)).toEqual(['The owner writes']));
  });

  it('is closed at once for those whose link is revoked', async () => {
    const guest = await hearth.guest(reviewId);
    const theirs = await enter(guest);
    const mine = await enter(owner);
    // As if the database, which is asked each second, knew nothing of it yet.
    const asked = vi
      .spyOn(hearth.access, 'openSeats')
      .mockImplementation((inUse) => Promise.resolve(inUse as SeatNow[]));
    const revoked = await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
    expect(revoked.status).toBe(204);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LINK_NOT_VALID');
    asked.mockRestore();
    expect(mine.provider.wsconnected).toBe(true);
  });

  it('is closed for those whose link has expired', async () => {
    const { secret } = await hearth.access.createJoinLink(reviewId, 'participant', 1);
    const guest = hearth.browser();
    await guest.ask('POST', api.join, { body: { secret, name: 'Bo' } });
    const theirs = await enter(guest);
    hearth.clock.advance(3_600_000);
    expect(errorOfClose(await theirs.closed)).toBe('HEARTH_LINK_NOT_VALID');
  });

  it('is opened again by itself under a new role', async () => {
    const guest = await hearth.guest(reviewId, 'observer');
    const theirs = await enter(guest);
    const { secret } = await hearth.access.createJoinLink(reviewId, 'participant', 1);
    await guest.ask('POST', api.join, { body: { secret, name: 'Mara' } });
    expect(isRetryable(await theirs.closed)).toBe(true);
    await vi.waitFor(() => expect(theirs.provider.wsconnected).toBe(true), { timeout: 15_000 });
    write(theirs.doc, 'Now I write');
    const mine = await enter(owner);
    await eventually(() => expect(textsOn(mine.doc)).toEqual(['Now I write']));
  });
});

describe('the door', () => {
  it('tells strangers and other sites why it stays closed', async () => {
    const { cookie } = owner;
    const elsewhere = await hearth.guest(await hearth.review(owner, 'Another'));
    const path = `/live/board/${reviewId}`;
    expect(await closedWith(path, { origin: url })).toBe('HEARTH_SIGN_IN_REQUIRED');
    expect(await closedWith(path, { origin: url, cookie: elsewhere.cookie })).toBe('HEARTH_NOT_FOUND');
    expect(await closedWith(path, { cookie })).toBe('HEARTH_WRONG_ORIGIN');
    expect(await closedWith(path, { cookie, origin: 'https://evil.example' })).toBe('HEARTH_WRONG_ORIGIN');
    for (const other of ['/live/board/no-such-review', '/live/board/', '/live/report/x/y', '/live/board/%2e%2e'])
      expect(await closedWith(other, { cookie, origin: url })).toBe('HEARTH_NOT_FOUND');
    expect(await closedWith('/elsewhere', { cookie, origin: url })).toBe('refused');
  });

  it('says that the store does not answer, so that one comes back', async () => {
    const broken = await startHearth({
      wrap: (store) => ({
        ...store,
        access: { ...store.access, findSeatByToken: () => Promise.reject(new Error('gone')) },
      }),
    });
    const at = await broken.origin();
    const code = await closeCodeOf(at, '/live/board/some-review', {
      origin: at,
      cookie: `hearth_session=${'A'.repeat(43)}`,
    });
    expect(typeof code === 'number' && isRetryable(code)).toBe(true);
    await broken.stop();
  });
});

describe('frames that no client of ours sends', () => {
  it.each([
    ['text', 'hello'],
    ['an unknown message', Buffer.from([99, 1, 2, 3])],
    ['a broken update', Buffer.from([0, 2, 5, 255, 255, 255, 255, 255])],
    ['more than a frame may hold', Buffer.alloc(1_500_000)],
    ['far more than that', Buffer.alloc(5_000_000)],
  ])('end their own connection: %s', async (_, frame) => {
    const witness = await enter(owner);
    const guest = await hearth.guest(reviewId);
    const path = `/live/board/${reviewId}`;
    const code = await closeCodeOf(url, path, { origin: url, cookie: guest.cookie }, frame);
    expect(code).toBeGreaterThan(1_000);
    expect(witness.provider.wsconnected).toBe(true);
    write(witness.doc, 'Still here');
    const other = await enter(owner);
    await eventually(() => expect(textsOn(other.doc)).toEqual(['Still here']));
  });
});

it('says goodbye when the server goes, and everybody may come back', async () => {
  const leaving = await startHearth();
  const host = await leaving.owner();
  const at = await leaving.origin();
  const board = openBoard(at, await leaving.review(host), host);
  await board.synced;
  const startedMs = performance.now();
  await leaving.stop();
  expect(performance.now() - startedMs).toBeLessThan(3_000);
  expect(errorOfClose(await board.closed)).toBe('HEARTH_GOING_AWAY');
  board.close();
});
