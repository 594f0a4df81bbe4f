// Reminders above the tracker: reviews whose proposed actions have soaked long enough, and wait for somebody to confirm them.
import type { ReadyToConfirm } from '@hearth/protocol/http/action-items';
import { counted } from '@hearth/review/time/words';
import { Hourglass } from 'lucide-react';
import { ButtonLink } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import styles from './TrackerPage.module.css';

/** Longest ready first; nothing where nothing waits. */
export const ReadyNotices = ({ ready }: { ready: readonly ReadyToConfirm[] }) =>
  ready.length > 0 && (
    <section className={styles.ready} aria-label="Ready to confirm">
      {ready.map(({ reviewId, reviewTitle, proposals }) => (
        <Notice
          key={reviewId}
          icon={Hourglass}
          live="none"
          title="Ready to confirm:"
          actions={
            <ButtonLink to={`/reviews/${reviewId}`} look="line">
              Open the review<span className="vh"> {reviewTitle}</span>
            </ButtonLink>
          }
        >
          {counted(proposals, 'proposed action')} of “{reviewTitle}” {proposals === 1 ? 'has' : 'have'} soaked for two
          work days.
        </Notice>
      ))}
    </section>
  );
