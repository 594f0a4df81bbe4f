// SPEC P1, P2.
import { beforeEach, describe, expect, test } from 'vitest';
import { noonMs, reviewId, sampleIncident, sampleReport, sampleReview } from './samples.ts';
import type { Subject } from './store-contract.ts';

const one = reviewId('one');
const publication = {
  reviewId: one,
  slug: 'slug-of-128-bits',
  publishedAtMs: noonMs,
  snapshotId: 'snapshot-1',
  report: sampleReport(sampleIncident('one')),
  markdown: '# Größe\r\n\n\t“learned” 🔥\n',
};

export const publishingContract = (subject: Subject): void => {
  describe('publishing', () => {
    beforeEach(() => subject.store.reviews.create(sampleReview('one')));

    test('[P2] a publication comes back exactly, by its slug and by its review', async () => {
      await expect(subject.store.publishing.publish(publication)).resolves.toEqual({ ...publication, revision: 1 });
      const { publishing, reviews } = await subject.reopen();
      await expect(publishing.findBySlug(publication.slug)).resolves.toEqual({ ...publication, revision: 1 });
      await expect(publishing.findByReview(one)).resolves.toEqual({ ...publication, revision: 1 });
      await expect(publishing.findBySlug('other')).resolves.toBeNull();
      await expect(publishing.findByReview(reviewId('two'))).resolves.toBeNull();
      expect((await reviews.find(one))?.publication).toEqual({ slug: publication.slug, publishedAtMs: noonMs });
    });

    test('[P1] publishing again keeps the slug, counts on and shows the new words', async () => {
      const { publishing } = subject.store;
      await publishing.publish(publication);
      const again = { ...publication, slug: 'another-slug', markdown: 'new', publishedAtMs: noonMs + 1 };
      const revisions = await Promise.all([publishing.publish(again), publishing.publish(again)]);
      expect(revisions.map(({ revision }) => revision).toSorted((x, y) => x - y)).toEqual([2, 3]);
      await expect(publishing.findBySlug('another-slug')).resolves.toBeNull();
      await expect(publishing.findBySlug(publication.slug)).resolves.toEqual({
        ...again,
        slug: publication.slug,
        revision: 3,
      });
    });
  });
};
