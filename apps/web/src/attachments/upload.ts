// A file on its way to a card: what is kept of it, and how far it has come. Shapes only.
import type { AttachmentId, CardId, ReviewId } from '@hearth/review/ids';

export interface StoredUpload {
  reviewId: ReviewId;
  /** Chosen here: whatever is sent twice is there once. */
  id: AttachmentId;
  cardId: CardId;
  name: string;
  content: Blob;
  thumbnail: Blob | null;
  alt: string;
  /** Unix milliseconds. */
  addedAt: number;
}

export type UploadState =
  | { kind: 'waiting' }
  /** `done` from 0 to 1. */
  | { kind: 'sending'; done: number }
  /** No way to the server just now; it is tried again. */
  | { kind: 'offline' }
  | { kind: 'failed'; advice: string };

export interface Upload extends StoredUpload {
  state: UploadState;
}

export interface UploadStore {
  list(reviewId: ReviewId): Promise<StoredUpload[]>;
  put(upload: StoredUpload): Promise<void>;
  remove(upload: Pick<StoredUpload, 'reviewId' | 'id'>): Promise<void>;
}
