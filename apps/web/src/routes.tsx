// Every address of the application. Joining comes with the first load; the rest when it is asked for.
import { lazy, type ComponentType } from 'react';
import { JoinPage } from './access/JoinPage.tsx';
import { firstMatch } from './router/match.ts';
import type { Navigation } from './router/navigation.ts';
import { PageBoundary } from './router/PageBoundary.tsx';
import { Router, useLocation, type Route } from './router/Router.tsx';
import { ErrorPage } from './shell/ErrorPage.tsx';
import { loadRoom } from './shell/load-room.ts';
import { ArrivalProvider } from './shell/page-title.tsx';
import { Starting } from './shell/Starting.tsx';

interface AppRoute extends Route {
  /** Without the bar and the frame of the pages around the room. */
  readonly bare?: true;
  /** Fetches the page ahead of its being shown. */
  readonly load?: () => Promise<unknown>;
}

const loadShell = () => import('./shell/Shell.tsx');
const Shell = lazy(async () => ({ default: (await loadShell()).Shell }));

/** A page that is fetched when its address is gone to. */
const later = (path: string, load: () => Promise<ComponentType>): AppRoute => ({
  path,
  load,
  Page: lazy(async () => ({ default: await load() })),
});

const routes: readonly AppRoute[] = [
  later('', async () => (await import('./reviews/HomePage.tsx')).HomePage),
  later('sign-in', async () => (await import('./access/SignInPage.tsx')).SignInPage),
  { path: 'join', Page: JoinPage, bare: true },
  later('reviews/new', async () => (await import('./reviews/NewReviewPage.tsx')).NewReviewPage),
  { ...later('reviews/:reviewId', async () => (await loadRoom()).RoomPage), bare: true },
  {
    ...later('reviews/:reviewId/agenda', async () => (await import('./second-screen/AgendaPage.tsx')).AgendaPage),
    bare: true,
  },
  {
    ...later('reviews/:reviewId/history', async () => (await import('./history/HistoryPage.tsx')).HistoryPage),
    bare: true,
  },
  later('reviews/:reviewId/incident', async () => (await import('./reviews/EditIncidentPage.tsx')).EditIncidentPage),
  later('reviews/:reviewId/import', async () => (await import('./timeline/ImportPage.tsx')).ImportPage),
  later('reviews/:reviewId/publish', async () => (await import('./publishing/PublishPage.tsx')).PublishPage),
  later('reviews/:reviewId/after', async () => (await import('./after/AfterPage.tsx')).AfterPage),
  later('templates', async () => (await import('./templates/TemplatesPage.tsx')).TemplatesPage),
  later('templates/:templateId', async () => (await import('./templates/TemplateEditorPage.tsx')).TemplateEditorPage),
  later('actions', async () => (await import('./action-items/TrackerPage.tsx')).TrackerPage),
  later('p/:slug', async () => (await import('./publishing/PublishedPage.tsx')).PublishedPage),
  later('*', async () => (await import('./shell/NotFound.tsx')).NotFound),
];

/** Asks for what the first address needs, before anything is rendered. A part that fails is asked for again by its page. */
export const fetchFirst = (pathname: string): void => {
  const route = firstMatch(routes, pathname)?.route;
  for (const load of [route?.load, route?.bare ? undefined : loadShell]) load?.().catch(() => undefined);
};

export const App = ({ navigation }: { navigation: Navigation }) => (
  <Router navigation={navigation} routes={routes} fallback={<Starting />}>
    {(route) => (
      <ArrivalProvider>
        <Framed route={route} />
      </ArrivalProvider>
    )}
  </Router>
);

const Framed = ({ route: { Page, bare } }: { route: AppRoute }) => {
  const { key } = useLocation();
  const page = (
    <PageBoundary resetKey={key} Broken={ErrorPage}>
      <Page />
    </PageBoundary>
  );
  if (bare) return page;
  return (
    <PageBoundary resetKey={key} Broken={ErrorPage}>
      <Shell>{page}</Shell>
    </PageBoundary>
  );
};
