// Thoughts that were written privately and did not arrive before the reveal: their author puts them on the board.
import * as z from 'zod/mini';
import { cardId } from './scalars.ts';

const lateThought = z.object({
  id: cardId,
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(20_000)),
  facet: z.enum(['saw', 'expected', 'knew', 'did-not-know', 'made-sense']),
  /** Written under the promise that nobody will see who wrote it: then no author is stored. */
  anonymous: z.boolean(),
  /** The card of which it is another account. */
  differsFrom: z.optional(cardId),
});

export const lateThoughts = z.object({ thoughts: z.array(lateThought).check(z.minLength(1), z.maxLength(300)) });
export type LateThoughts = z.infer<typeof lateThoughts>;
