// Files on cards. A file goes up as a raw body of `application/octet-stream`; its name travels in a header.
import type { AttachmentId } from '@hearth/review/ids';
import * as z from 'zod/mini';
import { plainId } from './scalars.ts';

export const attachmentId = plainId as unknown as z.ZodMiniType<AttachmentId, string>;

/** What the server says about a file: the type is what it found in the content. */
export const attachmentBody = z.object({
  id: attachmentId,
  name: z.string(),
  type: z.string(),
  bytes: z.int(),
  width: z.nullable(z.int()),
  height: z.nullable(z.int()),
  thumbnail: z.boolean(),
});
export type AttachmentBody = z.infer<typeof attachmentBody>;
