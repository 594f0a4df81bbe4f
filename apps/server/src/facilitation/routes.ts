// The meeting for a page that has no connection yet: what is first on the screen is right at once.
import { api } from '@hearth/protocol/http/api';
import type { FacilitationView } from '@hearth/protocol/facilitation';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import type { Guard } from '../access/guard.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found } from '../http/refused.ts';
import type { FacilitationService } from './service.ts';

const view = z.custom<FacilitationView>().describe('How the meeting stands and who is there: FacilitationView');

interface Parts {
  facilitation: Pick<FacilitationService, 'view'>;
  guard: Guard;
}

export const facilitationRoutes = (app: ApiApp, { facilitation, guard }: Parts): void => {
  app.get(
    api.meeting,
    {
      onRequest: guard.seated('board.read'),
      schema: {
        summary: 'How the meeting stands; what follows is told on the facilitation channel',
        tags: ['reviews'],
        params: z.object({ reviewId }),
        response: { 200: view, ...refusals },
      },
    },
    async (request) => found(await facilitation.view(request.params.reviewId)),
  );
};
