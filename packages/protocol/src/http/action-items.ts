// Proposals, decisions and the tracker of improvement actions.
import { actionKinds, actionLimits, actionStatuses, priorities } from '@hearth/learning/action-items/model';
import * as z from 'zod/mini';
import { cardId, day, instant, plainId, reviewId } from './scalars.ts';

export const actionFields = z.object({
  text: z.string().check(z.trim(), z.minLength(1, 'Say what is to be done.'), z.maxLength(actionLimits.text)),
  owner: z.nullable(z.string().check(z.trim(), z.maxLength(actionLimits.owner))),
  due: z.nullable(day),
  priority: z.nullable(z.enum(priorities)),
  kind: z.nullable(z.enum(actionKinds)),
  ticket: z.nullable(z.string().check(z.trim(), z.maxLength(actionLimits.ticket))),
});

/** `early`: whoever confirms knows that the review's soak time is not over. */
export const confirmation = z.extend(actionFields, { early: z.optional(z.boolean()) });

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), cardId, sentence: z.string() }),
  z.object({ kind: z.literal('narrative'), sentence: z.string() }),
]);

const proposal = z.extend(actionFields, {
  id: plainId,
  reviewId,
  source,
  state: z.enum(['proposed', 'confirmed', 'dismissed']),
  actionItemId: z.nullable(plainId),
});
export type ProposalBody = z.infer<typeof proposal>;
export const proposalList = z.object({ proposals: z.array(proposal) });

export const actionItem = z.extend(actionFields, {
  id: plainId,
  reviewId,
  source,
  status: z.enum(actionStatuses),
  completionNote: z.string(),
  createdAtMs: instant,
  updatedAtMs: instant,
  completedAtMs: z.nullable(instant),
  version: z.int(),
});
export type ActionItemBody = z.infer<typeof actionItem>;
const trackedItem = z.extend(actionItem, { reviewTitle: z.string() });
export type TrackedItem = z.infer<typeof trackedItem>;
/** Proposals of a review whose soak time is over. */
const readyToConfirm = z.object({
  reviewId,
  reviewTitle: z.string(),
  proposals: z.int(),
  /** Since when. */
  sinceMs: instant,
});
export type ReadyToConfirm = z.infer<typeof readyToConfirm>;
/** `ready`: longest ready first; left out by servers that know no soak time. */
export const trackerBody = z.object({ items: z.array(trackedItem), ready: z.optional(z.array(readyToConfirm)) });

export const confirmed = z.object({ proposal, item: actionItem });
export const decided = z.object({ proposal });

/** Only the fields that change, and the version they were read at. */
export const actionItemChange = z.extend(
  z.partial(
    z.extend(actionFields, {
      status: z.enum(actionStatuses),
      completionNote: z.string().check(z.trim(), z.maxLength(actionLimits.completionNote)),
    }),
  ),
  { version: z.int() },
);
