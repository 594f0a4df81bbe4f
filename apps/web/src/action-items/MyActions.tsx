// What I said I would do, overdue first.
import { compareUrgency, daysOver, samePerson } from '@hearth/learning/action-items/tracker';
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import { dayOf } from '@hearth/review/time/wall-time';
import { shortDay } from '@hearth/review/time/words';
import { CircleArrowRight } from 'lucide-react';
import { nameIn, useSession } from '../access/queries.ts';
import { adviceOf } from '../api/api-error.ts';
import { Problem } from '../design/Field.tsx';
import { Icon } from '../design/Icon.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { Link } from '../router/Router.tsx';
import { useNow } from '../time/use-now.ts';
import { localZone } from '../time/zones.ts';
import { LateMark } from './DueMark.tsx';
import { useTracker } from './queries.ts';
import styles from './MyActions.module.css';

const shownAtMost = 6;

export const MyActions = () => {
  const tracker = useTracker();
  const session = useSession();
  const me = session.data === undefined ? null : nameIn(session.data);
  const today = dayOf(useNow(), localZone());
  const mine = openActionsOf(me, tracker.data?.items ?? [], today);
  return (
    <section aria-labelledby="my-actions">
      <h2 id="my-actions">My open actions {mine.length > 0 && <span className="meta">{mine.length}</span>}</h2>
      {tracker.isPending && <Skeleton label="Loading your actions" lines={2} />}
      {tracker.isError && tracker.data === undefined && <Problem>{adviceOf(tracker.error)}</Problem>}
      {tracker.data !== undefined && mine.length === 0 && (
        <p className={styles.none}>Nothing is open under your name.</p>
      )}
      <ul>
        {mine.slice(0, shownAtMost).map((item) => (
          <li key={item.id} className={styles.action}>
            <p className={styles.text}>
              <Icon of={CircleArrowRight} /> {item.text}
            </p>
            <p className={styles.facts}>
              <LateMark item={item} today={today} />
              <span>{factsOf(item, today)}</span>
            </p>
            <p className={styles.facts}>
              <Link to={`/reviews/${item.reviewId}`}>{item.reviewTitle}</Link>
            </p>
          </li>
        ))}
      </ul>
      {tracker.data !== undefined && tracker.data.items.length > 0 && (
        <p className={styles.all}>
          <Link to={mine.length > shownAtMost ? '/actions?whose=mine' : '/actions'}>
            {mine.length > shownAtMost ? `All ${mine.length} of mine` : 'All actions'}
          </Link>
        </p>
      )}
    </section>
  );
};

const openActionsOf = (me: string | null, items: readonly TrackedItem[], today: string): TrackedItem[] =>
  items
    .filter((item) => item.status !== 'completed' && item.status !== 'wont_do')
    .filter((item) => me !== null && item.owner !== null && samePerson(item.owner, me))
    .sort((a, b) => daysOver(b, today) - daysOver(a, today) || compareUrgency(a, b));

const factsOf = (item: TrackedItem, today: string): string =>
  [
    item.priority ?? '',
    item.due === null ? '' : `due ${shortDay(item.due, today)}`,
    item.status === 'blocked' ? 'blocked' : '',
  ]
    .filter(Boolean)
    .join(', ');
