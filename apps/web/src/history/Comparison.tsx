// Two moments against each other: one sentence, then every difference by its zone.
import { compareBoards, isSame } from '@hearth/board/compare';
import type { CardId } from '@hearth/review/ids';
import { useMemo } from 'react';
import { EmptyState } from '../design/EmptyState.tsx';
import { HappeningList } from './HappeningList.tsx';
import { happeningsOf, summaryOf } from './happened.ts';
import { momentName, type History } from './history.ts';
import styles from './Comparison.module.css';

interface ComparisonProps {
  history: History;
  zone: string;
  from: number;
  to: number;
  onOpenCard: (id: CardId) => void;
}

export const Comparison = ({ history, zone, from, to, onOpenCard }: ComparisonProps) => {
  const first = Math.min(from, to);
  const last = Math.max(from, to);
  const [before, after] = [history.moments[first]?.board, history.moments[last]?.board];
  const comparison = useMemo(() => (before && after ? compareBoards(before, after) : null), [before, after]);
  const zones = useMemo(
    () =>
      comparison && before && after
        ? happeningsOf(comparison, { before, after, wasThere: (id) => history.wasThere(id, first) })
        : [],
    [history, comparison, before, after, first],
  );
  const names = [momentName(history, first, zone), momentName(history, last, zone)];
  return (
    <div className={styles.page} data-scroller tabIndex={-1}>
      <div className={styles.sheet}>
        <p className={styles.sentence} aria-live="polite">
          From <strong>{names[0]}</strong> to <strong>{names[1]}</strong>:{' '}
          {comparison === null || isSame(comparison) ? 'nothing is different.' : `${summaryOf(comparison)}.`}
        </p>
        {zones.length === 0 ? (
          <EmptyState
            question="The board was the same at both moments."
            hint="Move one of the two handles on the track, or choose two named moments."
          />
        ) : (
          <div className={styles.zones}>
            <HappeningList zones={zones} onOpenCard={onOpenCard} heading="h2" />
          </div>
        )}
      </div>
    </div>
  );
};
