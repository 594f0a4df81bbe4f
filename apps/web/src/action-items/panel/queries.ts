// Proposals of a review: fetched, looked for anew, decided.
import { confirmed, decided, proposalList, type ProposalBody } from '@hearth/protocol/http/action-items';
import { api } from '@hearth/protocol/http/api';
import type { ReviewId } from '@hearth/review/ids';
import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call } from '../../api/client.ts';
import { trackerQuery } from '../queries.ts';
import type { ProposalDraft } from './draft.ts';

export const proposalsQuery = (reviewId: ReviewId) =>
  queryOptions({
    queryKey: ['proposals', reviewId],
    queryFn: async ({ signal }) => {
      const answer = await call({ path: api.proposals, parameters: { reviewId }, answer: proposalList, signal });
      return answer.proposals;
    },
  });

/** Reads board and narrative; what was decided stays decided. */
export const useExtract = (reviewId: ReviewId) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const answer = await call({ path: api.extract, parameters: { reviewId }, method: 'POST', answer: proposalList });
      return answer.proposals;
    },
    onSuccess: (proposals) => client.setQueryData(proposalsQuery(reviewId).queryKey, proposals),
  });
};

export const useConfirm = (reviewId: ReviewId) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, draft, early }: { id: string; draft: ProposalDraft; early: boolean }) =>
      call({
        path: api.confirm,
        parameters: { reviewId, proposalId: id },
        method: 'POST',
        body: { ...draft, early },
        answer: confirmed,
      }),
    onSuccess: ({ proposal }) => replace(client, reviewId, proposal),
    onSettled: () => refresh(client, reviewId),
  });
};

export const useSetAside = (reviewId: ReviewId) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, kind }: { id: string; kind: 'dismiss' | 'restore' }) =>
      call({ path: api[kind], parameters: { reviewId, proposalId: id }, method: 'POST', answer: decided }),
    onSuccess: ({ proposal }) => replace(client, reviewId, proposal),
    onSettled: () => refresh(client, reviewId),
  });
};

const replace = (client: QueryClient, reviewId: ReviewId, proposal: ProposalBody): void => {
  client.setQueryData(proposalsQuery(reviewId).queryKey, (before) =>
    before?.map((each) => (each.id === proposal.id ? proposal : each)),
  );
};

const refresh = async (client: QueryClient, reviewId: ReviewId): Promise<void> => {
  await Promise.all([
    client.invalidateQueries({ queryKey: proposalsQuery(reviewId).queryKey }),
    client.invalidateQueries({ queryKey: trackerQuery.queryKey }),
  ]);
};
