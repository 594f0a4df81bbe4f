// Every route, asked by everybody who might. A route that is missing here fails the last test.
import { api, type ApiPath } from '@hearth/protocol/http/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { incident, startHearth, type Browser, type TestHearth } from '../test/hearth.ts';

const people = ['nobody', 'guest of another review', 'observer', 'participant', 'co-facilitator', 'owner'] as const;
type Person = (typeof people)[number];
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Row {
  method: Method;
  path: ApiPath;
  body?: unknown;
  /** Status for each of `people`, in their order. */
  statuses: readonly [number, number, number, number, number, number];
}

const everybody = [200, 200, 200, 200, 200, 200] as const;
const readers = [401, 404, 200, 200, 200, 200] as const;
const signedIn = [401, 200, 200, 200, 200, 200] as const;
/** Whoever may: the thing named in the path does not exist, so that a repeated try changes nothing. */
const writersOfNothing = [401, 404, 403, 404, 404, 404] as const;
const readersOfNothing = [401, 404, 404, 404, 404, 404] as const;
const ownerOfNothing = [401, 403, 403, 403, 403, 404] as const;
const linkNotValid = [404, 404, 404, 404, 404, 404] as const;

const fields = { text: 'Do it', owner: null, due: null, priority: null, kind: null, ticket: null };
const agenda = {
  name: 'Ours',
  about: '',
  stages: [{ id: 'opening', name: 'Opening', minutes: 3, zone: null, question: '' }],
};
const feedback = { facilitation: 4, document: null, learned: 'yes', again: 'yes', helped: '', change: '' };
const secret = 'A'.repeat(43);

const rows: Row[] = [
  { method: 'GET', path: api.session, statuses: everybody },
  { method: 'POST', path: api.signIn, body: { secret }, statuses: linkNotValid },
  { method: 'PATCH', path: api.account, body: { name: 'Ada' }, statuses: [401, 403, 403, 403, 403, 200] },
  { method: 'POST', path: api.joinPreview, body: { secret }, statuses: linkNotValid },
  { method: 'POST', path: api.join, body: { secret, name: 'Bo' }, statuses: linkNotValid },
  { method: 'GET', path: api.reviews, statuses: signedIn },
  { method: 'POST', path: api.reviews, body: incident, statuses: [401, 403, 403, 403, 403, 201] },
  { method: 'POST', path: api.demo, statuses: [401, 403, 403, 403, 403, 200] },
  { method: 'GET', path: api.review, statuses: readers },
  { method: 'GET', path: api.meeting, statuses: readers },
  { method: 'PATCH', path: api.incident, body: incident, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'GET', path: api.after, statuses: readers },
  // The meeting has not ended: whoever may say how it was is told so.
  { method: 'POST', path: api.feedback, body: feedback, statuses: [401, 404, 409, 409, 409, 409] },
  { method: 'GET', path: api.feedbackSum, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'GET', path: api.record, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'GET', path: api.joinLinks, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'POST', path: api.joinLinks, body: { role: 'participant' }, statuses: [401, 404, 403, 403, 201, 201] },
  { method: 'DELETE', path: api.joinLink, statuses: [401, 404, 403, 403, 404, 404] },
  {
    method: 'POST',
    path: api.timelineParse,
    body: { text: '14:24 It broke' },
    statuses: [401, 404, 403, 200, 200, 200],
  },
  {
    method: 'POST',
    path: api.thoughts,
    body: { thoughts: [{ id: 'thought-1', text: 'It looked fine', facet: 'saw', anonymous: false }] },
    statuses: [401, 404, 403, 204, 204, 204],
  },
  { method: 'GET', path: api.snapshots, statuses: readers },
  { method: 'POST', path: api.snapshots, body: { name: 'Now' }, statuses: [401, 404, 403, 201, 201, 201] },
  { method: 'GET', path: api.history, statuses: [401, 404, 403, 200, 200, 200] },
  { method: 'GET', path: api.historyNow, statuses: [401, 404, 403, 200, 200, 200] },
  {
    method: 'POST',
    path: api.historyRestore,
    body: { to: { kind: 'moment', seq: 9_999 }, name: 'Then' },
    statuses: [401, 404, 403, 403, 404, 404],
  },
  { method: 'GET', path: api.attachment, statuses: readersOfNothing },
  { method: 'PUT', path: api.attachment, statuses: [401, 404, 403, 422, 422, 422] },
  { method: 'DELETE', path: api.attachment, statuses: writersOfNothing },
  { method: 'GET', path: api.attachmentThumbnail, statuses: readersOfNothing },
  { method: 'PUT', path: api.attachmentThumbnail, statuses: [401, 404, 403, 422, 422, 422] },
  { method: 'POST', path: api.extract, statuses: [401, 404, 403, 200, 200, 200] },
  { method: 'GET', path: api.proposals, statuses: readers },
  { method: 'POST', path: api.confirm, body: fields, statuses: writersOfNothing },
  { method: 'POST', path: api.dismiss, statuses: writersOfNothing },
  { method: 'POST', path: api.restore, statuses: writersOfNothing },
  // The guest of another review runs that one.
  { method: 'GET', path: api.templates, statuses: [401, 200, 403, 403, 200, 200] },
  { method: 'POST', path: api.templates, body: agenda, statuses: [401, 403, 403, 403, 403, 201] },
  { method: 'PUT', path: api.template, body: { ...agenda, version: 1 }, statuses: ownerOfNothing },
  { method: 'DELETE', path: api.template, statuses: ownerOfNothing },
  { method: 'GET', path: api.templateVersions, statuses: ownerOfNothing },
  {
    method: 'PUT',
    path: api.reviewTemplate,
    body: { templateId: 'no-such-template' },
    statuses: [401, 404, 403, 403, 404, 404],
  },
  { method: 'GET', path: api.tracker, statuses: signedIn },
  { method: 'PATCH', path: api.actionItem, body: { version: 1 }, statuses: [401, 404, 404, 404, 404, 404] },
  { method: 'GET', path: api.reportPreview, statuses: readers },
  { method: 'POST', path: api.publish, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'GET', path: api.export, statuses: [401, 404, 403, 403, 200, 200] },
  { method: 'GET', path: api.publication, statuses: linkNotValid },
  { method: 'GET', path: api.publicationMarkdown, statuses: linkNotValid },
  { method: 'GET', path: api.publicationAttachment, statuses: linkNotValid },
  { method: 'DELETE', path: api.session, statuses: [204, 204, 204, 204, 204, 204] },
];

let hearth: TestHearth;
let reviewId: string;
const browsers = new Map<Person, Browser>();

beforeAll(async () => {
  hearth = await startHearth();
  const owner = await hearth.owner();
  reviewId = await hearth.review(owner);
  const another = await hearth.review(owner, 'Another');
  browsers.set('nobody', hearth.browser());
  browsers.set('guest of another review', await hearth.guest(another, 'co-facilitator'));
  for (const role of ['observer', 'participant', 'co-facilitator'] as const)
    browsers.set(role, await hearth.guest(reviewId, role));
  browsers.set('owner', owner);
});
afterAll(() => hearth.stop());

describe.each(rows)('$method $path', ({ method, path, body, statuses }) => {
  it.each(people.map((person, index) => ({ person, status: statuses[index] })))(
    'answers $person with $status',
    async ({ person, status }) => {
      const parameters = {
        reviewId,
        linkId: 'no-such-link',
        proposalId: 'no-such-proposal',
        itemId: 'no-such-item',
        templateId: 'no-such-template',
        attachmentId: 'no-such-attachment',
        slug: `nothing-${'A'.repeat(22)}`,
      };
      const answer = await browsers.get(person)?.ask(method, path, { parameters, ...(body ? { body } : {}) });
      expect(answer?.status).toBe(status);
      if (status !== undefined && status >= 400)
        expect(answer?.body).toEqual({ code: expect.stringMatching(/^HEARTH_/), advice: expect.any(String) });
    },
  );
});

it('covers every route of the API', () => {
  const documented = Object.entries(hearth.app.swagger().paths ?? {})
    .filter(([path]) => path.startsWith('/api/'))
    .flatMap(([path, methods]) => Object.keys(methods ?? {}).map((method) => `${method.toUpperCase()} ${path}`));
  const covered = rows.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  expect(covered.toSorted()).toEqual(documented.toSorted());
});
