// A review as one file, for whoever runs it.
import { api } from '@hearth/protocol/http/api';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import type { Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found } from '../http/refused.ts';
import type { ExportService } from './service.ts';

export const exportRoutes = (app: ApiApp, { exports, guard }: { exports: ExportService; guard: Guard }): void => {
  app.get(
    api.export,
    {
      onRequest: guard.seated('review.export'),
      config: { rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        summary: 'Everything of a review in one file, for whoever leaves Hearth',
        tags: ['reviews'],
        params: z.object({ reviewId }),
        response: { 200: { content: { 'application/json': { schema: z.string() } } }, ...refusals },
      },
    },
    async (request, reply) => {
      const file = found(await exports.export(request.params.reviewId));
      return reply
        .type('application/json; charset=utf-8')
        .header('content-disposition', `attachment; filename="${file.name}"`)
        .send(file.text);
    },
  );
};
