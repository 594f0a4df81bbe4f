// The meeting's own record, for those who facilitate.
import { api } from '@hearth/protocol/http/api';
import { recordBody } from '@hearth/protocol/http/record';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import { sessionOf, type Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found } from '../http/refused.ts';
import type { RecordService } from './service.ts';

export const recordRoutes = (app: ApiApp, { records, guard }: { records: RecordService; guard: Guard }): void => {
  app.get(
    api.record,
    {
      onRequest: guard.seated('record.read'),
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'The agenda as planned and as held, and hints for its next version',
        tags: ['record'],
        params: z.object({ reviewId }),
        response: { 200: recordBody, ...refusals },
      },
    },
    async (request) => found(await records.record(request.params.reviewId, sessionOf(request))),
  );
};
