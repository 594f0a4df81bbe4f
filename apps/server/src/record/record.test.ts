import { api } from '@hearth/protocol/http/api';
import type { RecordBody } from '@hearth/protocol/http/record';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import { transition } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Template } from '@hearth/review/templates/template';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());

const minute = 60_000;
const facilitator = { participantId: 'facilitator-1' as ParticipantId, role: 'facilitator' } as const;

/** Holds a meeting by a template: so many minutes in each stage. */
const hold = async (reviewId: ReviewId, minutes: readonly number[]): Promise<void> => {
  const command = async (wanted: FacilitationCommand): Promise<void> => {
    const review = await hearth.store.reviews.find(reviewId);
    if (!review) throw new Error('the review is gone');
    const moved = transition(review.meeting, wanted, {
      actor: facilitator,
      nowMs: hearth.clock.nowMs(),
      here: [],
      people: [],
    });
    if (!moved.ok) throw new Error(moved.reason);
    await hearth.store.reviews.compareAndSetMeeting(reviewId, review.meeting.version, moved.state);
  };
  await command({ kind: 'start' });
  for (const [index, stay] of minutes.entries()) {
    hearth.clock.advance(stay * minute);
    await command({ kind: index === minutes.length - 1 ? 'end' : 'next' });
  }
};
const by = async (templateId: string): Promise<ReviewId> => {
  const reviewId = await hearth.review(owner);
  await owner.ask('PUT', api.reviewTemplate, { parameters: { reviewId }, body: { templateId } });
  return reviewId;
};
const recordFor = async (who: Browser, reviewId: string): Promise<RecordBody> =>
  (await who.ask('GET', api.record, { parameters: { reviewId } })).body as RecordBody;

test('[M1] the record tells the agenda as planned and as held', async () => {
  const reviewId = await by('short-form');
  await hearth.guest(reviewId, 'participant', 'Bo');
  await hearth.guest(reviewId, 'observer', 'Olu');
  await expect(recordFor(owner, reviewId)).resolves.toMatchObject({
    beganAt: null,
    endedAt: null,
    usedMs: 0,
    hints: [],
  });
  const beganAt = hearth.clock.nowMs();
  await hold(reviewId, [2, 0.1, 14, 7, 5, 2]);
  const record = await recordFor(owner, reviewId);
  expect(record).toMatchObject({
    beganAt,
    endedAt: hearth.clock.nowMs(),
    plannedMinutes: 30,
    // The owner and Bo: an observer may not write.
    people: 2,
    wrote: 0,
    votes: 0,
    decisions: 0,
    agenda: { id: 'short-form', name: 'Short form', builtIn: true },
  });
  expect(record.stages.map(({ name, outcome }) => `${name} ${outcome}`).slice(0, 3)).toEqual([
    'Opening held',
    'Timeline skipped',
    'Perspectives held',
  ]);
  expect(record.hints).toEqual([
    {
      kind: 'minutes',
      stageId: 'perspectives',
      name: 'Perspectives',
      plannedMinutes: 8,
      usedMinutes: 14,
      minutes: 11,
      meetings: 1,
    },
  ]);
});

test('[M6] hints count meetings held by the same agenda before, of those reviews that one may read', async () => {
  const [one, two, three, other] = [
    await by('near-miss'),
    await by('near-miss'),
    await by('near-miss'),
    await by('short-form'),
  ];
  const stages = (await hearth.store.reviews.find(one))?.meeting.stages ?? [];
  const longer = stages.map(({ zone, minutes }) => (zone === 'factors' ? minutes * 2 : minutes));
  for (const id of [one, two, three]) await hold(id, longer);
  await hold(other, [1, 1, 1, 1, 1, 1]);
  expect((await recordFor(owner, three)).hints).toMatchObject([{ name: 'Factors', meetings: 3 }]);
  expect((await recordFor(owner, one)).hints).toMatchObject([{ name: 'Factors', meetings: 1 }]);
  const guest = await hearth.guest(three, 'co-facilitator', 'Cleo');
  expect((await recordFor(guest, three)).hints).toMatchObject([{ name: 'Factors', meetings: 1 }]);
});

test('[M7] an agenda that was changed since, or removed, has no hints from before', async () => {
  const { templates } = (await owner.ask('GET', api.templates)).body as { templates: Template[] };
  const shortForm = templates.find(({ id }) => id === 'short-form');
  if (!shortForm) throw new Error('the short form comes with Hearth');
  const { name, about, stages } = shortForm;
  const { id, version } = (await owner.ask('POST', api.templates, { body: { name, about, stages } })).body as {
    id: string;
    version: number;
  };
  const reviewId = await by(id);
  await hold(reviewId, [2, 6, 14, 7, 5, 2]);
  expect((await recordFor(owner, reviewId)).hints).toMatchObject([{ name: 'Perspectives', minutes: 11 }]);
  const changed = stages.map((stage) => (stage.id === 'perspectives' ? { ...stage, minutes: 11 } : stage));
  await owner.ask('PUT', api.template, {
    parameters: { templateId: id },
    body: { name, about, stages: changed, version },
  });
  expect((await recordFor(owner, reviewId)).hints).toEqual([]);
  await owner.ask('DELETE', api.template, { parameters: { templateId: id } });
  expect(await recordFor(owner, reviewId)).toMatchObject({ agenda: null, hints: [], plannedMinutes: 30 });
});

test('[M5] what stands on the board counts, and a made-up meeting gives no hints to real ones', async () => {
  const demo = ((await owner.ask('POST', api.demo)).body as { id: ReviewId }).id;
  const record = await recordFor(owner, demo);
  expect(record.stages.reduce((sum, { written }) => sum + written, 0) + record.unnamed).toBeGreaterThan(0);
  expect(record.stages.find(({ stageId }) => stageId === 'timeline')?.usedMs).toBe(12 * minute);
});
