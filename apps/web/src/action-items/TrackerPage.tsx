// The tracker: one sentence about all actions, filters, and the actions by what they need.
import { matches, sectionNames, trackerSections, trackerSummary } from '@hearth/learning/action-items/tracker';
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import { dayOf } from '@hearth/review/time/wall-time';
import { useMemo, useState } from 'react';
import { nameIn, useSession } from '../access/queries.ts';
import { Button, ButtonLink } from '../design/Button.tsx';
import { EmptyState } from '../design/EmptyState.tsx';
import { Skeleton } from '../design/Skeleton.tsx';
import { useSearchParams } from '../router/Router.tsx';
import { Page } from '../shell/Page.tsx';
import { QueryProblem } from '../shell/QueryProblem.tsx';
import { useNow } from '../time/use-now.ts';
import { localZone } from '../time/zones.ts';
import { ReadyNotices } from './ReadyNotices.tsx';
import { ItemDialog } from './ItemDialog.tsx';
import { useTracker } from './queries.ts';
import { TrackerFilters } from './TrackerFilters.tsx';
import { TrackerSentence } from './TrackerSentence.tsx';
import { TrackerTable } from './TrackerTable.tsx';
import { filterOf, isFiltered, readSearch, writeSearch, type TrackerSearch } from './tracker-search.ts';

export const TrackerPage = () => {
  const tracker = useTracker();
  if (tracker.isError && tracker.data === undefined)
    return <QueryProblem error={tracker.error} onRetry={() => void tracker.refetch()} />;
  return (
    <Page title="Actions">
      <ReadyNotices ready={tracker.data?.ready ?? []} />
      {tracker.data === undefined ? (
        <Skeleton label="Loading the actions" lines={6} />
      ) : tracker.data.items.length === 0 ? (
        <EmptyState
          question="No action is a good outcome too."
          hint="Actions come here when somebody confirms them in a review: from its action cards, or from its narrative."
        >
          <ButtonLink to="/" look="line">
            Go to the reviews
          </ButtonLink>
        </EmptyState>
      ) : (
        <Tracker items={tracker.data.items} />
      )}
    </Page>
  );
};

const Tracker = ({ items }: { items: readonly TrackedItem[] }) => {
  const [parameters, setParameters] = useSearchParams();
  const search = readSearch(parameters);
  const session = useSession();
  const me = session.data === undefined ? null : nameIn(session.data);
  const now = useNow();
  const zone = localZone();
  const [editing, setEditing] = useState<string | null>(null);
  const edited = items.find((item) => item.id === editing);
  const summary = useMemo(() => trackerSummary(items, now, zone), [items, now, zone]);

  const setSearch = (next: TrackerSearch) => setParameters(writeSearch(next), { replace: true });
  const filter = filterOf(search, me);
  const found = items.filter((item) => matches(item, filter, dayOf(now, zone)));
  const sections = trackerSections(found, now, zone).filter((section) => section.items.length > 0);

  return (
    <>
      <TrackerSentence summary={summary} />
      <TrackerFilters items={items} search={search} onChange={setSearch} />
      <output className="vh">{isFiltered(search) ? `${found.length} of ${items.length} actions shown` : ''}</output>
      {sections.length === 0 ? (
        <EmptyState question="Nothing here matches." hint="Look for fewer words, or let go of a filter.">
          <Button look="line" onClick={() => setParameters({}, { replace: true })}>
            Show all actions
          </Button>
        </EmptyState>
      ) : (
        <TrackerTable
          sections={sections.map(({ kind, items: of }) => ({ name: sectionNames[kind], items: of }))}
          today={dayOf(now, zone)}
          nowMs={now}
          onEdit={setEditing}
        />
      )}
      {edited && <ItemDialog key={edited.id} item={edited} onClose={() => setEditing(null)} />}
    </>
  );
};
