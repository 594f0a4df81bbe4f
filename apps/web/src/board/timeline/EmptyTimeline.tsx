import { EmptyState } from '../../design/EmptyState.tsx';
import { useSession } from '../session.tsx';
import styles from './Timeline.module.css';

/** Before the first event: the question. The field to answer it with stands below, and stays when the first moment is there. */
export const EmptyTimeline = () => {
  const { canWrite } = useSession();
  return (
    <EmptyState
      className={styles.empty}
      question="When did someone first notice?"
      hint={canWrite ? 'Add one moment; the order can come later.' : 'The first moments will stand here.'}
    />
  );
};
