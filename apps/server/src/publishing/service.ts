// Publishing the narrative: seal the board, build the report, render it once, keep all three together.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import { buildReport } from '@hearth/learning/publishing/build';
import { renderMarkdown } from '@hearth/learning/publishing/markdown';
import type { Report } from '@hearth/learning/publishing/report';
import { api, pathOf } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import type { Publication } from '@hearth/store/ports/publishing';
import type { Review } from '@hearth/store/ports/reviews';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import type { Boards } from '../live/boards.ts';
import type { ReviewService } from '../reviews/service.ts';
import { newId } from '../secrets.ts';
import { slugOf } from './slug.ts';

export class PublishingService {
  readonly #store: Store;
  readonly #reviews: ReviewService;
  readonly #boards: Boards;
  readonly #clock: WallClock;

  constructor(store: Store, reviews: ReviewService, boards: Boards, clock: WallClock) {
    this.#store = store;
    this.#reviews = reviews;
    this.#boards = boards;
    this.#clock = clock;
  }

  /** The report as it would be published now; null when there is no such review. */
  async preview(reviewId: ReviewId): Promise<Report | null> {
    const review = await this.#reviews.find(reviewId);
    if (!review) return null;
    const snapshot = await this.#boards.read(await this.#boards.state(reviewId));
    return this.#report(review, snapshot, this.#clock.nowMs());
  }

  /**
   * Publishes what is on the board now. The address stays the same when it is done again.
   * @param origin  where readers find this server, for links to pictures; null when nobody knows.
   */
  async publish(reviewId: ReviewId, origin: string | null): Promise<Publication | null> {
    const review = await this.#reviews.find(reviewId);
    if (!review) return null;
    const sealed = { kind: 'publication', name: 'Publication', stageId: null } as const;
    const { head, state } = await this.#reviews.takeSnapshot(reviewId, sealed);
    const report = await this.#report(review, await this.#boards.read(state), head.createdAtMs);
    const before = await this.#store.publishing.findByReview(reviewId);
    const slug = before?.slug ?? slugOf(review.incident.title, newId());
    const pictureUrl = (attachmentId: string): string =>
      `${origin ?? ''}${pathOf(api.publicationAttachment, { slug, attachmentId })}`;
    return this.#store.publishing.publish({
      reviewId,
      slug,
      publishedAtMs: head.createdAtMs,
      snapshotId: head.id,
      report,
      markdown: renderMarkdown(report, origin === null ? null : pictureUrl),
    });
  }

  async find(slug: string): Promise<Publication | null> {
    return this.#store.publishing.findBySlug(slug);
  }

  async #report(review: Review, snapshot: BoardSnapshot, publishedAtMs: number): Promise<Report> {
    const [actions, people] = await Promise.all([
      this.#store.actionItems.list([review.id]),
      this.#store.access.listParticipants(review.id),
    ]);
    const { incident, meeting } = review;
    return buildReport({
      incident,
      snapshot,
      actions,
      people,
      decisions: meeting.decisions ?? [],
      results: meeting.results ?? [],
      publishedAtMs,
    });
  }
}
