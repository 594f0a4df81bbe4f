// The join links that still open the room, and taking one back.
import type { JoinLinkBody } from '@hearth/protocol/http/access';
import type { ReviewId } from '@hearth/review/ids';
import { useState } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { Button } from '../design/Button.tsx';
import { Problem } from '../design/Field.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useToast } from '../design/toast.tsx';
import { localZone } from '../time/zones.ts';
import { clock, dayAndMonth } from '@hearth/review/time/words';
import { useJoinLinks, useRevokeJoinLink } from './queries.ts';
import { roleLooks } from './role-looks.ts';
import styles from './ShareDialog.module.css';

export const JoinLinks = ({ reviewId, nowMs }: { reviewId: ReviewId; nowMs: number }) => {
  const links = useJoinLinks(reviewId);
  if (links.isPending) return <Skeleton label="Loading the links" lines={2} />;
  if (links.isError) return <Problem>{adviceOf(links.error)}</Problem>;
  const open = links.data.links
    .filter((link) => link.revokedAt === null && link.expiresAt > nowMs)
    .sort((a, b) => b.createdAt - a.createdAt);
  if (open.length === 0) return <p className="small">No link opens this room just now.</p>;
  return (
    <section className={styles.links} aria-labelledby="open-links">
      <h3 id="open-links">Links that open this room</h3>
      <ul>
        {open.map((link) => (
          <OpenLink key={link.id} reviewId={reviewId} link={link} />
        ))}
      </ul>
    </section>
  );
};

const OpenLink = ({ reviewId, link }: { reviewId: ReviewId; link: JoinLinkBody }) => {
  const revoke = useRevokeJoinLink(reviewId);
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const zone = localZone();
  const { name } = roleLooks[link.role];
  return (
    <li>
      <div className="grow">
        <p>{name}</p>
        <p className="meta">
          {usedWords(link.uses)}, until {dayAndMonth(link.expiresAt, zone)}, {clock(link.expiresAt, zone)}
        </p>
        {asking && link.uses > 0 && <p className="small">Whoever came in by it leaves the room at once.</p>}
        {revoke.isError && <Problem>{adviceOf(revoke.error)}</Problem>}
      </div>
      {asking ? (
        <>
          <Button onClick={() => setAsking(false)}>Keep it</Button>
          <Button
            look="line"
            busy={revoke.isPending}
            onClick={() => revoke.mutate(link.id, { onSuccess: () => toast('The link opens nothing any more.') })}
          >
            Take it back
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>
          Revoke<span className="vh"> this link for {roleLooks[link.role].aName}</span>
        </Button>
      )}
    </li>
  );
};

const usedWords = (uses: number): string => {
  if (uses === 0) return 'not used yet';
  return uses === 1 ? 'used once' : `used ${uses} times`;
};
