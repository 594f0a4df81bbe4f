// Port: what people say after a meeting, without who said it; and who has said something, without what.
import type { FeedbackAnswer } from '@hearth/review/feedback/feedback';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';

export type GiveOutcome = 'given' | 'given-before' | 'full';

export interface FeedbackStore {
  /** Keeps an answer, and that this person has given theirs: both or neither, and nothing that ties the two. */
  give(
    reviewId: ReviewId,
    participantId: ParticipantId,
    answer: Omit<FeedbackAnswer, 'together'>,
  ): Promise<GiveOutcome>;
  hasGiven(reviewId: ReviewId, participantId: ParticipantId): Promise<boolean>;
  /** By their ids, which are random. */
  answers(reviewId: ReviewId): Promise<FeedbackAnswer[]>;
}
