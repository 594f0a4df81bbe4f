// Agendas over HTTP. Rules: SPEC T1-T4 of what a review is.
import { api } from '@hearth/protocol/http/api';
import type { TemplateBody } from '@hearth/protocol/http/templates';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident, startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());

const list = async (who = owner): Promise<TemplateBody[]> =>
  ((await who.ask('GET', api.templates)).body as { templates: TemplateBody[] }).templates;
const stage = (id: string, change = {}) => ({ id, name: id, minutes: 5, zone: null, question: 'What now?', ...change });
const vote = (dots: number) => ({ on: 'factors', dots, anonymous: false });
const ours = {
  name: 'Our way',
  about: 'For Tuesdays',
  stages: [stage('hello'), stage('end', { prompts: ['And you?'] })],
};
const create = async (body: object = ours): Promise<TemplateBody> =>
  (await owner.ask('POST', api.templates, { body })).body as TemplateBody;
const meetingOf = async (reviewId: ReviewId) => (await hearth.store.reviews.find(reviewId))?.meeting;

describe('agendas of a workspace', () => {
  it('begin with those that come with Hearth, which nobody changes', async () => {
    const [first] = await list();
    expect(first).toMatchObject({ id: 'learning-review', builtIn: true, savedAt: null });
    const parameters = { templateId: 'learning-review' };
    const change = { ...ours, version: first?.version };
    expect((await owner.ask('PUT', api.template, { parameters, body: change })).status).toBe(403);
    expect((await owner.ask('DELETE', api.template, { parameters })).status).toBe(403);
  });

  it('are changed version by version, and two who change one at once lose nothing silently', async () => {
    const made = await create();
    expect(made).toMatchObject({ ...ours, version: 1, builtIn: false });
    const parameters = { templateId: made.id };
    const change = (name: string) =>
      owner.ask('PUT', api.template, { parameters, body: { ...ours, name, version: 1 } });
    const answers = await Promise.all([change('Mine'), change('Yours')]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const versions = (await owner.ask('GET', api.templateVersions, { parameters })).body;
    expect(versions).toMatchObject({ templates: [{ version: 2 }, { version: 1, name: 'Our way' }] });
    expect((await owner.ask('DELETE', api.template, { parameters })).status).toBe(204);
    expect((await owner.ask('DELETE', api.template, { parameters })).status).toBe(404);
    expect((await list()).some(({ id }) => id === made.id)).toBe(false);
  });

  it.each([
    ['no stages', { stages: [] }, 'stages'],
    ['a stage that is there twice', { stages: [stage('one'), stage('one')] }, 'stages.1.id'],
    [
      'private writing on the timeline',
      { stages: [stage('a', { zone: 'timeline', privateWriting: 'anonymous' })] },
      'stages.0.zone',
    ],
    ['more dots than anybody counts', { stages: [stage('a', { vote: vote(11) })] }, 'stages.0.vote.dots'],
    ['half a dot', { stages: [stage('a', { vote: vote(0.5) })] }, 'stages.0.vote.dots'],
    ['half a minute', { stages: [stage('a', { minutes: 0.5 })] }, 'stages.0.minutes'],
    ['a name of blanks', { name: '   ' }, 'name'],
    ['nine hours', { stages: ['a', 'b', 'c'].map((id) => stage(id, { minutes: 180 })) }, 'stages'],
  ])('refuse %s with a sentence about the field', async (_, change, field) => {
    const { status, body } = await owner.ask('POST', api.templates, { body: { ...ours, ...change } });
    expect([status, body]).toMatchObject([400, { fields: { [field]: expect.any(String) } }]);
  });

  it('[T5] keep what a stage offers: a vote, a round, a look without writing', async () => {
    const offers = { ...ours, stages: [stage('hello', { round: 'check-in', participants: 'read', vote: vote(5) })] };
    const made = await create(offers);
    expect(made.stages).toEqual(offers.stages);
    const id = await hearth.review(owner);
    await owner.ask('PUT', api.reviewTemplate, { parameters: { reviewId: id }, body: { templateId: made.id } });
    expect((await meetingOf(id))?.stages).toEqual(offers.stages);
  });

  it('[P5] are for the owner and for whoever runs a review, for as long as they may', async () => {
    const id = await hearth.review(owner);
    const asks = async (who: Browser) => (await who.ask('GET', api.templates)).status;
    for (const role of ['participant', 'observer'] as const) expect(await asks(await hearth.guest(id, role))).toBe(403);
    const co = await hearth.guest(id, 'co-facilitator');
    expect(await asks(co)).toBe(200);
    await owner.ask('DELETE', api.joinLink, { parameters: { reviewId: id, linkId: co.linkId } });
    expect(await asks(co)).toBe(403);
  });

  it('are for the owner to change, and for nobody without a session to see', async () => {
    const guest = hearth.browser();
    expect((await guest.ask('GET', api.templates)).status).toBe(401);
    expect((await guest.ask('POST', api.templates, { body: ours })).status).toBe(401);
  });
});

describe('[T3] [T4] the agenda of a review', () => {
  it('is the one chosen when it starts, and stays as it was when the template changes', async () => {
    const made = await create();
    const { body } = await owner.ask('POST', api.reviews, { body: { ...incident, templateId: made.id } });
    const { id } = body as { id: ReviewId };
    await owner.ask('PUT', api.template, {
      parameters: { templateId: made.id },
      body: { ...ours, version: 1, stages: [stage('other')] },
    });
    const meeting = await meetingOf(id);
    expect(meeting?.stages).toEqual(ours.stages);
    expect(meeting?.template).toEqual({ id: made.id, version: 1, name: 'Our way' });
  });

  it('can be another one until the meeting begins', async () => {
    const reviewId = await hearth.review(owner);
    const choose = (templateId: string) =>
      owner.ask('PUT', api.reviewTemplate, { parameters: { reviewId }, body: { templateId } });
    expect((await choose('short-form')).status).toBe(204);
    const meeting = await meetingOf(reviewId);
    expect(meeting).toMatchObject({ version: 1, template: { id: 'short-form' }, stages: { length: 6 } });
    expect((await choose('nobody-knows')).status).toBe(404);
    await hearth.store.reviews.compareAndSetMeeting(reviewId, 1, { ...meeting!, version: 2, status: 'running' });
    expect((await choose('near-miss')).status).toBe(409);
    expect((await meetingOf(reviewId))?.template?.id).toBe('short-form');
  });

  it('that was removed meanwhile is told, and no review is made', async () => {
    const answer = await owner.ask('POST', api.reviews, { body: { ...incident, templateId: 'nobody-knows' } });
    expect([answer.status, answer.body]).toMatchObject([400, { fields: { templateId: expect.any(String) } }]);
  });
});
