// The history of a board, as the API tells it: fetched in one piece, restored by one request.
import { api } from '@hearth/protocol/http/api';
import { historyBody, historyNow, restored, type RestoreTarget } from '@hearth/protocol/http/history';
import { snapshotHead } from '@hearth/protocol/http/reviews';
import { queryOptions, useMutation } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { unreadable } from '../api/api-error.ts';
import { openHistory } from './history.ts';

export const historyQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['history', reviewId],
    queryFn: async ({ signal }) => {
      const body = await call({ path: api.history, parameters: { reviewId }, answer: historyBody, signal });
      const history = openHistory(body);
      if (history === null) throw unreadable(200);
      return { history, fetchedAtMs: Date.now() };
    },
    staleTime: 60_000,
    // Comparing thousands of cards with themselves gains nothing.
    structuralSharing: false,
  });

/** Who is in the room, and whether the board has changed since. */
export const historyNowQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['history-now', reviewId],
    queryFn: ({ signal }) => call({ path: api.historyNow, parameters: { reviewId }, answer: historyNow, signal }),
    staleTime: 0,
    gcTime: 0,
  });

export const useRestore = (reviewId: string) =>
  useMutation({
    mutationFn: (body: { to: RestoreTarget; name: string }) =>
      call({ path: api.historyRestore, parameters: { reviewId }, method: 'POST', body, answer: restored }),
  });

export const useNameNow = (reviewId: string) =>
  useMutation({
    mutationFn: (name: string) =>
      call({ path: api.snapshots, parameters: { reviewId }, method: 'POST', body: { name }, answer: snapshotHead }),
  });
