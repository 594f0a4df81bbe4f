// What comes after a meeting, as the API tells it.
import { afterMeeting } from '@hearth/protocol/http/after';
import { api } from '@hearth/protocol/http/api';
import { feedbackSum, type FeedbackBody } from '@hearth/protocol/http/feedback';
import { recordBody } from '@hearth/protocol/http/record';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { call, command } from '../api/client.ts';

const afterQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId, 'after'],
    queryFn: ({ signal }) => call({ path: api.after, parameters: { reviewId }, answer: afterMeeting, signal }),
    staleTime: 0,
  });

export const useAfter = (reviewId: string) => useQuery(afterQuery(reviewId));

export const useGiveFeedback = (reviewId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (feedback: FeedbackBody) =>
      command({ path: api.feedback, parameters: { reviewId }, method: 'POST', body: feedback }),
    // Refused, it may be because it was given in another tab.
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews', reviewId] }),
  });
};

export const useFeedbackSum = (reviewId: string) =>
  useQuery({
    queryKey: ['reviews', reviewId, 'feedback-sum'],
    queryFn: ({ signal }) => call({ path: api.feedbackSum, parameters: { reviewId }, answer: feedbackSum, signal }),
    staleTime: 0,
    refetchInterval: 30_000,
  });

/** @param reviewId  null: nothing is asked for. */
export const useRecord = (reviewId: string | null) =>
  useQuery({
    queryKey: ['reviews', reviewId, 'record'],
    queryFn: ({ signal }) =>
      call({ path: api.record, parameters: { reviewId: reviewId ?? '' }, answer: recordBody, signal }),
    enabled: reviewId !== null,
    staleTime: 0,
  });
