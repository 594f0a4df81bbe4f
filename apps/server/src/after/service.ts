// What becomes of a review once its meeting has ended, for everybody who was in it.
import { soakOf } from '@hearth/learning/action-items/soak';
import type { AfterMeetingBody } from '@hearth/protocol/http/after';
import { hasEnded, recordOf } from '@hearth/review/record/record';
import type { Participant } from '@hearth/store/ports/access';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';

export class AfterService {
  readonly #store: Pick<Store, 'reviews' | 'feedback' | 'actionItems'>;
  readonly #clock: WallClock;

  constructor(store: Pick<Store, 'reviews' | 'feedback' | 'actionItems'>, clock: WallClock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** @returns null when there is no such review. */
  async after({ reviewId, id }: Participant): Promise<AfterMeetingBody | null> {
    const review = await this.#store.reviews.find(reviewId);
    if (!review) return null;
    const { meeting, incident } = review;
    const nowMs = this.#clock.nowMs();
    const proposals = await this.#store.actionItems.listProposals(reviewId);
    const soak = soakOf(meeting, incident.zone, nowMs);
    return {
      endedAt: recordOf(meeting, nowMs).endedMs,
      feedback: hasEnded(meeting) ? await this.#feedbackOf({ reviewId, id }) : 'not-yet',
      proposed: proposals.filter(({ state }) => state === 'proposed').length,
      confirmed: review.actions.total,
      soakUntil: soak.kind === 'soaking' ? soak.untilMs : null,
    };
  }

  async #feedbackOf({ reviewId, id }: Pick<Participant, 'reviewId' | 'id'>): Promise<'open' | 'given'> {
    return (await this.#store.feedback.hasGiven(reviewId, id)) ? 'given' : 'open';
  }
}
