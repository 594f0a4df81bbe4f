// What a server tells the others that serve the same reviews. Hints: each may get lost, and then the database is asked.
import { errorCodes } from '@hearth/protocol/errors';
import type { ChangedTopic } from '@hearth/protocol/facilitation';
import { participantId, reviewId } from '@hearth/protocol/http/scalars';
import { reactions } from '@hearth/protocol/reactions';
import { z } from 'zod';

const topics = ['action-items', 'publication', 'review', 'snapshots'] as const satisfies readonly ChangedTopic[];

export const nodeMessage = z.discriminatedUnion('kind', [
  /** The meeting or its people are no longer what they were. */
  z.object({ kind: z.literal('meeting'), reviewId }),
  z.object({ kind: z.literal('changed'), reviewId, topic: z.enum(topics) }),
  /** Somebody shows the room something for a moment. */
  z.object({ kind: z.literal('reaction'), reviewId, participantId, reaction: z.enum(reactions) }),
  /** Connections end: those of a join link, or of a seat. */
  z.object({ kind: z.literal('end'), of: z.enum(['link', 'seat']), id: z.string(), code: z.enum(errorCodes) }),
  /** How much somebody has written for themselves, in a round of private writing. */
  z.object({
    kind: z.literal('drafting'),
    reviewId,
    participantId,
    round: z.number(),
    thoughts: z.number(),
    inProgress: z.number(),
  }),
  /** Who is connected to the sender in one review. */
  z.object({ kind: z.literal('here'), reviewId, people: z.array(participantId) }),
  /** The same of all its reviews: others are empty. */
  z.object({ kind: z.literal('all-here'), reviews: z.array(z.tuple([reviewId, z.array(participantId)])) }),
]);

export type NodeMessage = z.infer<typeof nodeMessage>;

export interface OtherNodes {
  /** Never throws, never waits. */
  tell(message: NodeMessage): void;
  /** @param listener  told each message with the id of the node that sent it. */
  onMessage(listener: (message: NodeMessage, from: string) => void): void;
  /** Whether messages get through now, as far as one can know. */
  readonly reachable: boolean;
  /** @param listener  told when messages get through again; some are missing. */
  onReturn(listener: () => void): void;
}

/** The other nodes of a server that is alone. */
export const noOtherNodes: OtherNodes = {
  tell: () => undefined,
  onMessage: () => undefined,
  reachable: false,
  onReturn: () => undefined,
};
