// Importing a timeline: paste or choose it, look at what was read row by row, accept, and the events stand on the board.
import { permission } from '@hearth/review/permission';
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import { useState } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { ButtonLink } from '../design/Button.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useReview } from '../reviews/queries.ts';
import { Link, useParams } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { ImportText } from './ImportText.tsx';
import { ImportTable } from './ImportTable.tsx';
import { frameOf, rowsToLookAt, type ImportRow, type TimeFrame } from './import-rows.ts';

const title = 'Import a timeline';

export const ImportPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  if (review.isError && review.data === undefined)
    return <QueryProblem error={review.error} onRetry={() => void review.refetch()} />;
  if (review.data === undefined)
    return (
      <Page title={title}>
        <Skeleton label="Loading the review" />
      </Page>
    );
  const mayImport = permission(review.data.seat.role, 'timeline.import').allowed;
  return (
    <Page
      title={title}
      above={
        <>
          For <Link to={`/reviews/${reviewId}`}>{review.data.incident.title}</Link>
        </>
      }
    >
      {mayImport ? (
        <Import review={review.data} />
      ) : (
        <EmptyState
          question="Observers follow everything and change nothing."
          hint="Ask the facilitator for a participant link."
        >
          <ButtonLink to={`/reviews/${reviewId}`} look="line">
            Back to the room
          </ButtonLink>
        </EmptyState>
      )}
    </Page>
  );
};

const Import = ({ review }: { review: ReviewDetail }) => {
  const [read, setRead] = useState<{ rows: ImportRow[]; frame: TimeFrame; reading: number } | null>(null);
  return (
    <>
      <ImportText
        review={review}
        folded={read !== null}
        onRead={(rows, zone) => {
          const frame = frameOf(rows, zone, review.incident.startedAt, Date.now());
          setRead((before) => ({ rows: rowsToLookAt(rows, frame), frame, reading: (before?.reading ?? 0) + 1 }));
        }}
      />
      {read !== null && <ImportTable key={read.reading} review={review} initial={read.rows} frame={read.frame} />}
    </>
  );
};
