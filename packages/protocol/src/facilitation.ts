// The facilitation channel (socket.io at `facilitationPath`). One file: what either side may send.
import type { FacilitationState } from '@hearth/review/facilitation/state';
import type { FacilitationCommand, Refusal } from '@hearth/review/facilitation/command';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Role } from '@hearth/review/roles';
import * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';
import { participantId, reviewId } from './http/scalars.ts';

export const handshake = z.object({ reviewId });

const facilitationCommand: z.ZodMiniType<FacilitationCommand> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('pause') }),
  z.object({ kind: z.literal('resume') }),
  z.object({ kind: z.literal('extend'), minutes: z.union([z.literal(1), z.literal(5)]) }),
  z.object({ kind: z.literal('next') }),
  z.object({ kind: z.literal('back') }),
  z.object({ kind: z.literal('undo-move') }),
  z.object({ kind: z.literal('end') }),
  z.object({ kind: z.literal('reopen') }),
  z.object({ kind: z.literal('ready'), ready: z.boolean() }),
  z.object({ kind: z.literal('hand'), raised: z.boolean() }),
  z.object({ kind: z.literal('lower-hand'), participantId }),
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

export interface ServerToClient {
  view: (view: FacilitationView) => void;
  changed: (topic: ChangedTopic) => void;
}

/** `expectedVersion` guards commands that must not be applied twice (a "next" pressed by two people at once). */
export interface ClientToServer {
  command: (
    message: { command: FacilitationCommand; expectedVersion: number },
    answer: (answer: CommandAnswer) => void,
  ) => void;
  /** Tells how much one has written in the round of private writing that is under way. */
  drafting: (count: DraftCount & { round: number }) => void;
  /** Answers with the server's clock, for estimating the offset of one's own. */
  clock: (answer: (serverNowMs: number) => void) => void;
}

/** What is no such count is ignored. */
const countOf = (most: number) => z.int().check(z.minimum(0), z.maximum(most));
export const draftingMessage = z.object({ round: countOf(100_000), thoughts: countOf(300), inProgress: countOf(1) });

export const commandMessage = z.object({ command: facilitationCommand, expectedVersion: z.int().check(z.minimum(0)) });
