// What a person may ask of the meeting, and why it may be refused.
import type { ParticipantId } from '../ids.ts';
import type { Role } from '../roles.ts';

export type FacilitationCommand =
  | { kind: 'start' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'extend'; minutes: 1 | 5 }
  | { kind: 'next' }
  | { kind: 'back' }
  | { kind: 'end' }
  | { kind: 'reopen' }
  | { kind: 'ready'; ready: boolean }
  | { kind: 'hand'; raised: boolean }
  | { kind: 'lower-hand'; participantId: ParticipantId };

export type FacilitationCommandKind = FacilitationCommand['kind'];

/** Whose command it is. `nowMs` comes from the server's clock. */
export interface CommandContext {
  actor: { participantId: ParticipantId; role: Role };
  nowMs: number;
}

export type Refusal =
  | 'not-started'
  | 'already-started'
  | 'already-paused'
  | 'not-paused'
  | 'first-stage'
  | 'last-stage'
  | 'ended'
  | 'not-ended'
  | 'no-such-hand'
  | 'observers-only-read'
  | 'facilitators-only';
