// What people say after a meeting, and the sum that its facilitators see.
import { feedbackLimits, ratings, verdicts } from '@hearth/review/feedback/feedback';
import * as z from 'zod/mini';
import { plainWords } from './scalars.ts';

const rating = z.nullable(z.literal(ratings, 'Choose from 1 to 5, or nothing.'));
const verdict = z.nullable(z.enum(verdicts));
const line = z
  .string()
  .check(plainWords, z.trim(), z.maxLength(feedbackLimits.line, `${feedbackLimits.line} characters at most.`));

/** Strict: whoever sends a name or a time along is told that it has no place here. */
export const feedbackBody = z.strictObject({
  facilitation: rating,
  document: rating,
  learned: verdict,
  again: verdict,
  helped: line,
  change: line,
});
export type FeedbackBody = z.infer<typeof feedbackBody>;

const ofRatings = z.object({ 1: z.int(), 2: z.int(), 3: z.int(), 4: z.int(), 5: z.int() });
const ofVerdicts = z.object({ yes: z.int(), partly: z.int(), no: z.int() });

export const feedbackSum = z.object({
  given: z.int(),
  /** How many of them are in the sum. Everything below is empty while it is 0. */
  shown: z.int(),
  facilitation: ofRatings,
  document: ofRatings,
  learned: ofVerdicts,
  again: ofVerdicts,
  helped: z.array(z.string()),
  change: z.array(z.string()),
});
export type FeedbackSumBody = z.infer<typeof feedbackSum>;
