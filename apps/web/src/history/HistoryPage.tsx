// The page of a review's history: fetches it in one piece, and says what there is to say while there is none.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { permission } from '@hearth/review/permission';
import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '../design/EmptyState.tsx';
import { ButtonLink } from '../design/Button.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useReview } from '../reviews/queries.ts';
import { useParams } from '../router/Router.tsx';
import { useDocumentTitle } from '../shell/page-title.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { hasHistory } from './history.ts';
import { HistoryFrame } from './HistoryFrame.tsx';
import { HistoryScreen } from './HistoryScreen.tsx';
import { historyQuery } from './queries.ts';
import styles from './History.module.css';

export const HistoryPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  useDocumentTitle(review.data ? `History of ${review.data.incident.title}` : 'History');
  if (review.data) return <HistoryOf review={review.data} />;
  if (review.error) return <QueryProblem error={review.error} onRetry={() => void review.refetch()} />;
  return (
    <HistoryFrame reviewId={reviewId} title="">
      <main id="moment" tabIndex={-1} className={styles.waiting}>
        <Skeleton label="Opening the history" lines={5} />
      </main>
    </HistoryFrame>
  );
};

const HistoryOf = ({ review }: { review: ReviewDetail }) => {
  const mayLook = permission(review.seat.role, 'history.read').allowed;
  const history = useQuery({ ...historyQuery(review.id), enabled: mayLook });
  const { title } = review.incident;
  if (!mayLook)
    return (
      <HistoryFrame reviewId={review.id} title={title}>
        <main id="moment" tabIndex={-1} className={styles.waiting}>
          <EmptyState
            question="The history is for those who write on the board."
            hint="It shows what was removed on purpose as well. As an observer you see the board as it is."
          >
            <ButtonLink look="line" to={`/reviews/${review.id}`}>
              To the board
            </ButtonLink>
          </EmptyState>
        </main>
      </HistoryFrame>
    );
  if (!history.data && history.error)
    return <QueryProblem error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.data)
    return (
      <HistoryFrame reviewId={review.id} title={title}>
        <main id="moment" tabIndex={-1} className={styles.waiting}>
          <Skeleton label="Putting the history together" lines={5} />
        </main>
      </HistoryFrame>
    );
  if (!hasHistory(history.data.history))
    return (
      <HistoryFrame reviewId={review.id} title={title}>
        <main id="moment" tabIndex={-1} className={styles.waiting}>
          <EmptyState
            question="Nothing has happened on this board yet."
            hint="From the first card on, everything that is written can be looked at again here, moment by moment, and gone back to."
          >
            <ButtonLink look="ink" to={`/reviews/${review.id}`}>
              Write the first card
            </ButtonLink>
          </EmptyState>
        </main>
      </HistoryFrame>
    );
  return (
    <HistoryScreen
      key={review.id}
      review={review}
      history={history.data.history}
      fetchedAtMs={history.data.fetchedAtMs}
      onRefetch={history.refetch}
    />
  );
};
