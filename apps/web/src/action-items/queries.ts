// Confirmed improvement actions of all reviews that one may see.
import { actionItem, trackerBody, type TrackedItem } from '@hearth/protocol/http/action-items';
import { api } from '@hearth/protocol/http/api';
import type { ActionItemChange } from '@hearth/learning/action-items/model';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';

export const trackerQuery = queryOptions({
  queryKey: ['tracker'],
  queryFn: ({ signal }) => call({ path: api.tracker, answer: trackerBody, signal }),
});

export const useTracker = () => useQuery(trackerQuery);

interface ItemChange {
  id: string;
  /** The version that the change was made on: the server refuses it on any other. */
  version: number;
  change: ActionItemChange;
}

export const useChangeItem = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, change }: ItemChange) =>
      call({
        path: api.actionItem,
        parameters: { itemId: id },
        method: 'PATCH',
        body: { ...change, version },
        answer: actionItem,
      }),
    onSuccess: (changed) => {
      client.setQueryData(trackerQuery.queryKey, (tracker) =>
        tracker === undefined
          ? undefined
          : {
              ...tracker,
              items: tracker.items.map((item) => (item.id === changed.id ? { ...item, ...changed } : item)),
            },
      );
    },
    onSettled: () => client.invalidateQueries({ queryKey: trackerQuery.queryKey }),
  });
};

/** The newest version of one action, asked for now. */
export const useNewestItem = () => {
  const client = useQueryClient();
  return async (id: string): Promise<TrackedItem | undefined> => {
    const { items } = await client.fetchQuery({ ...trackerQuery, staleTime: 0 });
    return items.find((item) => item.id === id);
  };
};
