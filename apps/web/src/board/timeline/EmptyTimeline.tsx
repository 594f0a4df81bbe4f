import { EmptyState } from '../../design/EmptyState.tsx';
import { Composer } from '../compose/Composer.tsx';
import { useSession } from '../session.tsx';
import styles from './Timeline.module.css';

/** Before the first event: the question, and the field to answer it with. */
export const EmptyTimeline = () => {
  const { canWrite } = useSession();
  return (
    <EmptyState
      className={styles.empty}
      question="When did someone first notice?"
      hint={canWrite ? 'Add one moment; the order can come later.' : 'The first moments will stand here.'}
    >
      {canWrite && <Composer group="event/" onClose={() => undefined} resident className={styles.firstMoment} />}
    </EmptyState>
  );
};
