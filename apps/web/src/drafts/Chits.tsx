// What one sees of the others while they write: blank chits, as many as thoughts, all of one size.
import type { DraftCount } from '@hearth/protocol/facilitation';
import { Avatar } from '../design/Avatar.tsx';
import { useFacilitation } from '../facilitation/use-facilitation.ts';
import { useDrafts } from './use-drafts.ts';
import { countWords } from './words.ts';
import styles from './PrivateWriting.module.css';

/** More would say no more. */
const mostShown = 12;

export const Chits = () => {
  const { counts } = useDrafts();
  const { view, seat } = useFacilitation();
  if (counts === null) return null;
  const nameOf = (id: string): string => view?.people.find((person) => person.participantId === id)?.name ?? 'Somebody';
  const others = counts.people.filter(({ participantId }) => participantId !== seat.participantId);
  if (counts.people.length === 0 && counts.writers > 0)
    return (
      <div className={styles.others}>
        <p className="small">Written by all together, without names</p>
        <Row count={counts} />
      </div>
    );
  if (others.length === 0) return <p className={styles.none}>The others’ thoughts show here as blank chits.</p>;
  return (
    <ul className={styles.others} aria-label="What the others have written">
      {others.map(({ participantId, ...count }) => (
        <li key={participantId}>
          <Avatar name={nameOf(participantId)} size="s" decorative />
          <strong>{nameOf(participantId)}</strong>
          <Row count={count} />
        </li>
      ))}
    </ul>
  );
};

const Row = ({ count }: { count: DraftCount }) => (
  <span className={styles.chits}>
    {Array.from({ length: Math.min(mostShown, count.thoughts) }, (_, index) => (
      <span key={index} className={styles.chit} aria-hidden="true" />
    ))}
    {count.inProgress > 0 && <span className={styles.begun} aria-hidden="true" />}
    <span className="meta">{countWords(count)}</span>
  </span>
);
