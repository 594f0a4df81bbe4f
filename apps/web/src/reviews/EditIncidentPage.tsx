// Putting right what is recorded about an incident, while its review goes on.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { permission } from '@hearth/review/permission';
import { useState } from 'react';
import { adviceOf, ApiError } from '../api/api-error.ts';
import { ButtonLink } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Notice } from '../design/Notice.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useToast } from '../design/toast.tsx';
import { Link, useNavigate, useParams } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { draftOf, problemsFromServer, readDraft, type DraftProblems } from './incident-draft.ts';
import { IncidentForm } from './IncidentForm.tsx';
import { useChangeIncident, useReview } from './queries.ts';
import styles from './NewReviewPage.module.css';

export const EditIncidentPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  if (review.isError && review.data === undefined)
    return <QueryProblem error={review.error} onRetry={() => void review.refetch()} />;
  return (
    <Page
      title="The incident"
      measure="read"
      above={review.data && <Link to={`/reviews/${reviewId}`}>{review.data.incident.title}</Link>}
    >
      {review.data === undefined ? <Skeleton label="Loading the incident" lines={6} /> : <Edit review={review.data} />}
    </Page>
  );
};

const Edit = ({ review }: { review: ReviewDetail }) => {
  const room = `/reviews/${review.id}`;
  const [draft, setDraft] = useState(() => draftOf(review.incident));
  const [problems, setProblems] = useState<DraftProblems>({});
  const change = useChangeIncident(review.id);
  const navigate = useNavigate();
  const toast = useToast();

  if (!permission(review.seat.role, 'review.edit').allowed)
    return (
      <EmptyState question="The facilitator keeps what is recorded." hint="Tell them what should be put right.">
        <ButtonLink to={room} look="line">
          Back to the room
        </ButtonLink>
      </EmptyState>
    );

  const submit = (unfinished: DraftProblems) => {
    const read = readDraft(draft, Date.now());
    const found = { ...(read.ok ? {} : read.problems), ...unfinished };
    setProblems(found);
    if (!read.ok || Object.keys(found).length > 0) return;
    change.mutate(read.incident, {
      onSuccess: () => {
        toast('The incident is put right.');
        navigate(room);
      },
      onError: (error) => {
        if (error instanceof ApiError) setProblems(problemsFromServer(error.fields, draft));
      },
    });
  };

  return (
    <>
      <p className={styles.lede}>
        Everybody in the review sees the change. The board and the narrative stay as they are.
      </p>
      {change.isError && (
        <Notice live="alert" title="Not saved." className={styles.refused}>
          {adviceOf(change.error)} What you typed is still here.
        </Notice>
      )}
      <IncidentForm
        draft={draft}
        problems={problems}
        busy={change.isPending}
        submit="Save"
        leaveTo={room}
        onChange={setDraft}
        onSubmit={submit}
      />
    </>
  );
};
