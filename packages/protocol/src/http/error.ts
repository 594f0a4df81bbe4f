// The body of every refused request.
import * as z from 'zod/mini';
import { errorCodes } from '../errors.ts';

export const errorBody = z.object({
  code: z.enum(errorCodes),
  advice: z.string(),
  /** Which fields are at fault, as paths into the body, each with a sentence. */
  fields: z.optional(z.record(z.string(), z.string())),
});
export type ErrorBody = z.infer<typeof errorBody>;
