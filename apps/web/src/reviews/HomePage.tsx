// The first page: what is going on now, the reviews by where they stand, and what I said I would do.
import { ArrowRight, NotebookPen, Plus } from 'lucide-react';
import { adviceOf } from '../api/api-error.ts';
import { useSession } from '../access/queries.ts';
import { SignedOut } from '../access/SignedOut.tsx';
import { MyActions } from '../action-items/MyActions.tsx';
import { Button, ButtonLink } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Problem } from '../design/Field.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useNavigate } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { groupReviews } from './groups.ts';
import { LiveReview } from './LiveReview.tsx';
import { NameYourself } from './NameYourself.tsx';
import { useOpenDemo, useReviews } from './queries.ts';
import { ReviewGroup } from './ReviewGroup.tsx';
import styles from './HomePage.module.css';

export const HomePage = () => {
  const session = useSession();
  if (session.isError) return <QueryProblem error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data === undefined)
    return (
      <Page title="Reviews">
        <Skeleton label="Loading the reviews" lines={6} />
      </Page>
    );
  if (session.data.account === null && session.data.seats.length === 0) return <SignedOut />;
  return <Reviews owner={session.data.account !== null} />;
};

const Reviews = ({ owner }: { owner: boolean }) => {
  const reviews = useReviews();
  if (reviews.isError && reviews.data === undefined)
    return <QueryProblem error={reviews.error} onRetry={() => void reviews.refetch()} />;
  const all = reviews.data?.reviews;
  const { live, groups } = groupReviews(all ?? []);
  return (
    <Page
      title="Reviews"
      actions={
        owner &&
        all !== undefined &&
        all.length > 0 && (
          <ButtonLink to="/reviews/new" look="line" icon={Plus}>
            New review
          </ButtonLink>
        )
      }
    >
      {owner && all !== undefined && all.length > 0 && <NameYourself />}
      <div className={styles.columns}>
        <div className={styles.reviews}>
          {all === undefined && <Skeleton label="Loading the reviews" lines={6} />}
          {all?.length === 0 && (
            <>
              <FirstSteps owner={owner} />
              {owner && <NameYourself />}
            </>
          )}
          {live.map((review) => (
            <LiveReview key={review.id} review={review} />
          ))}
          {groups.map((group) => (
            <ReviewGroup key={group.state} name={group.name} reviews={group.reviews} />
          ))}
          {owner && all !== undefined && all.length > 0 && !all.some((review) => review.demo) && <DemoLink />}
        </div>
        <aside className={styles.side} aria-label="My actions">
          <MyActions />
        </aside>
      </div>
    </Page>
  );
};

/** Whoever began with an incident of their own may still want to look round. */
const DemoLink = () => {
  const { open, demo } = useGoToDemo();
  return (
    <p className={styles.demo}>
      <span className="small">New here?</span>
      <Button busy={demo.isPending} onClick={open}>
        Open the demo review
      </Button>
      {demo.isError && <Problem>{adviceOf(demo.error)}</Problem>}
    </p>
  );
};

const useGoToDemo = () => {
  const demo = useOpenDemo();
  const navigate = useNavigate();
  return {
    demo,
    open: () => demo.mutate(undefined, { onSuccess: ({ id }) => navigate(`/reviews/${id}`) }),
  };
};

const FirstSteps = ({ owner }: { owner: boolean }) => {
  const { open, demo } = useGoToDemo();
  if (!owner)
    return (
      <EmptyState
        question="The reviews that you take part in will stand here."
        hint="Your seat was taken back or has run out. Ask whoever facilitates the review for a new link."
      />
    );
  return (
    <EmptyState
      className={styles.first}
      question="What did your last incident teach you about the system?"
      hint="Look round a review in the middle of its hour first, or begin with an incident of your own. Near misses are welcome too."
    >
      <Button look="ink" large icon={ArrowRight} busy={demo.isPending} onClick={open}>
        Open the demo review
      </Button>
      <ButtonLink to="/reviews/new" look="line" large icon={NotebookPen}>
        Record an incident
      </ButtonLink>
      {demo.isError && <Problem>{adviceOf(demo.error)}</Problem>}
    </EmptyState>
  );
};
