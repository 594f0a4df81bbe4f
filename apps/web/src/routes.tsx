// Every address of the application. Home, joining and signing in come with the first load; the rest when it is asked for.
import { createBrowserRouter, Outlet } from 'react-router';
import { JoinPage } from './access/JoinPage.tsx';
import { SignInPage } from './access/SignInPage.tsx';
import { HomePage } from './reviews/HomePage.tsx';
import { ErrorPage } from './shell/ErrorPage.tsx';
import { loadRoom } from './shell/load-room.ts';
import { NotFound } from './shell/NotFound.tsx';
import { ArrivalProvider } from './shell/page-title.tsx';
import { Shell } from './shell/Shell.tsx';
import { Starting } from './shell/Starting.tsx';

export const createRouter = () =>
  createBrowserRouter([
    {
      element: (
        <ArrivalProvider>
          <Outlet />
        </ArrivalProvider>
      ),
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <Starting />,
      children: [
        {
          element: <Shell />,
          children: [
            {
              errorElement: <ErrorPage />,
              children: [
                { index: true, element: <HomePage /> },
                { path: 'sign-in', element: <SignInPage /> },
                {
                  path: 'reviews/new',
                  lazy: async () => ({ Component: (await import('./reviews/NewReviewPage.tsx')).NewReviewPage }),
                },
                {
                  path: 'reviews/:reviewId/incident',
                  lazy: async () => ({ Component: (await import('./reviews/EditIncidentPage.tsx')).EditIncidentPage }),
                },
                {
                  path: 'reviews/:reviewId/import',
                  lazy: async () => ({ Component: (await import('./timeline/ImportPage.tsx')).ImportPage }),
                },
                {
                  path: 'reviews/:reviewId/publish',
                  lazy: async () => ({ Component: (await import('./publishing/PublishPage.tsx')).PublishPage }),
                },
                {
                  path: 'actions',
                  lazy: async () => ({ Component: (await import('./action-items/TrackerPage.tsx')).TrackerPage }),
                },
                {
                  path: 'p/:slug',
                  lazy: async () => ({ Component: (await import('./publishing/PublishedPage.tsx')).PublishedPage }),
                },
                { path: '*', element: <NotFound /> },
              ],
            },
          ],
        },
        { path: 'join', element: <JoinPage /> },
        {
          path: 'reviews/:reviewId/history',
          errorElement: <ErrorPage />,
          lazy: async () => ({ Component: (await import('./history/HistoryPage.tsx')).HistoryPage }),
        },
        {
          path: 'reviews/:reviewId',
          errorElement: <ErrorPage />,
          lazy: async () => ({ Component: (await loadRoom()).RoomPage }),
        },
      ],
    },
  ]);
