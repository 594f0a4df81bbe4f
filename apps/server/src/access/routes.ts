// Signing in, joining, and the links that let others join.
import {
  createdJoinLink,
  joinBody,
  joinLinkList,
  joinPreview,
  joinPreviewBody,
  newJoinLink,
  renameBody,
  seat,
  sessionBody,
  signInBody,
  type JoinLinkBody,
} from '@hearth/protocol/http/access';
import { api } from '@hearth/protocol/http/api';
import { plainId, reviewId } from '@hearth/protocol/http/scalars';
import type { JoinLink } from '@hearth/store/ports/access';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { nothing, refusals, type ApiApp } from '../http/api-app.ts';
import type { Origins } from '../http/origins.ts';
import { pace } from '../http/protection.ts';
import { Refused } from '../http/refused.ts';
import type { OpenConnections } from '../live/connections.ts';
import type { ReviewService } from '../reviews/service.ts';
import { cookieOptions, sessionCookie } from './cookie.ts';
import { accountOf, sessionOf, type Guard } from './guard.ts';
import { seatBody, type AccessService } from './service.ts';

interface Parts {
  access: AccessService;
  reviews: ReviewService;
  guard: Guard;
  origins: Origins;
  connections: OpenConnections;
}

const ofReview = z.object({ reviewId });
const ofLink = z.object({ reviewId, linkId: plainId });

export const accessRoutes = (app: ApiApp, { access, reviews, guard, origins, connections }: Parts): void => {
  const giveCookie = (request: FastifyRequest, reply: FastifyReply, token: string): void => {
    reply.setCookie(sessionCookie, token, cookieOptions(origins.secure(request.headers.origin)));
  };

  app.get(
    api.session,
    {
      onRequest: guard.anyone,
      schema: { summary: 'Who this browser is', tags: ['access'], response: { 200: sessionBody, ...refusals } },
    },
    async (request) => access.describe(request.session),
  );

  app.post(
    api.signIn,
    {
      onRequest: guard.anyone,
      config: { rateLimit: { max: pace.signIn, timeWindow: '1 minute' } },
      schema: {
        summary: 'Signs the owner in by their one-time link',
        tags: ['access'],
        body: signInBody,
        response: { 200: sessionBody, ...refusals },
      },
    },
    async (request, reply) => {
      const opened = await access.signIn(request.body.secret, request.session);
      if (!opened) throw new Refused('HEARTH_LINK_NOT_VALID');
      giveCookie(request, reply, opened.token);
      return access.describe(opened.session);
    },
  );

  app.delete(
    api.session,
    {
      onRequest: guard.anyone,
      schema: { summary: 'Signs this browser out', tags: ['access'], response: { 204: nothing, ...refusals } },
    },
    async (request, reply) => {
      if (request.session) await access.signOut(request.session);
      reply.clearCookie(sessionCookie, { path: '/' });
      return reply.status(204).send(null);
    },
  );

  app.patch(
    api.account,
    {
      onRequest: guard.owner,
      schema: {
        summary: "Changes the owner's name",
        tags: ['access'],
        body: renameBody,
        response: { 200: sessionBody, ...refusals },
      },
    },
    async (request) => {
      const account = accountOf(request);
      await access.rename(account, request.body.name);
      return access.describe({ ...sessionOf(request), account: { ...account, name: request.body.name } });
    },
  );

  app.post(
    api.joinPreview,
    {
      onRequest: guard.anyone,
      config: { rateLimit: { max: pace.join, timeWindow: '1 minute' } },
      schema: {
        summary: 'What a join link opens',
        tags: ['access'],
        body: joinPreviewBody,
        response: { 200: joinPreview, ...refusals },
      },
    },
    async (request) => {
      const link = await access.findJoinLink(request.body.secret);
      const room = link && (await reviews.preview(link.reviewId));
      if (!room) throw new Refused('HEARTH_LINK_NOT_VALID');
      const seated = request.session && (await access.seatIn(link.reviewId, request.session));
      return { reviewId: link.reviewId, role: link.role, seated: seated?.name ?? null, attributed: true, ...room };
    },
  );

  app.post(
    api.join,
    {
      onRequest: guard.anyone,
      config: { rateLimit: { max: pace.join, timeWindow: '1 minute' } },
      schema: {
        summary: 'Takes a seat through a join link',
        tags: ['access'],
        body: joinBody,
        response: { 200: seat, ...refusals },
      },
    },
    async (request, reply) => {
      const taken = await access.join(request.body.secret, request.body.name, request.session);
      if (!taken) throw new Refused('HEARTH_LINK_NOT_VALID');
      if (taken.opened) giveCookie(request, reply, taken.opened.token);
      // Connections keep the role that they were opened with.
      if (taken.changed) connections.closeSeat(taken.seat.id, 'HEARTH_RESYNC');
      return seatBody(taken.seat);
    },
  );

  app.get(
    api.joinLinks,
    {
      onRequest: guard.seated('join-links.manage'),
      schema: {
        summary: 'The join links of a review, without their secrets',
        tags: ['access'],
        params: ofReview,
        response: { 200: joinLinkList, ...refusals },
      },
    },
    async (request) => ({ links: (await access.listJoinLinks(request.params.reviewId)).map(linkBody) }),
  );

  app.post(
    api.joinLinks,
    {
      onRequest: guard.seated('join-links.manage'),
      schema: {
        summary: 'Makes a join link; its path is told this once',
        tags: ['access'],
        params: ofReview,
        body: newJoinLink,
        response: { 201: createdJoinLink, ...refusals },
      },
    },
    async (request, reply) => {
      const { role, expiresInHours } = request.body;
      const { link, secret } = await access.createJoinLink(request.params.reviewId, role, expiresInHours);
      return reply.status(201).send({ link: linkBody(link), path: `/join#${secret}` });
    },
  );

  app.delete(
    api.joinLink,
    {
      onRequest: guard.seated('join-links.manage'),
      schema: {
        summary: 'Revokes a join link and closes what was opened through it',
        tags: ['access'],
        params: ofLink,
        response: { 204: nothing, ...refusals },
      },
    },
    async (request, reply) => {
      const { reviewId: review, linkId } = request.params;
      if (!(await access.revokeJoinLink(review, linkId))) throw new Refused('HEARTH_NOT_FOUND');
      connections.closeLink(linkId, 'HEARTH_LINK_NOT_VALID');
      return reply.status(204).send(null);
    },
  );
};

const linkBody = (link: JoinLink): JoinLinkBody => ({
  id: link.id,
  role: link.role,
  createdAt: link.createdAtMs,
  expiresAt: link.expiresAtMs,
  revokedAt: link.revokedAtMs,
  uses: link.uses,
});
