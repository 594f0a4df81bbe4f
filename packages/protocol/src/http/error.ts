// The body of every refused request.
import { z } from 'zod';
import { errorCodes } from '../errors.ts';

export const errorBody = z.object({
  code: z.enum(errorCodes),
  advice: z.string(),
  /** Which fields are at fault, as paths into the body, each with a sentence. */
  fields: z.record(z.string(), z.string()).optional(),
});
export type ErrorBody = z.infer<typeof errorBody>;
