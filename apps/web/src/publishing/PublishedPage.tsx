// A published review: a stable address for the whole organisation, no sign-in.
import { api, pathOf } from '@hearth/protocol/http/api';
import { fullDay } from '@hearth/review/time/words';
import { useQuery } from '@tanstack/react-query';
import { Download, Link2, Printer } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { Button } from '../design/Button.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useToast } from '../design/toast.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { MarkdownLink } from './MarkdownLink.tsx';
import { publishedQuery } from './queries.ts';
import { readStory } from './report-story.ts';
import { tableOfContents } from './report-sections.ts';
import { ReportView } from './ReportView.tsx';
import { TableOfContents } from './TableOfContents.tsx';
import { copyText } from '../design/copy-text.ts';
import { useParams } from '../router/Router.tsx';
import styles from './ReportPage.module.css';

export const PublishedPage = () => {
  const { slug = '' } = useParams();
  const published = useQuery(publishedQuery(slug));
  const report = published.data?.report;
  const entries = useMemo(
    () => (report === undefined ? [] : tableOfContents(report, readStory(report.narrative))),
    [report],
  );
  const toast = useToast();
  useEffect(() => {
    // The browser looked for the fragment before there was anything to find.
    if (report === undefined || window.location.hash === '') return;
    const target = document.getElementById(window.location.hash.slice(1));
    target?.scrollIntoView();
    target?.focus({ preventScroll: true });
  }, [report]);
  if (published.isError) return <QueryProblem error={published.error} onRetry={() => void published.refetch()} />;
  if (published.data === undefined || report === undefined)
    return (
      <Page title="A learning review" measure="read">
        <Skeleton label="Loading the review" lines={6} />
      </Page>
    );
  const when = fullDay(published.data.publishedAt, report.incident.zone);
  return (
    <div className={styles.page}>
      <ReportView
        report={report}
        above={`A learning review, published ${when}`}
        pictureUrl={(attachmentId) => pathOf(api.publicationAttachment, { slug, attachmentId })}
      />
      <aside className={styles.aside} aria-label="About this page">
        <TableOfContents entries={entries} />
        <section>
          <h2>Take it with you</h2>
          <div className={styles.take}>
            <Button
              icon={Link2}
              onClick={() =>
                void copyText(window.location.origin + window.location.pathname).then((copied) =>
                  toast(copied ? 'The link is copied.' : 'The link is in the address bar: copy it from there.'),
                )
              }
            >
              Copy the link
            </Button>
            <MarkdownLink slug={slug} icon={Download} />
            <Button icon={Printer} onClick={() => window.print()}>
              Print
            </Button>
          </div>
        </section>
      </aside>
    </div>
  );
};
