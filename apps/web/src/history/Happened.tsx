// Beside the board: what happened at this moment, and the moments that have a name.
import type { CardId } from '@hearth/review/ids';
import { counted, longDay } from '@hearth/review/time/words';
import { useMemo } from 'react';
import { HappeningList } from './HappeningList.tsx';
import { happeningsOf } from './happened.ts';
import { clockWithSeconds, type History } from './history.ts';
import styles from './Panel.module.css';

interface HappenedProps {
  history: History;
  zone: string;
  index: number;
  onOpenCard: (id: CardId) => void;
}

export const Happened = ({ history, zone, index, onOpenCard }: HappenedProps) => {
  const moment = history.moments[index];
  const before = history.moments[index - 1];
  const zones = useMemo(
    () =>
      moment
        ? happeningsOf(history.happened(index), {
            before: before?.board ?? moment.board,
            after: moment.board,
            wasThere: (id) => history.wasThere(id, index - 1),
          })
        : [],
    [history, index, moment, before],
  );
  if (!moment) return null;
  return (
    <section className={styles.part} aria-labelledby="what-happened">
      <h2 id="what-happened" className={styles.title}>
        What happened
      </h2>
      <p className="meta">
        {spanWords(moment.from, moment.at, zone)}
        {moment.edits > 0 && ` · ${counted(moment.edits, 'edit')}`}
      </p>
      {zones.length > 0 ? (
        <div className={styles.list}>
          <HappeningList zones={zones} onOpenCard={onOpenCard} />
        </div>
      ) : (
        <p className={styles.quiet}>{quietWords(history, index)}</p>
      )}
    </section>
  );
};

const spanWords = (from: number, at: number, zone: string): string => {
  const [first, last] = [clockWithSeconds(from, zone), clockWithSeconds(at, zone)];
  return first === last ? last : `${first} to ${last}`;
};

const quietWords = (history: History, index: number): string => {
  if (index === 0) return history.whole ? 'The board as it was made.' : 'What is kept step by step begins here.';
  return 'Nothing that shows is different from the moment before.';
};

interface NamedMomentsProps {
  history: History;
  zone: string;
  index: number;
  onGo: (index: number) => void;
}

export const NamedMoments = ({ history, zone, index, onGo }: NamedMomentsProps) => (
  <section className={styles.part} aria-labelledby="named-moments">
    <h2 id="named-moments" className={styles.title}>
      Named moments
    </h2>
    {history.landmarks.length === 0 ? (
      <p className={styles.quiet}>The end of each stage gets a name by itself; so does every publication.</p>
    ) : (
      <ol className={styles.named}>
        {history.landmarks.map((landmark) => (
          <li key={landmark.id}>
            <button
              type="button"
              aria-current={landmark.moment === index ? 'true' : undefined}
              title={longDay(landmark.createdAt, zone)}
              onClick={() => onGo(landmark.moment)}
            >
              <span className={styles.namedWords}>{landmark.name}</span>
              <span className="meta">{clockWithSeconds(landmark.createdAt, zone).slice(0, 5)}</span>
            </button>
          </li>
        ))}
      </ol>
    )}
  </section>
);
