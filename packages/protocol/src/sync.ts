// What travels on the live connection of a document: the y-websocket protocol, and two message types of our own that
// go only to clients that ask for them. Numbers are never reused.
import type { Role } from '@hearth/review/roles';
import type { ErrorCode } from './errors.ts';

/** First varuint of every frame. */
export const messageTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: varuint, how many update-carrying frames of this connection are durable. Cumulative. */
  acknowledged: 100,
  /** Server to client: varstring, a `NotSavedReason`, or the empty string when saving works again. */
  saving: 101,
} as const;

/** Second varuint of a sync frame. Steps 2 and updates carry an update: those are counted by `acknowledged`. */
export const syncSteps = { step1: 0, step2: 1, update: 2 } as const;

/** A client that connects with `?ack=1` understands `acknowledged` and `saving`. */
export const acknowledgeParameter = 'ack';

/**
 * `?writer=<22 characters base64url>`: 128 random bits that a browser keeps for each document. Client ids belong to
 * whoever first wrote with them, and this is how a browser shows that it is the same one after a reload, a crash or
 * a new sign-in. It says nothing about the person. Without it, client ids belong to the participant.
 */
export const writerParameter = 'writer';
export const writerPattern = /^[A-Za-z0-9_-]{22}$/;

/** Larger frames are refused with HEARTH_TOO_LARGE. */
export const maxFrameBytes = 1024 * 1024;

export const notSavedReasons = ['HEARTH_STORE_FULL', 'HEARTH_UNAVAILABLE'] as const satisfies readonly ErrorCode[];
export type NotSavedReason = (typeof notSavedReasons)[number];

/** Who stands behind a live connection, as the server has established it. */
export interface LiveIdentity {
  document: string;
  participantId: string;
  /** Whose client ids are whose: a hash of the browser's `writer`, or the participant where it gave none. */
  writer: string;
  name: string;
  role: Role;
  sessionId: string;
  /** The join link that opened the session; null for the owner. */
  joinLinkId: string | null;
}

/** The `user` field of everyone's awareness state. The server writes it, so that nobody can pose as another. */
export interface PresenceUser {
  id: string;
  name: string;
  role: Role;
  /** `#rrggbb`, the sender's choice. */
  color?: string;
}
