// Publishing a report and reading one.
import { api, pathOf } from '@hearth/protocol/http/api';
import { publicationBody, publishedBody, reportPreview } from '@hearth/protocol/http/publishing';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/client.ts';
import { reviewQuery } from '../reviews/queries.ts';

export const publishedQuery = (slug: string) =>
  queryOptions({
    queryKey: ['publications', slug],
    queryFn: ({ signal }) => call({ path: api.publication, parameters: { slug }, answer: publishedBody, signal }),
  });

export const reportPreviewQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['report-preview', reviewId],
    queryFn: ({ signal }) => call({ path: api.reportPreview, parameters: { reviewId }, answer: reportPreview, signal }),
    // The board may have changed: each look is a new one.
    staleTime: 0,
    gcTime: 0,
  });

export const usePublish = (reviewId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call({ path: api.publish, parameters: { reviewId }, method: 'POST', answer: publicationBody }),
    onSuccess: async (publication) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['reviews'] }),
        client.invalidateQueries({ queryKey: reviewQuery(reviewId).queryKey }),
        client.invalidateQueries({ queryKey: publishedQuery(publication.slug).queryKey }),
      ]);
    },
  });
};

export const markdownPath = (slug: string): string => pathOf(api.publicationMarkdown, { slug });
