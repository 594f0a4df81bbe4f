// How much people have written for themselves, as their browsers tell it. In memory: who comes back tells it again.
// Rules: SPEC D6.
import type { DraftCount, DraftsView } from '@hearth/protocol/facilitation';
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';

type Told = DraftCount & { round: number };

export class DraftCounts {
  readonly #reviews = new Map<ReviewId, Map<ParticipantId, Told>>();

  /** @returns whether that was news. */
  tell(reviewId: ReviewId, participantId: ParticipantId, told: Told): boolean {
    const people = this.#reviews.get(reviewId) ?? new Map<ParticipantId, Told>();
    this.#reviews.set(reviewId, people);
    const before = people.get(participantId);
    people.set(participantId, told);
    return before?.round !== told.round || before.thoughts !== told.thoughts || before.inProgress !== told.inProgress;
  }

  view(reviewId: ReviewId, { writing }: FacilitationState): DraftsView | null {
    if (!writing || writing.phase === 'open') {
      this.#reviews.delete(reviewId);
      return null;
    }
    const all = [...(this.#reviews.get(reviewId) ?? [])].filter(([, { round }]) => round === writing.round);
    const people = all.filter(([, { thoughts, inProgress }]) => thoughts + inProgress > 0);
    return {
      writers: people.length,
      thoughts: people.reduce((sum, [, { thoughts }]) => sum + thoughts, 0),
      inProgress: people.reduce((sum, [, { inProgress }]) => sum + inProgress, 0),
      people:
        writing.attribution === 'anonymous'
          ? []
          : people.map(([participantId, { thoughts, inProgress }]) => ({ participantId, thoughts, inProgress })),
    };
  }
}
