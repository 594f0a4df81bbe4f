// What a person may ask of the meeting, and why it may be refused.
import type { ParticipantId } from '../ids.ts';
import type { Role } from '../roles.ts';
import type { Attribution } from '../templates/template.ts';

export type FacilitationCommand =
  | { kind: 'start' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'extend'; minutes: 1 | 5 }
  | { kind: 'next' }
  | { kind: 'back' }
  /** Takes the last `next` or `back` back, with the clock as if it had not happened. */
  | { kind: 'undo-move' }
  | { kind: 'end' }
  | { kind: 'reopen' }
  | { kind: 'ready'; ready: boolean }
  | { kind: 'hand'; raised: boolean }
  | { kind: 'lower-hand'; participantId: ParticipantId }
  /** Begins a round of private writing; while one is under way, says whether its thoughts will carry names. */
  | { kind: 'write-privately'; attribution: Attribution }
  /** Announces that everybody's thoughts come onto the board, all at once. */
  | { kind: 'reveal' };

export const facilitationCommandKinds = [
  'start',
  'pause',
  'resume',
  'extend',
  'next',
  'back',
  'undo-move',
  'end',
  'reopen',
  'ready',
  'hand',
  'lower-hand',
  'write-privately',
  'reveal',
] as const satisfies readonly FacilitationCommand['kind'][];
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
  | 'plan-too-long'
  | 'first-stage'
  | 'last-stage'
  | 'nothing-to-undo'
  | 'ended'
  | 'not-ended'
  | 'no-such-hand'
  | 'nothing-private-here'
  | 'not-private'
  | 'revealing'
  | 'observers-only-read'
  | 'facilitators-only';
