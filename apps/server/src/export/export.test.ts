// A review as one file, over HTTP. Rules: SPEC X1-X5 of learning/export.
import { answerDiagnostic, noteDiagnostic } from '@hearth/board/diagnostics';
import { openWriter } from '@hearth/board/operations';
import { snapshotOf } from '@hearth/board/snapshot';
import type { ReviewExport } from '@hearth/learning/export/review-export';
import { api } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;
const ask = (browser: Browser) => browser.ask('GET', api.export, { parameters: { reviewId } });

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
  reviewId = ((await owner.ask('POST', api.demo)).body as { id: ReviewId }).id;
  await owner.ask('POST', api.extract, { parameters: { reviewId } });
  await owner.ask('POST', api.publish, { parameters: { reviewId } });
});
afterAll(() => hearth.stop());

it('[X2] [X4] has everything of the demo review', async () => {
  const guest = await hearth.guest(reviewId, 'participant', 'Mara');
  const answer = await ask(owner);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="labels-stopped-printing-in-41-pharmacies.hearth.json"',
  });
  const told = answer.body as ReviewExport;
  expect(told).toMatchObject({
    format: 'hearth-review',
    version: 1,
    review: { id: reviewId, demo: true },
    incident: { reference: 'INC-2207', startedAt: '2026-11-12T13:05:00.000Z' },
    meeting: { status: 'running', currentStage: 'factors' },
    narrative: expect.stringContaining('## Summary'),
    published: { revision: 1, markdown: expect.stringContaining('# Labels stopped printing') },
    snapshots: [...Array.from({ length: 4 }, () => ({ kind: 'stage-end' })), { kind: 'publication' }],
  });
  expect(told.participants.map(({ name }) => name)).toContain('Mara');
  expect(told.proposals.length).toBeGreaterThan(0);
  expect(told.proposals[0]?.source.sentence).not.toBe('');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Buffer.from(told.document.state, 'base64'));
  const { cards, links } = snapshotOf(doc);
  const { perspectives, links: linksTold, ...lists } = told.board;
  const told1 = [...perspectives.flatMap((column) => column.cards), ...Object.values(lists).flat()];
  expect(told1.map(({ id }) => id).toSorted()).toEqual(cards.map(({ id }) => id).toSorted());
  expect(linksTold).toHaveLength(links.length);
  expect(answer.text).not.toContain(guest.secret);
  expect(answer.text).not.toContain(guest.linkId);
});

it('[X2] has what the room answered about the conditions around the work', async () => {
  const { id } = (await owner.ask('POST', api.demo)).body as { id: ReviewId };
  const doc = new Y.Doc();
  const writer = openWriter(doc);
  noteDiagnostic(writer, 'tooling', 'Two buttons look alike');
  answerDiagnostic(writer, 'tooling', 'yes');
  answerDiagnostic(writer, 'time-of-day', 'no');
  const update = Y.encodeStateAsUpdate(doc);
  await hearth.store.updateLog.append([{ document: `board/${id}`, update, atMs: 0, writers: [] }]);
  const { diagnostics } = (await owner.ask('GET', api.export, { parameters: { reviewId: id } })).body as ReviewExport;
  expect(diagnostics).toMatchObject([
    { id: 'time-of-day', name: 'Time of day', answer: 'no', note: '', card: null },
    { id: 'tooling', answer: 'yes', note: 'Two buttons look alike', card: null },
  ]);
});

it('[X1] is the same, byte for byte, at each download', async () => {
  const first = await ask(owner);
  hearth.clock.advance(3_600_000);
  expect((await ask(owner)).text).toBe(first.text);
});

it('is for those who run the review', async () => {
  expect((await ask(await hearth.guest(reviewId, 'participant'))).status).toBe(403);
});
