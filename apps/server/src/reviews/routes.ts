// Incidents and their reviews, and the named snapshots of their boards.
import { api } from '@hearth/protocol/http/api';
import {
  createdReview,
  incidentBody,
  newReviewBody,
  newSnapshot,
  reviewDetail,
  reviewList,
  snapshotHead,
  snapshotList,
} from '@hearth/protocol/http/reviews';
import { reviewId } from '@hearth/protocol/http/scalars';
import type { IncidentProblem } from '@hearth/review/incident';
import { z } from 'zod';
import { seatOf, sessionOf, type Guard } from '../access/guard.ts';
import type { Audience } from '../live/audience.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { found, Refused } from '../http/refused.ts';
import type { TemplateService } from '../templates/service.ts';
import { snapshotBody, type IncidentOutcome, type ReviewService } from './service.ts';

interface Parts {
  reviews: ReviewService;
  templates: Pick<TemplateService, 'find'>;
  guard: Guard;
  audience: Audience;
}

const ofReview = z.object({ reviewId });

export const reviewRoutes = (app: ApiApp, { reviews, templates, guard, audience }: Parts): void => {
  app.get(
    api.reviews,
    {
      onRequest: guard.signedIn,
      schema: { summary: 'The reviews one may see', tags: ['reviews'], response: { 200: reviewList, ...refusals } },
    },
    async (request) => ({ reviews: await reviews.listFor(sessionOf(request)) }),
  );

  app.post(
    api.reviews,
    {
      onRequest: guard.owner,
      schema: {
        summary: 'Records an incident and starts its review',
        tags: ['reviews'],
        body: newReviewBody,
        response: { 201: createdReview, ...refusals },
      },
    },
    async (request, reply) => {
      const { templateId, ...incident } = request.body;
      const template = templateId === undefined ? undefined : await templates.find(templateId);
      if (template === null) throw new Refused('HEARTH_BAD_REQUEST', { templateId: 'This agenda was removed.' });
      return reply.status(201).send({ id: accepted(await reviews.create(incident, template)) });
    },
  );

  app.post(
    api.demo,
    {
      onRequest: guard.owner,
      schema: {
        summary: 'Opens the demo review, made when first asked for',
        tags: ['reviews'],
        response: { 200: createdReview, ...refusals },
      },
    },
    async () => ({ id: await reviews.demo() }),
  );

  app.get(
    api.review,
    {
      onRequest: guard.seated('board.read'),
      schema: {
        summary: 'A review and the seat of whoever asks',
        tags: ['reviews'],
        params: ofReview,
        response: { 200: reviewDetail, ...refusals },
      },
    },
    async (request) => found(await reviews.detail(request.params.reviewId, seatOf(request))),
  );

  app.patch(
    api.incident,
    {
      onRequest: guard.seated('review.edit'),
      schema: {
        summary: 'Replaces what is recorded about the incident',
        tags: ['reviews'],
        params: ofReview,
        body: incidentBody,
        response: { 200: reviewDetail, ...refusals },
      },
    },
    async (request) => {
      const id = accepted(await reviews.changeIncident(request.params.reviewId, request.body));
      audience.changed(id, 'review');
      return found(await reviews.detail(id, seatOf(request)));
    },
  );

  app.get(
    api.snapshots,
    {
      onRequest: guard.seated('board.read'),
      schema: {
        summary: 'The named snapshots of the board, oldest first',
        tags: ['reviews'],
        params: ofReview,
        response: { 200: snapshotList, ...refusals },
      },
    },
    async (request) => ({ snapshots: await reviews.snapshots(request.params.reviewId) }),
  );

  app.post(
    api.snapshots,
    {
      onRequest: guard.seated('snapshots.create'),
      schema: {
        summary: 'Keeps the board as it is now, under a name',
        tags: ['reviews'],
        params: ofReview,
        body: newSnapshot,
        response: { 201: snapshotHead, ...refusals },
      },
    },
    async (request, reply) => {
      const { reviewId: id } = request.params;
      const { head } = await reviews.takeSnapshot(id, { kind: 'on-demand', name: request.body.name, stageId: null });
      audience.changed(id, 'snapshots');
      return reply.status(201).send(snapshotBody(head));
    },
  );
};

const accepted = (outcome: IncidentOutcome) => {
  if (outcome.ok) return outcome.id;
  const fields = outcome.problems.map(({ field, reason }): [string, string] => [field, sentences[reason]]);
  throw new Refused('HEARTH_BAD_REQUEST', Object.fromEntries(fields));
};

const sentences: Record<IncidentProblem['reason'], string> = {
  'before-start': 'This is before the incident started.',
  'absurd-date': 'This can not be the time: it is before 1990 or in the future.',
  'zone-unknown': 'Nobody knows this time zone. Write one such as Europe/London.',
};
