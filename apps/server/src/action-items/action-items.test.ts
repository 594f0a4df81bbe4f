import { api } from '@hearth/protocol/http/api';
import type { ActionItemBody, ProposalBody, ReadyToConfirm, TrackedItem } from '@hearth/protocol/http/action-items';
import type { FacilitationCommand } from '@hearth/review/facilitation/command';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { actionCard, writeOnBoard } from '../test/boards.ts';
import { noonMs, startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { openFacilitation } from '../test/sockets.ts';

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
  await writeOnBoard(hearth.store, reviewId, [
    actionCard('card-restart', 'Restart the print gateway weekly, owner: Tomasz, P2, due tomorrow'),
    actionCard('card-alert', 'Add an alert on the label queue'),
    actionCard('card-docs', 'Write down how to roll the firmware back'),
  ]);
});

const extract = async (): Promise<ProposalBody[]> => {
  const answer = await owner.ask('POST', api.extract, { parameters: { reviewId } });
  return (answer.body as { proposals: ProposalBody[] }).proposals;
};
const byId = (proposals: ProposalBody[]) => proposals.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const fieldsOf = ({ text, owner: who, due, priority, kind, ticket }: ProposalBody) => ({
  text,
  owner: who,
  due,
  priority,
  kind,
  ticket,
});
const confirm = async (proposal: ProposalBody, change: object = {}) => {
  const body = { ...fieldsOf(proposal), ...change };
  return owner.ask('POST', api.confirm, { parameters: { reviewId, proposalId: proposal.id }, body });
};
const decide = (path: typeof api.dismiss | typeof api.restore, { id }: ProposalBody) =>
  owner.ask('POST', path, { parameters: { reviewId, proposalId: id } });

describe('extraction', () => {
  it('finds the cards, with their fields and where they come from', async () => {
    const [first] = await extract();
    expect(first).toMatchObject({
      owner: 'Tomasz',
      priority: 'P2',
      due: '2026-11-21',
      state: 'proposed',
      source: { kind: 'card', cardId: 'card-restart' },
    });
  });

  it('done again changes nothing, decided or not', async () => {
    const [first, second, third] = await extract();
    expect(await extract()).toEqual([first, second, third]);
    if (!first || !second || !third) throw new Error('three cards were written');
    await confirm(first);
    await decide(api.dismiss, second);
    const answer = await owner.ask('GET', api.proposals, { parameters: { reviewId } });
    const before = (answer.body as { proposals: ProposalBody[] }).proposals;
    expect(byId(await extract())).toEqual(byId(before));
    const { items } = (await owner.ask('GET', api.tracker)).body as { items: TrackedItem[] };
    expect(items.filter((item) => item.reviewId === reviewId)).toHaveLength(1);
  });
});

describe('a decision', () => {
  it('makes an action as edited, once', async () => {
    const [first] = await extract();
    if (!first) throw new Error('three cards were written');
    const answers = await Promise.all([confirm(first, { text: 'Restart it daily' }), confirm(first)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const made = answers.find(({ status }) => status === 200)?.body as { item: ActionItemBody; proposal: ProposalBody };
    expect(made.item).toMatchObject({ status: 'open', version: 1, createdAtMs: noonMs });
    expect(made.proposal).toMatchObject({ state: 'confirmed', actionItemId: made.item.id });
    const refused = answers.find(({ status }) => status === 409)?.body;
    expect(refused).toMatchObject({ code: 'HEARTH_ALREADY_DECIDED' });
  });

  it('can be a dismissal, and be taken back', async () => {
    const [first] = await extract();
    if (!first) throw new Error('three cards were written');
    expect((await decide(api.dismiss, first)).body).toMatchObject({ proposal: { state: 'dismissed' } });
    expect((await decide(api.dismiss, first)).status).toBe(409);
    expect((await decide(api.restore, first)).body).toMatchObject({ proposal: { state: 'proposed' } });
  });

  it('asks for words', async () => {
    const [first] = await extract();
    if (!first) throw new Error('three cards were written');
    const answer = await confirm(first, { text: ' ', due: 'tomorrow' });
    expect(answer.body).toMatchObject({
      fields: { text: 'Say what is to be done.', due: 'Write the day as YYYY-MM-DD.' },
    });
  });
});

describe('the tracker', () => {
  const newItem = async (): Promise<ActionItemBody> => {
    const [first] = await extract();
    if (!first) throw new Error('three cards were written');
    return ((await confirm(first)).body as { item: ActionItemBody }).item;
  };
  const change = (itemId: string, body: unknown, who = owner) =>
    who.ask('PATCH', api.actionItem, { parameters: { itemId }, body });

  it('changes what was sent and nothing else, on the version that was seen', async () => {
    const item = await newItem();
    const changed = await change(item.id, { version: 1, status: 'completed', completionNote: 'Done.' });
    expect(changed.body).toEqual({
      ...item,
      status: 'completed',
      completionNote: 'Done.',
      version: 2,
      completedAtMs: noonMs,
    });
    const late = await change(item.id, { version: 1, owner: 'Jonas' });
    expect([late.status, late.body]).toMatchObject([409, { code: 'HEARTH_CONFLICT' }]);
    expect((await change(item.id, { version: 2, owner: null })).body).toMatchObject({ owner: null, version: 3 });
  });

  it('wants to know why something will not be done', async () => {
    const item = await newItem();
    const refused = await change(item.id, { version: 1, status: 'wont_do' });
    expect(refused.body).toMatchObject({ fields: { completionNote: 'Say why it will not be done.' } });
    const taken = await change(item.id, { version: 1, status: 'wont_do', completionNote: 'Replaced by the alert.' });
    expect(taken.status).toBe(200);
  });

  it('shows and lets change only what belongs to one’s own reviews', async () => {
    const item = await newItem();
    const here = await hearth.guest(reviewId);
    const observer = await hearth.guest(reviewId, 'observer');
    const elsewhere = await hearth.guest(await hearth.review(owner, 'Another'));
    const seen = async (who: Browser) =>
      ((await who.ask('GET', api.tracker)).body as { items: TrackedItem[] }).items.map(({ id }) => id);
    expect([await seen(here), await seen(observer), await seen(elsewhere)]).toEqual([[item.id], [item.id], []]);
    const statuses = [];
    for (const who of [elsewhere, observer, here])
      statuses.push((await change(item.id, { version: 1, owner: 'Bo' }, who)).status);
    expect(statuses).toEqual([404, 403, 200]);
  });
});

describe('soak time', () => {
  const meet = async (...commands: FacilitationCommand[]): Promise<void> => {
    const meeting = await openFacilitation(await hearth.origin(), reviewId, owner);
    for (const command of commands) {
      const version = (await hearth.store.reviews.find(reviewId))?.meeting.version ?? 0;
      expect(await meeting.command(command, version)).toMatchObject({ ok: true });
    }
    meeting.socket.close();
  };
  const ready = async () => {
    const { ready: found = [] } = (await owner.ask('GET', api.tracker)).body as { ready?: ReadyToConfirm[] };
    return found.filter((one) => one.reviewId === reviewId);
  };

  it('[S3] holds a confirmation back until two work days after the end, unless one says that one knows', async () => {
    const [first, second, third] = await extract();
    if (!first || !second || !third) throw new Error('three cards were written');
    await meet({ kind: 'soak', on: true }, { kind: 'start' });
    expect((await confirm(first)).body).toMatchObject({ code: 'HEARTH_STILL_SOAKING' });
    expect((await confirm(first, { early: true })).status).toBe(200);
    await meet({ kind: 'end' });
    expect((await confirm(second, { early: false })).status).toBe(409);
    expect((await decide(api.dismiss, third)).status).toBe(200);
    expect(await ready()).toEqual([]);

    hearth.clock.advance(4 * 86_400_000);
    expect(await ready()).toEqual([expect.objectContaining({ proposals: 1 })]);
    expect((await confirm(second)).status).toBe(200);
    expect(await ready()).toEqual([]);
  });
});
