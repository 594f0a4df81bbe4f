// What readers will see, before they do; publishing it, and the link to hand on.
import { api, pathOf } from '@hearth/protocol/http/api';
import { permission } from '@hearth/review/permission';
import { fullDay } from '@hearth/review/time/words';
import { useQuery } from '@tanstack/react-query';
import { ArrowLeft, Download, History, Link2 } from 'lucide-react';
import { useMemo } from 'react';
import { adviceOf } from '../api/api-error.ts';
import { Button, ButtonLink } from '../design/Button.tsx';
import { Problem } from '../design/Field.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useAnnounce } from '../design/announce.tsx';
import { copyText } from '../design/copy-text.ts';
import { useToast } from '../design/toast.tsx';
import { useReview } from '../reviews/queries.ts';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { ExportLink } from './ExportLink.tsx';
import { MarkdownLink } from './MarkdownLink.tsx';
import { reportPreviewQuery, usePublish } from './queries.ts';
import { readStory } from './report-story.ts';
import { tableOfContents } from './report-sections.ts';
import { ReportView } from './ReportView.tsx';
import { TableOfContents } from './TableOfContents.tsx';
import { classes } from '../design/classes.ts';
import { Link, useParams } from '../router/Router.tsx';
import styles from './ReportPage.module.css';

export const PublishPage = () => {
  const { reviewId = '' } = useParams();
  const review = useReview(reviewId);
  const preview = useQuery(reportPreviewQuery(reviewId));
  const report = preview.data?.report;
  const entries = useMemo(
    () => (report === undefined ? [] : tableOfContents(report, readStory(report.narrative))),
    [report],
  );
  const failed = [review, preview].find((query) => query.isError && query.data === undefined);
  if (failed) return <QueryProblem error={failed.error} onRetry={() => void failed.refetch()} />;
  if (review.data === undefined || report === undefined)
    return (
      <Page title="The report" measure="read">
        <Skeleton label="Putting the report together" lines={6} />
      </Page>
    );
  return (
    <div className={classes(styles.page, styles.first)}>
      <ReportView
        report={report}
        above="Exactly what readers will see"
        pictureUrl={(attachmentId) => pathOf(api.attachment, { reviewId, attachmentId })}
      />
      <aside className={styles.aside} aria-label="Publishing">
        <PublishBox
          reviewId={reviewId}
          mayPublish={permission(review.data.seat.role, 'publishing.publish').allowed}
          published={review.data.publication}
          zone={report.incident.zone}
        />
        <TableOfContents entries={entries} />
        {permission(review.data.seat.role, 'review.export').allowed && <ExportLink reviewId={reviewId} />}
        {permission(review.data.seat.role, 'history.read').allowed && (
          <ButtonLink to={`/reviews/${reviewId}/history`} icon={History}>
            History of the board
          </ButtonLink>
        )}
        <ButtonLink to={`/reviews/${reviewId}`} icon={ArrowLeft}>
          Back to the room
        </ButtonLink>
      </aside>
    </div>
  );
};

interface PublishBoxProps {
  reviewId: string;
  mayPublish: boolean;
  published: { slug: string; publishedAt: number } | null;
  zone: string;
}

const PublishBox = ({ reviewId, mayPublish, published, zone }: PublishBoxProps) => {
  const publish = usePublish(reviewId);
  const announce = useAnnounce();
  const slug = publish.data?.slug ?? published?.slug;
  const publishedAt = publish.data?.publishedAt ?? published?.publishedAt;
  const revision = publish.data?.revision;
  return (
    <section className={styles.preview} aria-labelledby="publish-title">
      <h2 id="publish-title">{slug === undefined ? 'Not published yet' : 'Published'}</h2>
      {slug !== undefined && publishedAt !== undefined && (
        <p className="small">
          {revision !== undefined && `Revision ${revision}, `}
          {fullDay(publishedAt, zone)}. The link stays the same, however often it is published.
        </p>
      )}
      {slug === undefined && (
        <p className="small">
          Whoever has the link can read it, without signing in. Names stand in it as they stand here.
        </p>
      )}
      {mayPublish ? (
        <Button
          look={slug === undefined ? 'ink' : 'line'}
          busy={publish.isPending}
          onClick={() =>
            publish.mutate(undefined, { onSuccess: (result) => announce(`Published, revision ${result.revision}.`) })
          }
        >
          {slug === undefined ? 'Publish' : 'Publish what stands here now'}
        </Button>
      ) : (
        <p className="small">The facilitator publishes it.</p>
      )}
      {publish.isError && <Problem>{adviceOf(publish.error)}</Problem>}
      {slug !== undefined && <LinkToReaders slug={slug} />}
    </section>
  );
};

const LinkToReaders = ({ slug }: { slug: string }) => {
  const toast = useToast();
  const address = `${window.location.origin}/p/${slug}`;
  return (
    <>
      <p className={styles.address}>
        <Link to={`/p/${slug}`}>{address}</Link>
      </p>
      <div className={styles.take}>
        <Button
          icon={Link2}
          onClick={() =>
            void copyText(address).then((copied) =>
              toast(copied ? 'The link is copied.' : 'Select the link above and copy it from there.'),
            )
          }
        >
          Copy the link
        </Button>
        <MarkdownLink slug={slug} icon={Download} />
      </div>
    </>
  );
};
