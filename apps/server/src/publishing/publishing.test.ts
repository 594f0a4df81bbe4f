import { renderMarkdown } from '@hearth/learning/publishing/markdown';
import { api } from '@hearth/protocol/http/api';
import type { PublicationBody, PublishedBody } from '@hearth/protocol/http/publishing';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { ReviewId } from '@hearth/review/ids';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { titleWords } from '../http/title-words.ts';
import { startHearth, type Browser, type TestHearth } from '../test/hearth.ts';
import { slugOf } from './slug.ts';

let hearth: TestHearth;
let owner: Browser;
let reviewId: ReviewId;

beforeAll(async () => {
  hearth = await startHearth();
  owner = await hearth.owner();
});
afterAll(() => hearth.stop());
beforeEach(async () => {
  reviewId = ((await owner.ask('POST', api.demo)).body as { id: ReviewId }).id;
});

const publish = async (): Promise<PublicationBody> =>
  (await owner.ask('POST', api.publish, { parameters: { reviewId } })).body as PublicationBody;
const readMarkdown = (slug: string) => hearth.browser().ask('GET', api.publicationMarkdown, { parameters: { slug } });

describe('a published narrative', () => {
  it('is a page for whoever has its address', async () => {
    const { slug } = await publish();
    expect(slug).toMatch(/^labels-stopped-printing-in-41-pharmacies-[A-Za-z0-9_-]{22}$/);
    const read = await hearth.browser().ask('GET', api.publication, { parameters: { slug } });
    const { report } = read.body as PublishedBody;
    expect(report).toMatchObject({ format: 1, incident: { title: 'Labels stopped printing in 41 pharmacies' } });
    expect(report.timeline.length).toBeGreaterThan(5);
    expect(read.headers['x-robots-tag']).toBe('noindex');
  });

  it('is the same Markdown, byte for byte, at each download and from its report', async () => {
    const { slug } = await publish();
    const [first, second] = [await readMarkdown(slug), await readMarkdown(slug)];
    expect(first.headers).toMatchObject({
      'content-type': 'text/markdown; charset=utf-8',
      'content-disposition': 'attachment; filename="labels-stopped-printing-in-41-pharmacies.md"',
    });
    expect(second.text).toBe(first.text);
    const read = await hearth.browser().ask('GET', api.publication, { parameters: { slug } });
    expect(renderMarkdown((read.body as PublishedBody).report)).toBe(first.text);
    expect(first.text).toContain('# Labels stopped printing in 41 pharmacies');
  });

  it('keeps its address when it is published again, with the same bytes for the same board', async () => {
    const first = await publish();
    const before = (await readMarkdown(first.slug)).text;
    const second = await publish();
    expect(second).toMatchObject({ slug: first.slug, revision: first.revision + 1 });
    expect((await readMarkdown(first.slug)).text).toBe(before);
  });

  it('seals a snapshot, and moves the review on', async () => {
    const { slug, publishedAt } = await publish();
    const detail = (await owner.ask('GET', api.review, { parameters: { reviewId } })).body as ReviewDetail;
    expect(detail).toMatchObject({ state: 'published', publication: { slug, publishedAt } });
    const kept = await hearth.store.publishing.findByReview(reviewId);
    const snapshot = await hearth.store.reviews.findSnapshot(reviewId, kept?.snapshotId ?? '');
    expect(snapshot).toMatchObject({ kind: 'publication' });
  });

  it('can be looked at before, by people in the review', async () => {
    const observer = await hearth.guest(reviewId, 'observer');
    const preview = await observer.ask('GET', api.reportPreview, { parameters: { reviewId } });
    expect(preview.body).toMatchObject({ report: { format: 1 } });
  });
});

describe('slugs', () => {
  it.each([
    ['Ärger mit Étiketten: 41×!', 'arger-mit-etiketten-41'],
    ['  --  ', ''],
    ['日本語', ''],
    ['x'.repeat(200), 'x'.repeat(60)],
    [`${'x'.repeat(59)} y`, 'x'.repeat(59)],
  ])('of %j are plain words', (title, words) => {
    expect(titleWords(title)).toBe(words);
  });

  it('end in what nobody guesses', () => {
    expect(slugOf('Labels', 'r'.repeat(22))).toBe(`labels-${'r'.repeat(22)}`);
    expect(slugOf('?', 'r'.repeat(22))).toBe('r'.repeat(22));
  });
});
