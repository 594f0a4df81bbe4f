// Sends a file and its small version. By XMLHttpRequest: `fetch` tells nothing of how far a body has gone.
import { api, pathOf, type ApiPath } from '@hearth/protocol/http/api';
import { fileNameHeader } from '@hearth/protocol/http/attachment-limits';
import type { AttachmentBody } from '@hearth/protocol/http/attachments';
import { ApiError, errorOfResponse, unreachable, unreadable } from '../api/api-error.ts';
import type { StoredUpload } from './upload.ts';

export type FileToSend = Pick<StoredUpload, 'reviewId' | 'id' | 'name' | 'content' | 'thumbnail'>;

/** @throws ApiError, or the reason of `signal`. */
export const sendFile = async (
  upload: FileToSend,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<AttachmentBody> => {
  const told = await put(api.attachment, upload, upload.content, progress, signal);
  if (upload.thumbnail === null || told.thumbnail || told.width === null) return told;
  try {
    return await put(api.attachmentThumbnail, upload, upload.thumbnail, () => undefined, signal);
  } catch (error) {
    // Without a small version the picture itself is shown.
    if (error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429) return told;
    throw error;
  }
};

const put = (
  path: ApiPath,
  { reviewId, id, name }: FileToSend,
  body: Blob,
  progress: (done: number) => void,
  signal: AbortSignal,
): Promise<AttachmentBody> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', pathOf(path, { reviewId, attachmentId: id }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader(fileNameHeader, encodeURIComponent(name.toWellFormed()));
    request.upload.addEventListener('progress', ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) progress(loaded / total);
    });
    request.addEventListener('load', () => {
      const answer = jsonOf(request.responseText);
      if (request.status !== 200) return reject(errorOfResponse(request.status, answer));
      void import('@hearth/protocol/http/attachments').then(({ attachmentBody }) => {
        const read = attachmentBody.safeParse(answer);
        if (read.success) resolve(read.data);
        else reject(unreadable(request.status));
      }, reject);
      return undefined;
    });
    request.addEventListener('error', () => reject(unreachable()));
    request.addEventListener('abort', () => reject(unreachable()));
    signal.addEventListener('abort', () => request.abort());
    request.send(body);
  });

const jsonOf = (words: string): unknown => {
  try {
    return JSON.parse(words) as unknown;
  } catch {
    return null;
  }
};
