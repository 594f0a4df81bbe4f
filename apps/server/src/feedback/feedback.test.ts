import { api } from '@hearth/protocol/http/api';
import { transition } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());
beforeEach(async () => {
  reviewId = await hearth.review(owner);
});

const facilitator = { participantId: 'facilitator-1' as ParticipantId, role: 'facilitator' } as const;

const command = async (...kinds: ('start' | 'end' | 'reopen')[]): Promise<void> => {
  for (const kind of kinds) {
    const review = await hearth.store.reviews.find(reviewId);
    if (!review) throw new Error('the review is gone');
    const moved = transition(
      review.meeting,
      { kind },
      { actor: facilitator, nowMs: hearth.clock.nowMs(), here: [], people: [] },
    );
    if (!moved.ok) throw new Error(moved.reason);
    await hearth.store.reviews.compareAndSetMeeting(reviewId, review.meeting.version, moved.state);
  }
};

const answer = { facilitation: 4, document: 3, learned: 'yes', again: 'partly', helped: '', change: '' };
const give = (who: Browser, body: unknown = answer) =>
  who.ask('POST', api.feedback, { parameters: { reviewId }, body });
const mine = async (who: Browser) => (await who.ask('GET', api.after, { parameters: { reviewId } })).body;
const sum = async (who = owner) => (await who.ask('GET', api.feedbackSum, { parameters: { reviewId } })).body;

test('[E1] everybody who was there gives once, an observer too, and only after the end', async () => {
  const observer = await hearth.guest(reviewId, 'observer', 'Olu');
  await expect(mine(observer)).resolves.toMatchObject({ feedback: 'not-yet' });
  await command('start');
  await expect(give(observer)).resolves.toMatchObject({ status: 409, body: { code: 'HEARTH_COMMAND_REFUSED' } });
  await command('end');
  await expect(mine(observer)).resolves.toMatchObject({ feedback: 'open' });
  await expect(give(observer)).resolves.toMatchObject({ status: 204 });
  await expect(mine(observer)).resolves.toMatchObject({ feedback: 'given' });
  await expect(give(observer, { ...answer, learned: 'no' })).resolves.toMatchObject({
    status: 409,
    body: { code: 'HEARTH_FEEDBACK_GIVEN' },
  });
  // Who answers while the meeting is opened again is heard as well.
  await command('reopen');
  await expect(give(owner)).resolves.toMatchObject({ status: 204 });
});

test('[M3] what comes next is told to everybody: the end, and until when actions soak', async () => {
  const observer = await hearth.guest(reviewId, 'observer', 'Olu');
  const review = await hearth.store.reviews.find(reviewId);
  if (!review) throw new Error('the review is gone');
  await hearth.store.reviews.compareAndSetMeeting(reviewId, 0, { ...review.meeting, version: 1, soak: true });
  const before = { endedAt: null, feedback: 'not-yet', proposed: 0, confirmed: 0, soakUntil: null };
  await expect(mine(observer)).resolves.toEqual(before);
  await command('start', 'end');
  const endedAt = hearth.clock.nowMs();
  await expect(mine(observer)).resolves.toMatchObject({ endedAt, soakUntil: expect.any(Number) });
  hearth.clock.advance(7 * 86_400_000);
  await expect(mine(owner)).resolves.toMatchObject({ endedAt, soakUntil: null });
});

test('[E2] the facilitator sees a count until three have answered, and nobody else sees anything', async () => {
  const guests = await Promise.all(['Ada', 'Bo', 'Cleo'].map((name) => hearth.guest(reviewId, 'participant', name)));
  await command('start', 'end');
  const [ada, bo, cleo] = guests as unknown as [Browser, Browser, Browser];
  await give(ada, { ...answer, helped: 'The questions that were read aloud' });
  await give(bo, { ...answer, facilitation: 5, change: 'Begin on time' });
  const two = await sum();
  expect(two).toMatchObject({ given: 2, shown: 0, helped: [], change: [], learned: { yes: 0, partly: 0, no: 0 } });
  await give(cleo, { ...answer, learned: 'no' });
  await expect(sum()).resolves.toEqual({
    given: 3,
    shown: 3,
    facilitation: { 1: 0, 2: 0, 3: 0, 4: 2, 5: 1 },
    document: { 1: 0, 2: 0, 3: 3, 4: 0, 5: 0 },
    learned: { yes: 2, partly: 0, no: 1 },
    again: { yes: 0, partly: 3, no: 0 },
    helped: ['The questions that were read aloud'],
    change: ['Begin on time'],
  });
  await expect(sum(ada)).resolves.toMatchObject({ code: 'HEARTH_NOT_ALLOWED' });
});

test('[V1] neither what is kept nor what is logged holds a person, an address or a time', async () => {
  await command('start', 'end');
  const guest = await hearth.guest(reviewId, 'participant', 'Quentin Quill');
  hearth.clock.advance(123_456);
  const before = hearth.logged.length;
  await mine(guest);
  await give(guest, { ...answer, helped: 'a word of a thousand' });
  await give(guest);
  const day = new Date(hearth.clock.nowMs()).toISOString().slice(0, 10);
  const kept = await hearth.store.feedback.answers(reviewId);
  expect(kept).toEqual([
    { ...answer, helped: 'a word of a thousand', id: expect.stringMatching(/^[\w-]{22}$/), day, together: false },
  ]);
  expect(hearth.logged.slice(before)).toEqual([]);
});

describe('what was sent is looked at', () => {
  test('[E1] an answer that says nothing is refused with what to do', async () => {
    await command('start', 'end');
    const silent = { facilitation: null, document: null, learned: null, again: null, helped: '  ', change: '\u202e' };
    await expect(give(owner, silent)).resolves.toMatchObject({
      status: 400,
      body: { fields: { facilitation: 'Answer one of the questions at least.' } },
    });
    await expect(mine(owner)).resolves.toMatchObject({ feedback: 'open' });
  });

  test.each([
    ['a rating beyond five', { ...answer, facilitation: 6 }],
    ['half a rating', { ...answer, document: 2.5 }],
    ['an unknown word', { ...answer, learned: 'maybe' }],
    ['a missing question', { facilitation: 1 }],
    ['a line that is too long', { ...answer, helped: 'x'.repeat(301) }],
    ['a name sent along', { ...answer, name: 'Mara' }],
    ['a time sent along', { ...answer, day: '2026-11-20' }],
    ['a list', [answer]],
  ])('%s is refused, and nothing is kept', async (_, body) => {
    await command('start', 'end');
    await expect(give(owner, body)).resolves.toMatchObject({ status: 400, body: { code: 'HEARTH_BAD_REQUEST' } });
    await expect(hearth.store.feedback.answers(reviewId)).resolves.toEqual([]);
  });

  test('whatever is sent, the answer is one of the catalogue, and what is kept has its form', async () => {
    await command('start', 'end');
    const odd = fc.oneof(fc.jsonValue(), fc.string());
    const like = fc.record({
      facilitation: fc.oneof(fc.constantFrom(1, 3, 5, null), odd),
      document: fc.oneof(fc.constantFrom(1, 3, 5, null), odd),
      learned: fc.oneof(fc.constantFrom('yes', 'partly', 'no', null), odd),
      again: fc.oneof(fc.constantFrom('yes', 'partly', 'no', null), odd),
      helped: fc.oneof(fc.string({ unit: 'binary', maxLength: 320 }), odd),
      change: fc.string({ unit: 'grapheme', maxLength: 320 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(like, odd), async (body) => {
        const guest = await hearth.guest(reviewId, 'participant', 'Mara');
        const { status } = await give(guest, body);
        expect([204, 400, 429]).toContain(status);
      }),
      { numRuns: 60 },
    );
    for (const kept of await hearth.store.feedback.answers(reviewId)) {
      expect([1, 2, 3, 4, 5, null]).toContain(kept.facilitation);
      expect(['yes', 'partly', 'no', null]).toContain(kept.learned);
      expect(kept.helped.length).toBeLessThanOrEqual(300);
      expect(kept.day).toBe(new Date(hearth.clock.nowMs()).toISOString().slice(0, 10));
    }
  });
});

test('who asks too often waits', async () => {
  const own = await startHearth();
  const id = await own.review(await own.owner());
  const guest = await own.guest(id);
  const statuses = new Set<number>();
  for (let times = 0; times < 125; times += 1)
    statuses.add((await guest.ask('POST', api.feedback, { parameters: { reviewId: id }, body: answer })).status);
  expect(statuses).toEqual(new Set([409, 429]));
  await own.stop();
});
