// The order in which reviews stand on the first page. Pure.
import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import type { Lifecycle } from '@hearth/review/lifecycle';

export interface ReviewsOfState {
  state: Lifecycle;
  name: string;
  reviews: ReviewSummary[];
}

const groupNames: Record<Lifecycle, string> = {
  preparing: 'Preparing',
  'in-room': 'In the room',
  'writing-up': 'Writing up',
  published: 'Published',
};

/**
 * Live reviews first (somebody is inside while the meeting runs), then the others by where they stand, in the order of a
 * review's life; in each group the longest-waiting incident first, save among the published, where the newest leads.
 */
export const groupReviews = (
  reviews: readonly ReviewSummary[],
): { live: ReviewSummary[]; groups: ReviewsOfState[] } => {
  const isLive = (review: ReviewSummary) => review.state === 'in-room' && review.inside.length > 0;
  const since = (review: ReviewSummary) => review.startedAt ?? review.createdAt;
  const rest = reviews.filter((review) => !isLive(review));
  const groups = (['in-room', 'preparing', 'writing-up', 'published'] as const).map((state) => ({
    state,
    name: groupNames[state],
    reviews: rest
      .filter((review) => review.state === state)
      .sort((a, b) => (state === 'published' ? since(b) - since(a) : since(a) - since(b))),
  }));
  return {
    live: reviews.filter(isLive).sort((a, b) => b.inside.length - a.inside.length),
    groups: groups.filter((group) => group.reviews.length > 0),
  };
};
