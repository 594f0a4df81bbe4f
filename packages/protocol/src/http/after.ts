// What everybody who was in a meeting may know and do once it has ended.
import * as z from 'zod/mini';
import { instant } from './scalars.ts';

export const afterMeeting = z.object({
  /** Of the last end; null before it, and while the meeting is opened again. */
  endedAt: z.nullable(instant),
  /** `not-yet` before the first end. What somebody gave is told to nobody, its author included. */
  feedback: z.enum(['not-yet', 'open', 'given']),
  /** Actions that wait for somebody to confirm them, and those that were. */
  proposed: z.int(),
  confirmed: z.int(),
  /** Until when they soak; null where they do not, or no longer. */
  soakUntil: z.nullable(instant),
});
export type AfterMeetingBody = z.infer<typeof afterMeeting>;
