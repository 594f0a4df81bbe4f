// What becomes of a review once its meeting has ended. In no log, as the answers that follow upon it.
import { afterMeeting } from '@hearth/protocol/http/after';
import { api } from '@hearth/protocol/http/api';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import { seatOf, type Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found } from '../http/refused.ts';
import type { AfterService } from './service.ts';

export const afterRoutes = (app: ApiApp, { after, guard }: { after: AfterService; guard: Guard }): void => {
  app.get(
    api.after,
    {
      onRequest: guard.seated('board.read'),
      logLevel: 'silent',
      schema: {
        summary: 'What comes after the meeting, and whether one may still say how it was',
        tags: ['feedback'],
        params: z.object({ reviewId }),
        response: { 200: afterMeeting, ...refusals },
      },
    },
    async (request) => found(await after.after(seatOf(request))),
  );
};
