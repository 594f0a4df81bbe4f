// Files on cards. A file goes up as a raw body of `application/octet-stream`; its name travels in a header.
import type { AttachmentId } from '@hearth/review/ids';
import * as z from 'zod/mini';
import { plainId } from './scalars.ts';

/** Limits in bytes: of one file, of a picture's small version, and of all files of a review together. */
export const attachmentLimits = {
  file: 20 * 1024 * 1024,
  thumbnail: 64 * 1024,
  review: 1024 * 1024 * 1024,
} as const;

/** Longest name that is kept, in characters. */
export const longestFileName = 120;

/** Header with the file's name, in percent-encoding (`encodeURIComponent`). */
export const fileNameHeader = 'x-file-name';

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
