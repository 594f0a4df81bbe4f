// Reminders above the tracker: reviews in which actions were found that have soaked long enough, and wait for somebody to
// confirm them. What nobody has looked for is not known here, and it says so.
import type { ReadyToConfirm } from '@hearth/protocol/http/action-items';
import { counted } from '@hearth/review/time/words';
import { Hourglass } from 'lucide-react';
import { ButtonLink } from '../design/Button.tsx';
import { Notice } from '../design/Notice.tsx';
import { toConfirmPath } from './to-confirm.ts';
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
            <ButtonLink to={toConfirmPath(reviewId)} look="line">
              Decide about {proposals === 1 ? 'it' : 'them'}
              <span className="vh"> in {reviewTitle}</span>
            </ButtonLink>
          }
        >
          {counted(proposals, 'action')} found in “{reviewTitle}” {proposals === 1 ? 'has' : 'have'} soaked for two work
          days.
        </Notice>
      ))}
      <p className="meta">
        Counted is what was found when somebody last looked for actions in a review. What was written since, and reviews
        in which nobody has looked, are not.
      </p>
    </section>
  );
