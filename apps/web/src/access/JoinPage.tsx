// One screen between a link and the room: what this is, who is inside, a name, Enter.
import type { JoinPreview } from '@hearth/protocol/http/access';
import { longDay } from '@hearth/review/time/words';
import { useQuery } from '@tanstack/react-query';
import { Link2Off, ShieldCheck } from 'lucide-react';
import { isRefusedWith } from '../api/api-error.ts';
import { Icon } from '../design/Icon.tsx';
import { Brand } from '../design/Mark.tsx';
import { Notice } from '../design/Notice.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { Link } from '../router/Router.tsx';
import { QueryProblem } from '../shell/late-problem.ts';
import { PageTitle } from '../shell/page-title.tsx';
import { JoinForm } from './JoinForm.tsx';
import { InsideNow, SoFar } from './JoinPreview.tsx';
import { joinPreviewQuery } from './queries.ts';
import { useSecret } from './secret.ts';
import styles from './JoinPage.module.css';

export const JoinPage = () => {
  const secret = useSecret();
  const preview = useQuery({ ...joinPreviewQuery(secret), enabled: secret !== '' });

  if (secret === '' || isRefusedWith(preview.error, 'HEARTH_LINK_NOT_VALID', 'HEARTH_BAD_REQUEST')) return <DeadLink />;
  if (preview.isError) return <QueryProblem error={preview.error} onRetry={() => void preview.refetch()} />;

  return (
    <div className={styles.join}>
      <main className={styles.main} id="main">
        <p>
          <Brand />
        </p>
        {preview.data === undefined ? (
          <Skeleton label="Opening your link" />
        ) : (
          <>
            <div>
              <p className={styles.above}>{aboveOf(preview.data)}</p>
              <PageTitle title={`Join, ${preview.data.title}`}>{preview.data.title}</PageTitle>
            </div>
            <InsideNow names={preview.data.inside} facilitator={preview.data.facilitator} />
            <JoinForm key={secret} secret={secret} preview={preview.data} />
          </>
        )}
      </main>
      <aside className={styles.side} aria-label="What this is, and so far">
        <p className={styles.said}>
          This is a conversation about how the work works. Everyone here did what made sense with what they knew, and we
          would like to hear what that was for you.
        </p>
        {preview.data !== undefined && <SoFar lines={preview.data.soFar} />}
        <p className={styles.promise}>
          <Icon of={ShieldCheck} /> Nothing here is used to judge anyone’s performance.
        </p>
      </aside>
    </div>
  );
};

const DeadLink = () => (
  <div className={styles.dead}>
    <main className={styles.deadMain} id="main">
      <p>
        <Brand />
      </p>
      <PageTitle>This link does not open a room</PageTitle>
      <p className={styles.said}>
        A join link can be cut short on its way, run out, or be taken back. Ask whoever sent it for a new one.
      </p>
      <Notice icon={Link2Off} live="none">
        You are not in a review here. <Link to="/">Go to the start</Link>
      </Notice>
    </main>
  </div>
);

/** `Learning review, Thursday 12 November 2026`; the day of the incident, where it is known. */
const aboveOf = ({ startedAt, zone }: JoinPreview): string =>
  startedAt === null ? 'Learning review' : `Learning review, ${longDay(startedAt, zone)}`;
