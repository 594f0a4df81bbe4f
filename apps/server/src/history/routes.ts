// The history of a board, for those who may write on it: it shows what was deleted on purpose as well.
import { api } from '@hearth/protocol/http/api';
import { historyNow, restoreBody, restored, type HistoryBody } from '@hearth/protocol/http/history';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import { seatOf, type Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found, Refused } from '../http/refused.ts';
import type { Audience } from '../live/audience.ts';
import type { HistoryService } from './service.ts';

const ofReview = z.object({ reviewId });
/** Written by another thread, and sent as it is: checking it here would hold up everybody else. */
const writtenElsewhere = z.custom<HistoryBody>().describe('Every moment of the board: HistoryBody');

export const historyRoutes = (
  app: ApiApp,
  { history, guard, audience }: { history: HistoryService; guard: Guard; audience: Audience },
): void => {
  app.get(
    api.history,
    {
      onRequest: guard.seated('history.read'),
      config: { rateLimit: { max: 120, timeWindow: '1 minute' } },
      schema: {
        summary: 'Every moment of the board that is kept, and its landmarks',
        tags: ['history'],
        params: ofReview,
        response: { 200: writtenElsewhere, ...refusals },
      },
    },
    async (request, reply) => {
      const json = found(await history.read(request.params.reviewId));
      return reply
        .type('application/json; charset=utf-8')
        .send(Buffer.from(json.buffer, json.byteOffset, json.byteLength) as unknown as HistoryBody);
    },
  );

  app.get(
    api.historyNow,
    {
      onRequest: guard.seated('history.read'),
      schema: {
        summary: 'What may have changed since a history was fetched',
        tags: ['history'],
        params: ofReview,
        response: { 200: historyNow, ...refusals },
      },
    },
    async (request) => history.now(request.params.reviewId, seatOf(request).id),
  );

  app.post(
    api.historyRestore,
    {
      onRequest: guard.seated('history.restore'),
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        summary: 'Changes the board into what it was at a moment; the state before is kept under a name',
        tags: ['history'],
        params: ofReview,
        body: restoreBody,
        response: { 200: restored, ...refusals },
      },
    },
    async (request) => {
      const { reviewId: review } = request.params;
      const outcome = await history.restore(review, request.body.to, request.body.name);
      if (!outcome.ok) throw new Refused(outcome.code);
      if (outcome.restored.undo) audience.changed(review, 'snapshots');
      return outcome.restored;
    },
  );
};
