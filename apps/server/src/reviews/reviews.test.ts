import { snapshotOf } from '@hearth/board/snapshot';
import { plainText } from '@hearth/board/narrative';
import { api } from '@hearth/protocol/http/api';
import type { ReviewDetail, ReviewSummary, SnapshotBody } from '@hearth/protocol/http/reviews';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { incident, noonMs, startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());

const list = async (who: Browser): Promise<ReviewSummary[]> =>
  ((await who.ask('GET', api.reviews)).body as { reviews: ReviewSummary[] }).reviews;

describe('recording an incident', () => {
  it('starts a review in its lobby, with the headings of the narrative on the board', async () => {
    const reviewId = await hearth.review(owner, 'The badge readers froze');
    const detail = (await owner.ask('GET', api.review, { parameters: { reviewId } })).body as ReviewDetail;
    expect(detail).toMatchObject({
      incident: { ...incident, title: 'The badge readers froze' },
      state: 'preparing',
      createdAt: noonMs,
      demo: false,
      seat: { role: 'facilitator' },
    });
    const { updates } = await hearth.store.updateLog.load(`board/${reviewId}`);
    const doc = new Y.Doc();
    for (const { update } of updates) Y.applyUpdate(doc, update);
    const { cards, narrative } = snapshotOf(doc);
    expect(cards).toEqual([]);
    expect(narrative.content?.filter(({ type }) => type === 'heading').map(plainText)).toContain('How we got here');
  });

  it.each([
    ['a zone that nobody knows', { zone: 'Mars/Olympus' }, 'zone'],
    ['a detection before the start', { detectedAt: incident.startedAt - 1 }, 'detectedAt'],
    ['a time of the last century', { startedAt: 0, detectedAt: null }, 'startedAt'],
  ])('refuses %s and names the field', async (_, change, field) => {
    const before = (await list(owner)).length;
    const answer = await owner.ask('POST', api.reviews, { body: { ...incident, ...change } });
    expect([answer.status, answer.body]).toMatchObject([400, { fields: { [field]: expect.any(String) } }]);
    expect(await list(owner)).toHaveLength(before);
  });

  it('can be put right later', async () => {
    const reviewId = await hearth.review(owner);
    const parameters = { reviewId };
    const body = { ...incident, impact: 'More is known now.' };
    const changed = await owner.ask('PATCH', api.incident, { parameters, body });
    expect(changed.body).toMatchObject({ incident: { impact: 'More is known now.' } });
    const refused = await owner.ask('PATCH', api.incident, { parameters, body: { ...body, zone: 'x' } });
    expect(refused.status).toBe(400);
  });
});

describe('the demo review', () => {
  it('is made once, also when two ask at once', async () => {
    const asked = await Promise.all([owner.ask('POST', api.demo), owner.ask('POST', api.demo)]);
    const again = await owner.ask('POST', api.demo);
    expect(new Set([...asked, again].map(({ body }) => (body as { id: ReviewId }).id)).size).toBe(1);
    const demos = (await list(owner)).filter(({ demo }) => demo);
    expect(demos).toHaveLength(1);
    expect(demos[0]).toMatchObject({ state: 'in-room', stage: { name: 'Factors', index: 4, count: 8 }, inside: [] });
    expect(demos[0]?.learnings).toBeGreaterThan(0);
  });

  it('is told to a late joiner in three lines', async () => {
    const { id } = (await owner.ask('POST', api.demo)).body as { id: string };
    const guest = await hearth.guest(id);
    const { soFar, facilitator } = (await guest.ask('POST', api.joinPreview, { body: { secret: guest.secret } }))
      .body as { soFar: string[]; facilitator: string | null };
    expect(facilitator, 'the owner has not said their name yet').toBeNull();
    expect(soFar[0]).toBe('The room is in Factors, stage 5 of 8, paused with 7 minutes left.');
    expect(soFar[1]).toMatch(/^\d+ events on the timeline, \d+ of them key moments\.$/);
    expect(soFar[2]).toMatch(/^\d+ contributing factors and \d+ learnings so far\.$/);
  });
});

it('shows a guest only where they have a seat', async () => {
  const reviewId = await hearth.review(owner, 'Seen by the guest');
  const guest = await hearth.guest(reviewId);
  expect((await list(guest)).map(({ id }) => id)).toEqual([reviewId]);
  await owner.ask('DELETE', api.joinLink, { parameters: { reviewId, linkId: guest.linkId } });
  expect(await list(guest)).toEqual([]);
});

it('keeps the board under a name', async () => {
  const reviewId = await hearth.review(owner);
  const parameters = { reviewId };
  const taken = await owner.ask('POST', api.snapshots, { parameters, body: { name: 'Before lunch' } });
  expect(taken.body).toMatchObject({ kind: 'on-demand', name: 'Before lunch', createdAt: noonMs });
  const listed = (await owner.ask('GET', api.snapshots, { parameters })).body as { snapshots: SnapshotBody[] };
  expect(listed.snapshots).toEqual([taken.body]);
  const kept = await hearth.store.reviews.findSnapshot(reviewId, listed.snapshots[0]?.id ?? '');
  expect(kept?.state.length).toBe(listed.snapshots[0]?.bytes);
});
