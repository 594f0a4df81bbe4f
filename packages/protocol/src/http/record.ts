// A meeting's own record: the agenda as planned and as held, counts, and hints for the agenda's next version.
import type { StageId } from '@hearth/review/ids';
import * as z from 'zod/mini';
import { instant } from './scalars.ts';

const stageId = z.string() as unknown as z.ZodMiniType<StageId, string>;

const hint = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('minutes'),
    stageId,
    name: z.string(),
    plannedMinutes: z.int(),
    usedMinutes: z.int(),
    minutes: z.int(),
    meetings: z.int(),
  }),
  z.object({ kind: z.literal('skipped'), stageId, name: z.string(), meetings: z.int() }),
]);

export const recordBody = z.object({
  beganAt: z.nullable(instant),
  /** null while the meeting runs. */
  endedAt: z.nullable(instant),
  reopened: z.int(),
  plannedMinutes: z.int(),
  usedMs: z.int(),
  stages: z.array(
    z.object({
      stageId,
      name: z.string(),
      plannedMinutes: z.int(),
      /** As the plan had become; null where it was left as it was. */
      replannedMinutes: z.nullable(z.int()),
      usedMs: z.int(),
      visits: z.int(),
      outcome: z.enum(['held', 'skipped', 'not-reached']),
      /** How much was written on the board while the room was in it. */
      written: z.int(),
    }),
  ),
  /** Who came in and may write; how many of them wrote under their name; how much was written without one. */
  people: z.int(),
  wrote: z.int(),
  unnamed: z.int(),
  votes: z.int(),
  decisions: z.int(),
  /** The agenda as it is now; null when it was removed. */
  agenda: z.nullable(z.object({ id: z.string(), name: z.string(), builtIn: z.boolean() })),
  hints: z.array(hint),
});
export type RecordBody = z.infer<typeof recordBody>;
