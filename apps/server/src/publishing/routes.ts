// Publishing the narrative, and reading what was published: its address is the key, nobody signs in for it.
import { api } from '@hearth/protocol/http/api';
import { publicationBody, publishedBody, reportPreview, slug } from '@hearth/protocol/http/publishing';
import { reviewId } from '@hearth/protocol/http/scalars';
import type { Publication } from '@hearth/store/ports/publishing';
import { z } from 'zod';
import type { Guard } from '../access/guard.ts';
import type { Audience } from '../live/audience.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found } from '../http/refused.ts';
import { titleWords } from '../http/title-words.ts';
import type { PublishingService } from './service.ts';

interface Parts {
  publishing: PublishingService;
  guard: Guard;
  audience: Audience;
}

const ofReview = z.object({ reviewId });
const bySlug = z.object({ slug });

export const publishingRoutes = (app: ApiApp, { publishing, guard, audience }: Parts): void => {
  app.get(
    api.reportPreview,
    {
      onRequest: guard.seated('board.read'),
      schema: {
        summary: 'The report as it would be published now',
        tags: ['publishing'],
        params: ofReview,
        response: { 200: reportPreview, ...refusals },
      },
    },
    async (request) => ({ report: found(await publishing.preview(request.params.reviewId)) }),
  );

  app.post(
    api.publish,
    {
      onRequest: guard.seated('publishing.publish'),
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        summary: 'Publishes the narrative, or replaces what was published',
        tags: ['publishing'],
        params: ofReview,
        response: { 200: publicationBody, ...refusals },
      },
    },
    async (request) => {
      const { reviewId: review } = request.params;
      const publication = found(await publishing.publish(review, request.headers.origin ?? null));
      for (const topic of ['publication', 'review', 'snapshots'] as const) audience.changed(review, topic);
      return head(publication);
    },
  );

  app.get(
    api.publication,
    {
      schema: {
        summary: 'A published narrative, for whoever has its address',
        tags: ['publishing'],
        params: bySlug,
        response: { 200: publishedBody, ...refusals },
      },
    },
    async (request, reply) => {
      const publication = found(await publishing.find(request.params.slug));
      reply.header('x-robots-tag', 'noindex');
      return { ...head(publication), report: publication.report };
    },
  );

  app.get(
    api.publicationMarkdown,
    {
      schema: {
        summary: 'A published narrative as a Markdown file',
        tags: ['publishing'],
        params: bySlug,
        response: { 200: { content: { 'text/markdown': { schema: z.string() } } }, ...refusals },
      },
    },
    async (request, reply) => {
      const publication = found(await publishing.find(request.params.slug));
      const file = titleWords(publication.report.incident.title) || 'learning-review';
      return reply
        .type('text/markdown; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file}.md"`)
        .header('x-robots-tag', 'noindex')
        .send(publication.markdown);
    },
  );
};

const head = ({ slug: name, revision, publishedAtMs }: Publication) => ({
  slug: name,
  revision,
  publishedAt: publishedAtMs,
});
