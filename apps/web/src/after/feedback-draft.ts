// An answer while it is written. Kept in this page alone, so that closing the panel loses nothing; never on the device.
import type { FeedbackBody } from '@hearth/protocol/http/feedback';

const emptyFeedback: FeedbackBody = {
  facilitation: null,
  document: null,
  learned: null,
  again: null,
  helped: '',
  change: '',
};

const drafts = new Map<string, FeedbackBody>();

export const feedbackDraft = (reviewId: string): FeedbackBody => drafts.get(reviewId) ?? emptyFeedback;

/** @param draft  null: it was sent, and nothing of it stays. */
export const keepFeedbackDraft = (reviewId: string, draft: FeedbackBody | null): void => {
  if (draft === null) drafts.delete(reviewId);
  else drafts.set(reviewId, draft);
};
