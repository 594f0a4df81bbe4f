// The history of a board: its moments, told in one piece so that a screen can go through them without asking again; and
// going back to one of them.
import * as z from 'zod/mini';
import { snapshotHead } from './reviews.ts';
import { instant, plainId } from './scalars.ts';

const count = z.int().check(z.minimum(0));

/** A short stretch of work and the board at its end. Times are those of the server, made to run forward. */
const moment = z.object({
  /** Number of the last change that it contains; null for a named snapshot from before what is kept step by step. */
  seq: z.nullable(count),
  from: instant,
  at: instant,
  /** How many changes it is made of. */
  edits: count,
});
export type HistoryMoment = z.infer<typeof moment>;

const landmark = z.extend(z.omit(snapshotHead, { bytes: true }), {
  /** Place in `moments`. */
  moment: count,
});
export type HistoryLandmark = z.infer<typeof landmark>;

const stageSpan = z.object({
  name: z.string(),
  /** The zone of the board that the stage is about; null for none. */
  zone: z.nullable(z.string()),
  from: instant,
  /** null while the room is in it. */
  to: z.nullable(instant),
});
export type HistoryStage = z.infer<typeof stageSpan>;

export const historyBody = z.object({
  /** Number of the newest change. */
  seq: count,
  /** Whether it goes back to the first word. */
  whole: z.boolean(),
  /** Oldest first. */
  moments: z.array(moment),
  landmarks: z.array(landmark),
  stages: z.array(stageSpan),
  /** The board at each of `moments`: `PackedFrames` of @hearth/board/frames. */
  frames: z.unknown(),
});
export type HistoryBody = z.infer<typeof historyBody>;

/** What may have changed since a history was fetched. */
export const historyNow = z.object({
  seq: count,
  /** Names of the others who are in the room. */
  inside: z.array(z.string()),
});

export const restoreBody = z.object({
  to: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('snapshot'), id: plainId }),
    z.object({ kind: z.literal('moment'), seq: count.check(z.minimum(1)) }),
  ]),
  /** How the moment is called: "14:32", "End of Timeline". The snapshot of what was before is named after it. */
  name: z.string().check(z.trim(), z.minLength(1, 'Name the moment.'), z.maxLength(120)),
});
export type RestoreTarget = z.infer<typeof restoreBody>['to'];

export const restored = z.object({
  /** The board as it was before: restoring it takes the restore back. null when there was nothing to restore. */
  undo: z.nullable(snapshotHead),
  /** What is different now. */
  cameBack: count,
  went: count,
  changed: count,
  /** Paragraphs of the narrative. */
  paragraphs: count,
});
export type RestoredBody = z.infer<typeof restored>;
