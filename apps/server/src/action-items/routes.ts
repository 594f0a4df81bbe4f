// Proposals of a review and the tracker of all confirmed actions.
import type { ChangeRefusal } from '@hearth/learning/action-items/change';
import {
  actionItem,
  actionItemChange,
  confirmation,
  confirmed,
  decided,
  proposalList,
  trackerBody,
} from '@hearth/protocol/http/action-items';
import { api } from '@hearth/protocol/http/api';
import { plainId, reviewId } from '@hearth/protocol/http/scalars';
import type { DecisionOutcome } from '@hearth/store/ports/action-items';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { refusalFor, sessionOf, type Guard } from '../access/guard.ts';
import type { AccessService } from '../access/service.ts';
import type { Audience } from '../live/audience.ts';
import { refusals, type ApiApp } from '../http/api-app.ts';
import { Refused } from '../http/refused.ts';
import type { ActionItemService, EarlyOutcome } from './service.ts';

interface Parts {
  actionItems: ActionItemService;
  access: AccessService;
  guard: Guard;
  audience: Audience;
}

const ofReview = z.object({ reviewId });
const ofProposal = z.object({ reviewId, proposalId: plainId });

export const actionItemRoutes = (app: ApiApp, { actionItems, access, guard, audience }: Parts): void => {
  app.post(
    api.extract,
    {
      onRequest: guard.seated('action-items.decide'),
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        summary: 'Looks for actions on the board; what was decided stays so',
        tags: ['action-items'],
        params: ofReview,
        response: { 200: proposalList, ...refusals },
      },
    },
    async (request) => {
      const outcome = await actionItems.extract(request.params.reviewId);
      if (!outcome.ok) throw new Refused(outcome.reason === 'no-review' ? 'HEARTH_NOT_FOUND' : 'HEARTH_TOO_LARGE');
      audience.changed(request.params.reviewId, 'action-items');
      return { proposals: outcome.proposals };
    },
  );

  app.get(
    api.proposals,
    {
      onRequest: guard.seated('board.read'),
      schema: {
        summary: 'What was extracted, decided or not',
        tags: ['action-items'],
        params: ofReview,
        response: { 200: proposalList, ...refusals },
      },
    },
    async (request) => ({ proposals: await actionItems.proposals(request.params.reviewId) }),
  );

  app.post(
    api.confirm,
    {
      onRequest: guard.seated('action-items.decide'),
      schema: {
        summary: 'Makes a proposal an action, as edited',
        tags: ['action-items'],
        params: ofProposal,
        body: confirmation,
        response: { 200: confirmed, ...refusals },
      },
    },
    async (request) => {
      const { reviewId: review, proposalId } = request.params;
      const { early = false, ...fields } = request.body;
      const outcome = await actionItems.confirm(review, proposalId, fields, early);
      const { proposal, item } = decision(outcome);
      if (!item) throw new Error('a confirmation made no action');
      audience.changed(review, 'action-items');
      return { proposal, item };
    },
  );

  for (const kind of ['dismiss', 'restore'] as const)
    app.post(
      api[kind],
      {
        onRequest: guard.seated('action-items.decide'),
        schema: {
          summary: kind === 'dismiss' ? 'Sets a proposal aside' : 'Takes a dismissal back',
          tags: ['action-items'],
          params: ofProposal,
          response: { 200: decided, ...refusals },
        },
      },
      async (request) => {
        const { reviewId: review, proposalId } = request.params;
        const { proposal } = decision(await actionItems.decide(review, proposalId, kind));
        audience.changed(review, 'action-items');
        return { proposal };
      },
    );

  app.get(
    api.tracker,
    {
      onRequest: guard.signedIn,
      schema: {
        summary: 'The actions of every review that one may see',
        tags: ['action-items'],
        response: { 200: trackerBody, ...refusals },
      },
    },
    async (request) => actionItems.tracker(sessionOf(request)),
  );

  /** The action in the path, if whoever asks sits in its review; to everybody else it does not exist. */
  const ownItem = async (request: FastifyRequest<{ Params: { itemId: string } }>) => {
    const item = await actionItems.find(request.params.itemId);
    const seat = item && (await access.seatIn(item.reviewId, sessionOf(request)));
    if (!seat) throw new Refused('HEARTH_NOT_FOUND');
    const refusal = refusalFor(seat.role, 'action-items.decide');
    if (refusal) throw new Refused(refusal);
    return item;
  };

  app.patch(
    api.actionItem,
    {
      onRequest: guard.signedIn,
      schema: {
        summary: 'Changes an action, if nobody else has in the meantime',
        tags: ['action-items'],
        params: z.object({ itemId: plainId }),
        body: actionItemChange,
        response: { 200: actionItem, ...refusals },
      },
    },
    async (request) => {
      const item = await ownItem(request);
      const { version, ...change } = request.body;
      const outcome = await actionItems.change(item, version, given(change));
      if (outcome.ok) {
        audience.changed(item.reviewId, 'action-items');
        return outcome.item;
      }
      switch (outcome.reason) {
        case 'not-found':
          throw new Refused('HEARTH_NOT_FOUND');
        case 'conflict':
          throw new Refused('HEARTH_CONFLICT');
        case 'note-required':
        case 'text-required':
          throw new Refused('HEARTH_BAD_REQUEST', fieldsAtFault[outcome.reason]);
      }
    },
  );
};

const fieldsAtFault: Record<ChangeRefusal, Record<string, string>> = {
  'note-required': { completionNote: 'Say why it will not be done.' },
  'text-required': { text: 'Say what is to be done.' },
};

const decision = (outcome: DecisionOutcome | EarlyOutcome): Extract<DecisionOutcome, { ok: true }> => {
  if (outcome.ok) return outcome;
  switch (outcome.reason) {
    case 'not-found':
      throw new Refused('HEARTH_NOT_FOUND');
    case 'already-decided':
      throw new Refused('HEARTH_ALREADY_DECIDED');
    case 'still-soaking':
      throw new Refused('HEARTH_STILL_SOAKING');
  }
};

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

/** A change without the keys that were not sent. */
const given = <T extends object>(change: T): Given<T> =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Given<T>;
