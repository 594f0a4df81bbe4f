// What people say after a meeting: taken once from everybody, told as a sum. Rules: SPEC E1-E5 of review, V1-V5 of store.
import type { FeedbackBody, FeedbackSumBody } from '@hearth/protocol/http/feedback';
import { saysNothing, summedUp } from '@hearth/review/feedback/feedback';
import type { ReviewId } from '@hearth/review/ids';
import { hasEnded } from '@hearth/review/record/record';
import type { Participant } from '@hearth/store/ports/access';
import type { GiveOutcome } from '@hearth/store/ports/feedback';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import { newId } from '../secrets.ts';

type Outcome = GiveOutcome | 'says-nothing' | 'not-yet' | 'no-review';

export class FeedbackService {
  readonly #store: Pick<Store, 'reviews' | 'feedback'>;
  readonly #clock: WallClock;

  constructor(store: Pick<Store, 'reviews' | 'feedback'>, clock: WallClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Of the seat only the review and who has answered are kept, and the latter apart from the answer. */
  async give({ reviewId, id }: Participant, feedback: FeedbackBody): Promise<Outcome> {
    if (saysNothing(feedback)) return 'says-nothing';
    const review = await this.#store.reviews.find(reviewId);
    if (!review) return 'no-review';
    if (!hasEnded(review.meeting)) return 'not-yet';
    return this.#store.feedback.give(reviewId, id, { ...feedback, id: newId(), day: this.#today() });
  }

  async sum(reviewId: ReviewId): Promise<FeedbackSumBody> {
    return summedUp(await this.#store.feedback.answers(reviewId), this.#today());
  }

  #today(): string {
    return new Date(this.#clock.nowMs()).toISOString().slice(0, 10);
  }
}
