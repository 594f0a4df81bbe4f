// After the meeting, as a page of its own: reached from the home list, the review's menu, and on a phone.
import { useReview } from '../reviews/queries.ts';
import { Link, useParams } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { AfterMeeting } from './AfterMeeting.tsx';

export const AfterPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  return (
    <Page
      title="After the meeting"
      measure="read"
      above={review.data && <Link to={`/reviews/${reviewId}`}>{review.data.incident.title}</Link>}
    >
      <AfterMeeting reviewId={reviewId} />
    </Page>
  );
};
