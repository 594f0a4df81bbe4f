import { EmptyState } from '../../design/EmptyState.tsx';
import { Composer } from '../compose/Composer.tsx';
import { useSession, useUi } from '../session.tsx';
import styles from './Timeline.module.css';

/** Before the first event: the question, and the field to answer it with. */
export const EmptyTimeline = () => {
  const { canWrite, ui } = useSession();
  const asked = useUi(({ composing }) => composing?.group.startsWith('event/') === true);
  return (
    <EmptyState
      className={styles.empty}
      question="When did someone first notice?"
      hint={canWrite ? 'Add one moment; the order can come later.' : 'The first moments will stand here.'}
    >
      {canWrite && (
        <Composer
          key={asked ? 'asked for' : 'waiting'}
          group="event/"
          // It is always there; asked for by its key, it takes the focus.
          resident={!asked}
          onClose={(how) => {
            ui.set({ composing: null });
            if (how === 'keys') document.querySelector<HTMLElement>('[data-zone="timeline"]')?.focus();
          }}
          className={styles.firstMoment}
        />
      )}
    </EmptyState>
  );
};
