// What comes after the meeting: how it was, what happens next, and for the facilitators what people said and the record.
import type { ReviewDetail } from '@hearth/protocol/http/reviews';
import type { AfterMeetingBody } from '@hearth/protocol/http/after';
import { permission } from '@hearth/review/permission';
import { useId, type ReactNode } from 'react';
import { Skeleton } from '../design/Skeleton.tsx';
import { useReview } from '../reviews/queries.ts';
import { Link } from '../router/Router.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import styles from './After.module.css';
import { FeedbackForm } from './FeedbackForm.tsx';
import { FeedbackSum } from './FeedbackSum.tsx';
import { MeetingRecord } from './MeetingRecord.tsx';
import { useAfter } from './queries.ts';
import { actionWords } from './words.ts';

interface AfterMeetingProps {
  reviewId: string;
  /** The room is right behind this: nothing needs to lead there. */
  inRoom?: boolean;
}

export const AfterMeeting = ({ reviewId, inRoom = false }: AfterMeetingProps) => {
  const review = useReview(reviewId);
  const after = useAfter(reviewId);
  const failed = [review, after].find((query) => query.isError && query.data === undefined);
  if (failed) return <QueryProblem error={failed.error} onRetry={() => void failed.refetch()} />;
  if (review.data === undefined || after.data === undefined)
    return <Skeleton label="Loading what comes after the meeting" lines={8} />;
  const { incident, seat } = review.data;
  if (after.data.feedback === 'not-yet')
    return (
      <p>
        The meeting has not ended yet. Once it has, everybody can say here how it was.{' '}
        {!inRoom && <Link to={`/reviews/${reviewId}`}>Go to the room</Link>}
      </p>
    );
  return (
    <div className={styles.after}>
      <Section title="How was it?">
        <FeedbackForm reviewId={reviewId} given={after.data.feedback === 'given'} />
      </Section>
      <Section title="What happens next">
        <NextSteps review={review.data} after={after.data} inRoom={inRoom} />
      </Section>
      {permission(seat.role, 'record.read').allowed && (
        <>
          <Section title="What people said">
            <FeedbackSum reviewId={reviewId} />
          </Section>
          <Section title="The meeting">
            <MeetingRecord reviewId={reviewId} zone={incident.zone} />
          </Section>
        </>
      )}
    </div>
  );
};

const Section = ({ title, children }: { title: string; children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
};

interface NextStepsProps {
  review: ReviewDetail;
  after: AfterMeetingBody;
  inRoom: boolean;
}

const NextSteps = ({ review: { id, incident, publication, seat }, after, inRoom }: NextStepsProps) => (
  <ul className={styles.next}>
    <li>
      {actionWords(after, incident.zone)} {after.confirmed > 0 && <Link to="/actions">See the actions</Link>}
    </li>
    <li>
      {publication !== null ? (
        <>
          The narrative is published. <Link to={`/p/${publication.slug}`}>Read it</Link>
        </>
      ) : permission(seat.role, 'publishing.publish').allowed ? (
        <>
          The narrative is for the whole organisation once you publish it.{' '}
          <Link to={`/reviews/${id}/publish`}>Look at the report</Link>
        </>
      ) : (
        'The facilitators publish the narrative for the whole organisation when it is ready.'
      )}
    </li>
    <li>
      The board and the narrative stay open for finishing touches.{' '}
      {!inRoom && <Link to={`/reviews/${id}`}>Go to the room</Link>}
    </li>
  </ul>
);
