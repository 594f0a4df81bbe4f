// Port: the published narratives. The slug of a review never changes; publishing again replaces what it shows.
import type { Report } from '@hearth/learning/publishing/report';
import type { ReviewId } from '@hearth/review/ids';

export interface Publication {
  reviewId: ReviewId;
  /** Unguessable (128 bits at least) and stable. */
  slug: string;
  /** 1 for the first time, then counting. */
  revision: number;
  publishedAtMs: number;
  snapshotId: string;
  report: Report;
  /** The same report as Markdown, byte for byte what the download gives. */
  markdown: string;
}

export interface PublishingStore {
  /** Stores a revision; the slug given is used only the first time. */
  publish(publication: Omit<Publication, 'revision'>): Promise<Publication>;
  findBySlug(slug: string): Promise<Publication | null>;
  findByReview(reviewId: ReviewId): Promise<Publication | null>;
}
