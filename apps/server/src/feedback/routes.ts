// What people say after a meeting. These requests are in no log: the moment of an answer would tell whose it is.
import { api } from '@hearth/protocol/http/api';
import { feedbackBody, feedbackSum } from '@hearth/protocol/http/feedback';
import { reviewId } from '@hearth/protocol/http/scalars';
import { z } from 'zod';
import { seatOf, type Guard } from '../access/guard.ts';
import { nothing, refusals, type ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';
import type { FeedbackService } from './service.ts';

const ofReview = z.object({ reviewId });
const tags = ['feedback'];
/** A whole meeting may sit behind one address, and answers in the same minute. */
const pace = { rateLimit: { max: 120, timeWindow: '1 minute' } };

export const feedbackRoutes = (app: ApiApp, { feedback, guard }: { feedback: FeedbackService; guard: Guard }): void => {
  app.post(
    api.feedback,
    {
      onRequest: guard.seated('feedback.give'),
      logLevel: 'silent',
      config: pace,
      schema: {
        summary: 'Says how the meeting was, once and without a name',
        tags,
        params: ofReview,
        body: feedbackBody,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      switch (await feedback.give(seatOf(request), request.body)) {
        case 'given':
          return reply.status(204).send(null);
        case 'given-before':
          throw new Refused('HEARTH_FEEDBACK_GIVEN');
        case 'says-nothing':
          throw new Refused('HEARTH_BAD_REQUEST', { facilitation: 'Answer one of the questions at least.' });
        case 'not-yet':
          throw new Refused('HEARTH_COMMAND_REFUSED');
        case 'full':
          throw new Refused('HEARTH_TOO_LARGE');
        case 'no-review':
          throw new Refused('HEARTH_NOT_FOUND');
      }
    },
  );

  app.get(
    api.feedbackSum,
    {
      onRequest: guard.seated('record.read'),
      schema: {
        summary: 'What people said, summed up; of fewer than three answers the count alone',
        tags,
        params: ofReview,
        response: { 200: feedbackSum, ...refusals },
      },
    },
    async (request) => feedback.sum(request.params.reviewId),
  );
};
