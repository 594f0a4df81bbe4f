// Signing in, join links and seats.
import { joinableRoles, roles } from '@hearth/review/roles';
import { lifecycles } from '@hearth/review/lifecycle';
import * as z from 'zod/mini';
import { instant, participantId, personName, plainId, reviewId, secret } from './scalars.ts';

export const signInBody = z.object({ secret });

export const seat = z.object({ reviewId, participantId, name: z.string(), role: z.enum(roles) });
export type Seat = z.infer<typeof seat>;

/** Who this browser is. `account` is set for the owner, seats are what join links gave. */
export const sessionBody = z.object({
  account: z.nullable(z.object({ id: plainId, name: z.string() })),
  seats: z.array(seat),
});
export type SessionBody = z.infer<typeof sessionBody>;

export const renameBody = z.object({ name: personName });

const joinLink = z.object({
  id: plainId,
  role: z.enum(joinableRoles),
  createdAt: instant,
  expiresAt: instant,
  revokedAt: z.nullable(instant),
  uses: z.int(),
});
export type JoinLinkBody = z.infer<typeof joinLink>;
export const joinLinkList = z.object({ links: z.array(joinLink) });

export const newJoinLink = z.object({
  role: z.enum(joinableRoles),
  expiresInHours: z.prefault(z.int().check(z.minimum(1), z.maximum(24 * 30)), 72),
});
/** `path` holds the secret in its fragment and is told this once. */
export const createdJoinLink = z.object({ link: joinLink, path: z.string() });

export const joinPreviewBody = z.object({ secret });
export const joinPreview = z.object({
  reviewId,
  title: z.string(),
  state: z.enum(lifecycles),
  role: z.enum(joinableRoles),
  /** When the incident started, in Unix milliseconds; told by the clock of `zone`. */
  startedAt: z.nullable(instant),
  zone: z.string(),
  /** Who runs the room; null while nobody does, or before they said their name. */
  facilitator: z.nullable(z.string()),
  /** Names of those who are in the room now. */
  inside: z.array(z.string()),
  /** Name of the seat that this browser has already. */
  seated: z.nullable(z.string()),
  /** Whether writing shows its author. */
  attributed: z.boolean(),
  /** "So far": at most three lines for a late joiner. */
  soFar: z.array(z.string()).check(z.maxLength(3)),
});
export type JoinPreview = z.infer<typeof joinPreview>;

export const joinBody = z.object({ secret, name: personName });
