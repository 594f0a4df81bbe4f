// What a person may ask of the meeting, and why it may be refused.
import type { CardId, ParticipantId } from '../ids.ts';
import type { Permission } from '../permission.ts';
import type { Role } from '../roles.ts';
import type { Attribution, Zone } from '../templates/template.ts';
import type { RoundPurpose, Votable } from './state.ts';

export type FacilitationCommand =
  | { kind: 'start' }
  | { kind: 'pause' }
  | { kind: 'resume' }
  | { kind: 'extend'; minutes: 1 | 5 }
  | { kind: 'next' }
  | { kind: 'back' }
  | { kind: 'jump'; stageIndex: number }
  /** Takes the last `next`, `back` or `jump` back, with the clock as if it had not happened. */
  | { kind: 'undo-move' }
  | { kind: 'end' }
  | { kind: 'reopen' }
  /** The stages to come share what is left until the planned end. */
  | { kind: 'reflow' }
  /** Asks the room whether the stage should get more minutes. */
  | { kind: 'ask-extend'; minutes: 1 | 5 }
  | { kind: 'answer-extend'; yes: boolean }
  | { kind: 'drop-extend' }
  /** Invites everybody to where I look. */
  | { kind: 'gather' }
  | { kind: 'ask-lead' }
  /** The leader declines; or whoever asked thinks better of it. */
  | { kind: 'keep-lead' }
  | { kind: 'hand-over'; to: ParticipantId }
  | { kind: 'take-lead' }
  | { kind: 'lock-zone'; zone: Zone; locked: boolean }
  | { kind: 'ready'; ready: boolean }
  | { kind: 'hand'; raised: boolean }
  | { kind: 'lower-hand'; participantId: ParticipantId }
  | { kind: 'pace'; pace: 'slower' | 'faster' | null }
  | { kind: 'begin-round'; purpose: RoundPurpose; question: string; order: readonly ParticipantId[] }
  /** `of`: whose turn it was when this was asked, so that two who ask at once skip nobody. */
  | { kind: 'end-turn'; of: ParticipantId }
  | { kind: 'end-round' }
  | { kind: 'open-vote'; on: Votable; dots: number; anonymous: boolean }
  /** My dots on that card from now on; none takes them back. */
  | { kind: 'vote'; voteId: number; cardId: CardId; dots: number }
  | { kind: 'close-vote'; voteId: number }
  | { kind: 'discard-vote'; voteId: number }
  /** Says yes to the ground rules. */
  | { kind: 'acknowledge' }
  | { kind: 'decide'; id: string; text: string }
  | { kind: 'withdraw-decision'; id: string }
  /** Ticks an item of the leaders' checklist. */
  | { kind: 'check'; item: string; done: boolean }
  /** The opening statement in one's own words; null: the one that is filled from the incident. */
  | { kind: 'word-opening'; text: string | null }
  /** Whether actions are confirmed only once people have slept on them. */
  | { kind: 'soak'; on: boolean }
  /** Begins a round of private writing; while one is under way, says whether its thoughts will carry names. */
  | { kind: 'write-privately'; attribution: Attribution }
  /** Announces that everybody's thoughts come onto the board, all at once. */
  | { kind: 'reveal' };

export type FacilitationCommandKind = FacilitationCommand['kind'];

/** What it takes to ask for each. Those who take part speak for themselves; running the meeting is for everybody. */
const permissions = {
  start: 'facilitation.run',
  pause: 'facilitation.run',
  resume: 'facilitation.run',
  extend: 'facilitation.run',
  next: 'facilitation.run',
  back: 'facilitation.run',
  jump: 'facilitation.run',
  'undo-move': 'facilitation.run',
  end: 'facilitation.run',
  reopen: 'facilitation.run',
  reflow: 'facilitation.run',
  'ask-extend': 'facilitation.run',
  'answer-extend': 'facilitation.take-part',
  'drop-extend': 'facilitation.run',
  gather: 'facilitation.run',
  'ask-lead': 'facilitation.run',
  'keep-lead': 'facilitation.run',
  'hand-over': 'facilitation.run',
  'take-lead': 'facilitation.run',
  'lock-zone': 'facilitation.run',
  ready: 'facilitation.take-part',
  hand: 'facilitation.take-part',
  'lower-hand': 'facilitation.run',
  pace: 'facilitation.take-part',
  'begin-round': 'facilitation.run',
  'end-turn': 'facilitation.take-part',
  'end-round': 'facilitation.run',
  'open-vote': 'facilitation.run',
  vote: 'facilitation.take-part',
  'close-vote': 'facilitation.run',
  'discard-vote': 'facilitation.run',
  acknowledge: 'facilitation.take-part',
  decide: 'facilitation.take-part',
  'withdraw-decision': 'facilitation.take-part',
  check: 'facilitation.run',
  'word-opening': 'facilitation.run',
  soak: 'facilitation.run',
  'write-privately': 'facilitation.run',
  reveal: 'facilitation.run',
} as const satisfies Record<FacilitationCommandKind, Permission>;

export const facilitationCommandKinds = Object.keys(permissions) as readonly FacilitationCommandKind[];

export const permissionFor = (kind: FacilitationCommandKind): Permission => permissions[kind];

/** What goes over the wire and into the stored meeting has bounds. */
export const commandLimits = {
  /** Of a round. */
  people: 100,
  question: 200,
  /** Of a vote, a person. */
  dots: 10,
  decision: 500,
  checkItem: 60,
  /** A message holds it in any script. */
  opening: 6_000,
  /** Of a meeting. */
  votes: 30,
  decisions: 50,
  checks: 60,
} as const;

/** Whose command it is, and what the server knows besides. `nowMs` comes from its clock. */
export interface CommandContext {
  actor: { participantId: ParticipantId; role: Role };
  nowMs: number;
  /** Who is connected. */
  here: readonly ParticipantId[];
  /** Who was connected a moment ago, within `leadGraceMs`: they may only be reloading. Nobody where it is left out. */
  justLeft?: readonly ParticipantId[];
  /** Everybody of the review, connected or not. */
  people: readonly { participantId: ParticipantId; role: Role }[];
}

export type Refusal =
  | 'not-started'
  | 'already-started'
  | 'already-paused'
  | 'not-paused'
  | 'plan-too-long'
  | 'first-stage'
  | 'last-stage'
  | 'no-such-stage'
  | 'same-stage'
  | 'nothing-to-undo'
  | 'nothing-to-reflow'
  | 'not-asked'
  | 'ended'
  | 'not-ended'
  | 'already-leading'
  | 'not-leading'
  | 'lead-asked'
  | 'lead-not-asked'
  | 'lead-waits'
  | 'can-not-lead'
  | 'no-such-hand'
  | 'round-under-way'
  | 'no-round'
  | 'nobody-to-ask'
  | 'turn-over'
  | 'not-your-turn'
  | 'vote-open'
  | 'no-such-vote'
  | 'no-dots-left'
  | 'too-many-votes'
  | 'no-such-decision'
  | 'decision-taken'
  | 'not-your-decision'
  | 'too-many-decisions'
  | 'too-many-checks'
  | 'nothing-private-here'
  | 'not-private'
  | 'revealing'
  | 'observers-only-read'
  | 'facilitators-only';
