import { api, pathOf } from '@hearth/protocol/http/api';

/** Where a file of a review is read from, or a picture's small version. */
export const fileUrl = (reviewId: string, attachmentId: string, small = false): string =>
  pathOf(small ? api.attachmentThumbnail : api.attachment, { reviewId, attachmentId });
