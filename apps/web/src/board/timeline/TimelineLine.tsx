// What the timeline offers beside its cards, on one line: for the outline and the phone, where there is no axis to put it at.
import { sameMoments } from '@hearth/board/same-moments';
import { NotebookPen, Split } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../design/Button.tsx';
import { useCommands } from '../commands.tsx';
import { useCards, useSession } from '../session.tsx';
import { changeTimelineView, useTimelineView } from './timeline-view.ts';
import styles from './Timeline.module.css';

/** @param notes  whether a composer can be opened here. */
export const TimelineLine = ({ notes }: { notes: boolean }) => {
  const { canWrite } = useSession();
  const commands = useCommands();
  const events = useCards('event');
  const asThen = useTimelineView((view) => view.asThen);
  const alike = useMemo(() => (canWrite ? sameMoments(events).length : 0), [events, canWrite]);
  const hindsight = asThen || events.some((event) => event.knownNow !== undefined);
  if (!hindsight && alike === 0 && !(canWrite && notes)) return null;
  return (
    <p className={styles.line}>
      {canWrite && notes && (
        <Button look="line" icon={NotebookPen} onClick={() => commands.composeMine()}>
          My own lane
        </Button>
      )}
      {alike > 0 && (
        <Button look="line" icon={Split} onClick={() => changeTimelineView({ comparing: true })}>
          {alike} told twice?
        </Button>
      )}
      {hindsight && (
        <button
          type="button"
          className={styles.then}
          aria-pressed={asThen}
          onClick={() => changeTimelineView({ asThen: !asThen })}
        >
          Known then
        </button>
      )}
    </p>
  );
};
