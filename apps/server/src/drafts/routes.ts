// Private thoughts that come late.
import { api } from '@hearth/protocol/http/api';
import { lateThoughts } from '@hearth/protocol/http/drafts';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import { seatOf, type Guard } from '../access/guard.ts';
import { nothing, refusals, type ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';
import type { DraftService } from './service.ts';

export const draftRoutes = (app: ApiApp, { drafts, guard }: { drafts: DraftService; guard: Guard }): void => {
  app.post(
    api.thoughts,
    {
      onRequest: guard.seated('board.write'),
      schema: {
        summary: 'Puts private thoughts on the board that did not arrive before the reveal; twice is once',
        tags: ['reviews'],
        params: z.object({ reviewId }),
        body: lateThoughts,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      const added = await drafts.addLate(seatOf(request), request.body.thoughts);
      if (!added.ok) throw new Refused(added.code);
      return reply.status(204).send(null);
    },
  );
};
