// The time of an event, typed in its place.
import type { EventCard } from '@hearth/board/cards';
import { useId, useState } from 'react';
import { Problem } from '../../design/Field.tsx';
import { useCommands } from '../commands.tsx';
import { focusCard } from '../focus.ts';
import { useSession } from '../session.tsx';
import { readTime, writeTime } from '../timeline/time-entry.ts';
import styles from './Outline.module.css';

export const OutlineTime = ({ card }: { card: EventCard }) => {
  const { zone, anchorMs } = useSession();
  const commands = useCommands();
  /** What is typed and does not hold yet; null while the field shows the card's own time. */
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();

  /** @returns whether it could be read. */
  const commit = (): boolean => {
    if (typed === null) return true;
    const entry = readTime(typed, card.at ?? anchorMs(), zone);
    setProblem(entry.ok ? null : entry.advice);
    if (!entry.ok) return false;
    setTyped(null);
    commands.setTime(card.id, entry.time);
    return true;
  };

  return (
    // What is done to the time is not done to its card.
    <div
      role="presentation"
      className={styles.time}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
    >
      <input
        className={styles.when}
        aria-label={`Time, in the zone of the incident (${zone})`}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : problemId}
        placeholder="No time yet"
        autoComplete="off"
        value={typed ?? writeTime(card, anchorMs(), zone)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={({ relatedTarget: next }) => {
          if (!commit() || !(next instanceof HTMLElement)) return;
          // The row may take another place now, and what is moved loses the focus.
          requestAnimationFrame(() => {
            if (document.activeElement === document.body && next.isConnected) next.focus({ preventScroll: true });
          });
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            setTyped(null);
            setProblem(null);
          } else if (event.key !== 'Enter' || !commit()) return;
          event.preventDefault();
          focusCard(card.id);
        }}
      />
      {problem !== null && <Problem id={problemId}>{problem}</Problem>}
    </div>
  );
};
