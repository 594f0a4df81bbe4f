// Incidents and their reviews, as the API tells them.
import { api } from '@hearth/protocol/http/api';
import type { Incident } from '@hearth/review/incident';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { reviewAnswer } from '../api/first-answers.ts';

const schemas = () => import('@hearth/protocol/http/reviews');

const reviewsQuery = queryOptions({
  queryKey: ['reviews'],
  queryFn: ({ signal }) => call({ path: api.reviews, answer: async () => (await schemas()).reviewList, signal }),
  // Who is inside changes without anybody telling this page.
  refetchInterval: 15_000,
});

export const useReviews = () => useQuery(reviewsQuery);

export const reviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId],
    queryFn: ({ signal }) => call({ path: api.review, parameters: { reviewId }, answer: reviewAnswer, signal }),
  });

export const useReview = (reviewId: string) => useQuery(reviewQuery(reviewId));

export const useStartReview = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ incident, templateId }: { incident: Incident; templateId: string | null }) =>
      call({
        path: api.reviews,
        method: 'POST',
        body: templateId === null ? incident : { ...incident, templateId },
        answer: async () => (await schemas()).createdReview,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: reviewsQuery.queryKey }),
  });
};

export const useChangeIncident = (reviewId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (incident: Incident) =>
      call({
        path: api.incident,
        parameters: { reviewId },
        method: 'PATCH',
        body: incident,
        answer: reviewAnswer,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: reviewsQuery.queryKey }),
  });
};

export const useOpenDemo = () => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call({ path: api.demo, method: 'POST', answer: async () => (await schemas()).createdReview }),
    onSuccess: () => client.invalidateQueries({ queryKey: reviewsQuery.queryKey }),
  });
};
