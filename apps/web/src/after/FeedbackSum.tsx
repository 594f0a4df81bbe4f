// What people said, for the facilitators: a sum from three answers on, and never who.
import type { FeedbackSumBody } from '@hearth/protocol/http/feedback';
import { ratings, verdicts } from '@hearth/review/feedback/feedback';
import { Skeleton } from '../design/Skeleton.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import styles from './After.module.css';
import { useFeedbackSum } from './queries.ts';
import { sumWords } from './words.ts';

export const FeedbackSum = ({ reviewId }: { reviewId: string }) => {
  const sum = useFeedbackSum(reviewId);
  if (sum.isError && sum.data === undefined)
    return <QueryProblem error={sum.error} onRetry={() => void sum.refetch()} />;
  if (sum.data === undefined) return <Skeleton label="Loading what people said" lines={3} />;
  return (
    <>
      <p>{sumWords(sum.data)}</p>
      {sum.data.shown > 0 && <Shown sum={sum.data} />}
    </>
  );
};

const Shown = ({ sum }: { sum: FeedbackSumBody }) => (
  <>
    <dl className={styles.sums}>
      <Counts of="Facilitation" counts={ratings.map((rating) => [String(rating), sum.facilitation[rating]])} />
      <Counts of="The document" counts={ratings.map((rating) => [String(rating), sum.document[rating]])} />
      <Counts of="Learned something" counts={verdicts.map((verdict) => [learned[verdict], sum.learned[verdict]])} />
      <Counts of="Would come again" counts={verdicts.map((verdict) => [again[verdict], sum.again[verdict]])} />
    </dl>
    <Lines of="What helped" lines={sum.helped} />
    <Lines of="What should change" lines={sum.change} />
  </>
);

const learned = { yes: 'yes', partly: 'a little', no: 'no' } as const;
const again = { yes: 'yes', partly: 'perhaps', no: 'no' } as const;

/** Every answer as a figure and as a bar that has it as its height. */
const Counts = ({ of, counts }: { of: string; counts: readonly (readonly [name: string, count: number])[] }) => {
  const most = Math.max(1, ...counts.map(([, count]) => count));
  return (
    <div>
      <dt>{of}</dt>
      <dd>
        <ul className={styles.counts}>
          {counts.map(([name, count]) => (
            <li key={name}>
              <span className={styles.count}>{count}</span>
              <span className={styles.bar} style={{ height: `${(count / most) * 28}px` }} aria-hidden="true" />
              <span className={styles.named}>
                <span className="vh">said </span>
                {name}
              </span>
            </li>
          ))}
        </ul>
      </dd>
    </div>
  );
};

const Lines = ({ of, lines }: { of: string; lines: readonly string[] }) =>
  lines.length === 0 ? null : (
    <>
      <h3 className={styles.minor}>{of}</h3>
      <ul className={styles.lines}>
        {lines.map((line, index) => (
          // Two may have written the same.
          <li key={`${index} ${line}`} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </>
  );
