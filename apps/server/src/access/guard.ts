// Hooks that decide, before a body is read, whether somebody may ask at all: signed in, the owner, or seated in the review.
import type { ErrorCode } from '@hearth/protocol/errors';
import { isId, type ReviewId } from '@hearth/review/ids';
import { permission, type Permission } from '@hearth/review/permission';
import type { Role } from '@hearth/review/roles';
import type { Account, Participant, Session } from '@hearth/store/ports/access';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Refused } from '../http/refused.ts';
import { tokenIn } from './cookie.ts';
import type { AccessService } from './service.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the guards below; null when nobody is signed in. */
    session: Session | null;
    seat: Participant | null;
  }
}

export interface Guard {
  /** Lets everybody pass and tells who it is. */
  anyone: (request: FastifyRequest) => Promise<void>;
  signedIn: (request: FastifyRequest) => Promise<void>;
  owner: (request: FastifyRequest) => Promise<void>;
  /** For routes with `:reviewId`: a seat there that holds the permission. Without a seat the review does not exist. */
  seated: (wanted: Permission) => (request: FastifyRequest) => Promise<void>;
  /** For what belongs to no review: whoever holds the permission in some review, and the owner. */
  seatedAnywhere: (wanted: Permission) => (request: FastifyRequest) => Promise<void>;
}

export const guardWith = (app: FastifyInstance, access: AccessService): Guard => {
  app.decorateRequest('session', null);
  app.decorateRequest('seat', null);

  const anyone = async (request: FastifyRequest): Promise<void> => {
    const token = tokenIn(request.headers.cookie);
    request.session = token === null ? null : await access.findSession(token);
  };
  const signedIn = async (request: FastifyRequest): Promise<void> => {
    await anyone(request);
    if (!request.session) throw new Refused('HEARTH_SIGN_IN_REQUIRED');
  };
  return {
    anyone,
    signedIn,
    owner: async (request) => {
      await signedIn(request);
      if (!request.session?.account) throw new Refused('HEARTH_NOT_ALLOWED');
    },
    seated: (wanted) => async (request) => {
      await signedIn(request);
      const { reviewId } = request.params as { reviewId?: unknown };
      if (!isId(reviewId)) throw new Refused('HEARTH_NOT_FOUND');
      request.seat = await access.seatIn(reviewId as ReviewId, sessionOf(request));
      if (!request.seat) throw new Refused('HEARTH_NOT_FOUND');
      const refusal = refusalFor(request.seat.role, wanted);
      if (refusal) throw new Refused(refusal);
    },
    seatedAnywhere: (wanted) => async (request) => {
      await signedIn(request);
      if (!(await access.maySomewhere(sessionOf(request), wanted))) throw new Refused('HEARTH_NOT_ALLOWED');
    },
  };
};

/** The catalogue's code when a role does not hold a permission. */
export const refusalFor = (role: Role, wanted: Permission): ErrorCode | null => {
  const decision = permission(role, wanted);
  if (decision.allowed) return null;
  return decision.reason === 'observers-only-read' ? 'HEARTH_OBSERVERS_ONLY_READ' : 'HEARTH_NOT_ALLOWED';
};

/** The seat that the guard found. @throws when a route forgot its guard. */
export const seatOf = (request: FastifyRequest): Participant => {
  if (!request.seat) throw new Error('this route has no guard for a seat');
  return request.seat;
};

export const sessionOf = (request: FastifyRequest): Session => {
  if (!request.session) throw new Error('this route has no guard for a session');
  return request.session;
};

export const accountOf = (request: FastifyRequest): Account => {
  const account = request.session?.account;
  if (!account) throw new Error('this route has no guard for the owner');
  return account;
};
