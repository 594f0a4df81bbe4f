// Proposals, decisions and the tracker of improvement actions.
import { actionKinds, actionLimits, actionStatuses, priorities } from '@hearth/learning/action-items/model';
import { z } from 'zod';
import { cardId, day, instant, plainId, reviewId } from './scalars.ts';

export const actionFields = z.object({
  text: z.string().trim().min(1, 'Say what is to be done.').max(actionLimits.text),
  owner: z.string().trim().max(actionLimits.owner).nullable(),
  due: day.nullable(),
  priority: z.enum(priorities).nullable(),
  kind: z.enum(actionKinds).nullable(),
  ticket: z.string().trim().max(actionLimits.ticket).nullable(),
});

const source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('card'), cardId, sentence: z.string() }),
  z.object({ kind: z.literal('narrative'), sentence: z.string() }),
]);

const proposal = actionFields.extend({
  id: plainId,
  reviewId,
  source,
  state: z.enum(['proposed', 'confirmed', 'dismissed']),
  actionItemId: plainId.nullable(),
});
export type ProposalBody = z.infer<typeof proposal>;
export const proposalList = z.object({ proposals: z.array(proposal) });

export const actionItem = actionFields.extend({
  id: plainId,
  reviewId,
  source,
  status: z.enum(actionStatuses),
  completionNote: z.string(),
  createdAtMs: instant,
  updatedAtMs: instant,
  completedAtMs: instant.nullable(),
  version: z.number().int(),
});
export type ActionItemBody = z.infer<typeof actionItem>;
const trackedItem = actionItem.extend({ reviewTitle: z.string() });
export type TrackedItem = z.infer<typeof trackedItem>;
export const trackerBody = z.object({ items: z.array(trackedItem) });

export const confirmed = z.object({ proposal, item: actionItem });
export const decided = z.object({ proposal });

/** Only the fields that change, and the version they were read at. */
export const actionItemChange = actionFields
  .extend({ status: z.enum(actionStatuses), completionNote: z.string().trim().max(actionLimits.completionNote) })
  .partial()
  .extend({ version: z.number().int() });
