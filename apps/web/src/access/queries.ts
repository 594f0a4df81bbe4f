// Who this browser is, and the links that let others in.
import { api } from '@hearth/protocol/http/api';
import type { SessionBody } from '@hearth/protocol/http/access';
import type { ReviewId } from '@hearth/review/ids';
import { permission } from '@hearth/review/permission';
import type { JoinableRole } from '@hearth/review/roles';
import { queryOptions, useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { call, command } from '../api/client.ts';
import { joinPreviewAnswer, seatAnswer, sessionAnswer } from '../api/first-answers.ts';
import { isReachable } from '../api/reachability.ts';

const schemas = () => import('@hearth/protocol/http/access');

const retryWhileDownMs = 4_000;
const lookEveryMs = 30_000;

const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => call({ path: api.session, answer: sessionAnswer, signal }),
  staleTime: 60_000,
  // This one question finds out that nothing answers, and that something does again.
  refetchInterval: () => (isReachable() ? lookEveryMs : retryWhileDownMs),
});

export const useSession = () => useQuery(sessionQuery);

/** Name of whoever this is: the owner's, or that of the newest seat. */
export const nameIn = (session: SessionBody): string | null =>
  session.account?.name ?? session.seats.at(-1)?.name ?? null;

/** Whoever runs a review chooses its agenda. */
export const seesAgendas = ({ account, seats }: SessionBody): boolean =>
  account !== null || seats.some(({ role }) => permission(role, 'facilitation.run').allowed);

/** Everything that was asked for as somebody else is forgotten. */
const becomeSomeoneElse = async (client: QueryClient, session: SessionBody | null) => {
  // An answer that is still on its way would tell who this was.
  await client.cancelQueries({ queryKey: sessionQuery.queryKey });
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
  if (session === null) await client.resetQueries({ queryKey: sessionQuery.queryKey });
  else client.setQueryData(sessionQuery.queryKey, session);
};

export const useSignIn = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (secret: string) => call({ path: api.signIn, method: 'POST', body: { secret }, answer: sessionAnswer }),
    onSuccess: (session) => becomeSomeoneElse(client, session),
  });
};

export const useSignOut = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => command({ path: api.session, method: 'DELETE' }),
    onSuccess: () => becomeSomeoneElse(client, null),
  });
};

export const useRename = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call({ path: api.account, method: 'PATCH', body: { name }, answer: sessionAnswer }),
    onSuccess: (session) => client.setQueryData(sessionQuery.queryKey, session),
  });
};

export const joinPreviewQuery = (secret: string) =>
  queryOptions({
    queryKey: ['join-preview', secret],
    queryFn: ({ signal }) =>
      call({ path: api.joinPreview, method: 'POST', body: { secret }, answer: joinPreviewAnswer, signal }),
    gcTime: 0,
  });

export const useJoin = (secret: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => call({ path: api.join, method: 'POST', body: { secret, name }, answer: seatAnswer }),
    onSuccess: () => becomeSomeoneElse(client, null),
  });
};

const joinLinksQuery = (reviewId: ReviewId) =>
  queryOptions({
    queryKey: ['join-links', reviewId],
    queryFn: ({ signal }) =>
      call({
        path: api.joinLinks,
        parameters: { reviewId },
        answer: async () => (await schemas()).joinLinkList,
        signal,
      }),
  });

export const useJoinLinks = (reviewId: ReviewId) => useQuery(joinLinksQuery(reviewId));

export const useCreateJoinLink = (reviewId: ReviewId) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { role: JoinableRole; expiresInHours: number }) =>
      call({
        path: api.joinLinks,
        parameters: { reviewId },
        method: 'POST',
        body: wanted,
        answer: async () => (await schemas()).createdJoinLink,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: joinLinksQuery(reviewId).queryKey }),
  });
};

export const useRevokeJoinLink = (reviewId: ReviewId) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (linkId: string) => command({ path: api.joinLink, parameters: { reviewId, linkId }, method: 'DELETE' }),
    onSettled: () => client.invalidateQueries({ queryKey: joinLinksQuery(reviewId).queryKey }),
  });
};
