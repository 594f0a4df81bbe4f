// A review whose room has people in it now: it stands above everything else.
import type { ReviewSummary } from '@hearth/protocol/http/reviews';
import { ArrowRight } from 'lucide-react';
import { useId } from 'react';
import { AvatarStack } from '../design/Avatar.tsx';
import { ButtonLink } from '../design/Button.tsx';
import { Icon } from '../design/Icon.tsx';
import styles from './HomePage.module.css';

export const LiveReview = ({ review }: { review: ReviewSummary }) => {
  const id = useId();
  return (
    <section className={styles.live} aria-labelledby={id}>
      <h2 id={id}>{review.title}</h2>
      <div className={styles.state}>
        <span className="strong">In the room now</span>
        <span>
          {review.stage.name}, stage {review.stage.index + 1} of {review.stage.count}
        </span>
        <AvatarStack
          size="s"
          max={6}
          label="Inside now"
          people={review.inside.map((name, index) => ({ id: `${index} ${name}`, name }))}
        />
        <span>{review.inside.length} inside</span>
      </div>
      <ButtonLink to={`/reviews/${review.id}`} look="ink" large className={styles.goIn}>
        Go in <span className="vh">to {review.title}</span>
        <Icon of={ArrowRight} />
      </ButtonLink>
    </section>
  );
};
