// The reviews that stand at the same point, a row each.
import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import { severityNames } from '@hearth/review/incident';
import { counted, dayAndMonth, daysOn } from '@hearth/review/time/words';
import { useId } from 'react';
import { Link } from '../router/Router.tsx';
import { useNow } from '../time/use-now.ts';
import styles from './HomePage.module.css';

export const ReviewGroup = ({ name, reviews }: { name: string; reviews: readonly ReviewSummary[] }) => {
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h2 id={id}>
        {name} <span className="meta">{reviews.length}</span>
      </h2>
      <ul>
        {reviews.map((review) => (
          <ReviewRow key={review.id} review={review} />
        ))}
      </ul>
    </section>
  );
};

const ReviewRow = ({ review }: { review: ReviewSummary }) => {
  const now = useNow();
  return (
    <li className={styles.row}>
      <h3>
        <Link to={`/reviews/${review.id}`}>{review.title}</Link>
      </h3>
      <p className={styles.facts}>{factsOf(review)}</p>
      <p className={styles.outcome}>{outcomeOf(review)}</p>
      <p className={styles.age}>
        {review.startedAt === null ? 'start not known' : daysOn(review.startedAt, now, review.zone)}
      </p>
      <p className={styles.next}>
        <NextUp review={review} />
      </p>
    </li>
  );
};

const factsOf = (review: ReviewSummary): string => {
  const when = review.startedAt === null ? '' : `, ${dayAndMonth(review.startedAt, review.zone)}`;
  const where = review.services.length === 0 ? '' : ` · ${review.services.join(', ')}`;
  return `${review.demo ? 'Demo · ' : ''}${severityNames[review.severity]}${when}${where}`;
};

const outcomeOf = (review: ReviewSummary): string => {
  const { learnings, actions } = review;
  if (learnings === 0 && actions.total === 0) return '';
  return `${counted(learnings, 'learning')}, ${actions.total === 0 ? 'no action' : counted(actions.total, 'action')}`;
};

const NextUp = ({ review }: { review: ReviewSummary }) => {
  switch (review.state) {
    case 'preparing':
      return review.inside.length > 0
        ? `${counted(review.inside.length, 'person', 'people')} inside`
        : 'has not met yet';
    case 'in-room':
      return `${review.stage.name}, stage ${review.stage.index + 1} of ${review.stage.count}, nobody inside just now`;
    case 'writing-up':
      return (
        <>
          <Link to={`/reviews/${review.id}/publish`}>look at the report</Link>
          {' · '}
          <AfterLink reviewId={review.id} />
        </>
      );
    case 'published':
      return (
        <>
          {review.actions.open > 0 ? `${counted(review.actions.open, 'action')} open` : 'complete'}
          {review.publication && (
            <>
              {' · '}
              <Link to={`/p/${review.publication.slug}`}>read it</Link>
            </>
          )}
          {' · '}
          <AfterLink reviewId={review.id} />
        </>
      );
  }
};

const AfterLink = ({ reviewId }: { reviewId: string }) => <Link to={`/reviews/${reviewId}/after`}>how was it?</Link>;
