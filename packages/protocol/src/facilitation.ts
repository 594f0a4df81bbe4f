// The facilitation channel (socket.io at `facilitationPath`). One file: what either side may send.
import { commandLimits as limits, type FacilitationCommand, type Refusal } from '@hearth/review/facilitation/command';
import type { Ballot, FacilitationState, PaceWish } from '@hearth/review/facilitation/state';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Role } from '@hearth/review/roles';
import { templateLimits, zones } from '@hearth/review/templates/template';
import * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import { cardId, participantId, plainId, plainLines, plainWords, reviewId } from './http/scalars.ts';
import { reactions, type Reaction } from './reactions.ts';

export const handshake = z.object({ reviewId });

const minutes = z.union([z.literal(1), z.literal(5)]);
const voteId = z.int().check(z.minimum(0));
const line = (least: number, most: number) =>
  z.string().check(plainWords, z.trim(), z.minLength(least), z.maxLength(most));
const lines = (most: number) => z.string().check(plainLines, z.trim(), z.minLength(1), z.maxLength(most));

const facilitationCommand: z.ZodMiniType<FacilitationCommand> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('pause') }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('extend'), minutes }),
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('back') }),
  z.object({
    kind: z.literal('jump'),
    stageIndex: z.int().check(z.minimum(0), z.maximum(templateLimits.stages - 1)),
  }),
  z.object({ kind: z.literal('undo-move') }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('reflow') }),
  z.object({ kind: z.literal('ask-extend'), minutes }),
  z.object({ kind: z.literal('answer-extend'), yes: z.boolean() }),
  z.object({ kind: z.literal('drop-extend') }),
  z.object({ kind: z.literal('gather') }),
  z.object({ kind: z.literal('ask-lead') }),
  z.object({ kind: z.literal('keep-lead') }),
  z.object({ kind: z.literal('hand-over'), to: participantId }),
  z.object({ kind: z.literal('take-lead') }),
  z.object({ kind: z.literal('lock-zone'), zone: z.enum(zones), locked: z.boolean() }),
  z.object({ kind: z.literal('ready'), ready: z.boolean() }),
  z.object({ kind: z.literal('hand'), raised: z.boolean() }),
  z.object({ kind: z.literal('lower-hand'), participantId }),
  z.object({ kind: z.literal('pace'), pace: z.nullable(z.enum(['slower', 'faster'])) }),
  z.object({
    kind: z.literal('begin-round'),
    purpose: z.enum(['check-in', 'check-out', 'round']),
    question: line(0, limits.question),
    order: z.array(participantId).check(z.minLength(1), z.maxLength(limits.people)),
  }),
  z.object({ kind: z.literal('end-turn'), of: participantId }),
  z.object({ kind: z.literal('end-round') }),
  z.object({
    kind: z.literal('open-vote'),
    on: z.enum(['factors', 'learnings']),
    dots: z.int().check(z.minimum(1), z.maximum(limits.dots)),
    anonymous: z.boolean(),
  }),
  z.object({
    kind: z.literal('vote'),
    voteId,
    cardId,
    dots: z.int().check(z.minimum(0), z.maximum(limits.dots)),
  }),
  z.object({ kind: z.literal('close-vote'), voteId }),
  z.object({ kind: z.literal('discard-vote'), voteId }),
  z.object({ kind: z.literal('acknowledge') }),
  z.object({ kind: z.literal('decide'), id: plainId, text: lines(limits.decision) }),
  z.object({ kind: z.literal('withdraw-decision'), id: plainId }),
  z.object({ kind: z.literal('check'), item: line(1, limits.checkItem), done: z.boolean() }),
  z.object({ kind: z.literal('word-opening'), text: z.nullable(lines(limits.opening)) }),
  z.object({ kind: z.literal('soak'), on: z.boolean() }),
  z.object({ kind: z.literal('write-privately'), attribution: z.enum(['attributed', 'anonymous']) }),
  z.object({ kind: z.literal('reveal') }),
]);

export interface Person {
  participantId: ParticipantId;
  name: string;
  role: Role;
  /** Whether at least one of their browsers is connected. */
  here: boolean;
}

/** How much somebody has written for themselves: numbers, never a text nor its length. */
export interface DraftCount {
  thoughts: number;
  /** Begun and not yet kept. */
  inProgress: number;
}

export interface FacilitationView {
  reviewId: ReviewId;
  state: FacilitationState;
  people: Person[];
  /** Of the round of private writing that is under way; null without one. */
  drafts: DraftsView | null;
  /** Unix milliseconds of the server when this was sent. */
  serverNowMs: number;
}

export interface DraftsView extends DraftCount {
  /** How many people have written something. */
  writers: number;
  /** Who wrote how much; empty in an anonymous round, of which only the totals leave the server. */
  people: readonly (DraftCount & { participantId: ParticipantId })[];
}

export type CommandAnswer =
  | { ok: true; version: number }
  | { ok: false; code: ErrorCode; reason: Refusal | 'malformed' | 'stale-version' | 'failed'; advice: string };

/** What changed elsewhere and is worth fetching again. */
export type ChangedTopic = 'action-items' | 'publication' | 'review' | 'snapshots';

export const reactMessage = z.object({ reaction: z.enum(reactions) });

export interface OwnBallot {
  voteId: number;
  dots: Ballot;
}

/** What is told to each person alone. */
export interface Own {
  /** My dots in the open vote; null without one. */
  ballot: OwnBallot | null;
  /** What I wish of the pace. */
  pace: PaceWish | null;
}

export interface ServerToClient {
  view: (view: FacilitationView) => void;
  /** When one comes in, and when it changes, in any of one's browsers. */
  own: (own: Own) => void;
  reaction: (reaction: { participantId: ParticipantId; reaction: Reaction }) => void;
  changed: (topic: ChangedTopic) => void;
}

/** `expectedVersion` guards commands that must not be applied twice (a "next" pressed by two people at once). */
export interface ClientToServer {
  command: (
    message: { command: FacilitationCommand; expectedVersion: number },
    answer: (answer: CommandAnswer) => void,
  ) => void;
  /** An observer's is ignored, and so are too many. */
  react: (message: z.infer<typeof reactMessage>) => void;
  /** Tells how much one has written in the round of private writing that is under way. */
  drafting: (count: DraftCount & { round: number }) => void;
  /** Answers with the server's clock, for estimating the offset of one's own. */
  clock: (answer: (serverNowMs: number) => void) => void;
}

/** What is no such count is ignored. */
const countOf = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
export const draftingMessage = z.object({ round: countOf(100_000), thoughts: countOf(300), inProgress: countOf(1) });

export const commandMessage = z.object({ command: facilitationCommand, expectedVersion: z.int().check(z.minimum(0)) });
