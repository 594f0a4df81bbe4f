// Port: what is known of the files on cards. Their contents lie elsewhere, each under a key that is used once. Rules: SPEC F1-F6.
import type { AttachmentId, ParticipantId, ReviewId } from '@hearth/review/ids';

export interface Attachment {
  reviewId: ReviewId;
  /** Chosen by whoever adds it, and known within its review only. */
  id: AttachmentId;
  /** Who added it; null once they have gone, or where nobody is to be named. */
  participantId: ParticipantId | null;
  name: string;
  /** Media type, as found in the content. */
  type: string;
  bytes: number;
  /** Of the content, lower-case hex. */
  sha256: string;
  /** Of a picture in pixels. */
  width: number | null;
  height: number | null;
  contentKey: string;
  thumbnail: { key: string; type: string } | null;
  createdAtMs: number;
}

export type AddOutcome =
  | { ok: true; attachment: Attachment }
  /** `taken`: there is one of this id, which is told. */
  | { ok: false; reason: 'taken'; attachment: Attachment }
  | { ok: false; reason: 'review-full' | 'not-found' };

export interface AttachmentStore {
  /** Notes a key before its content is written, so that a content which nothing refers to is found again. */
  beginContent(key: string, nowMs: number): Promise<void>;
  /** Contents begun before a moment that no attachment has; at most 500. */
  unusedContents(beforeMs: number): Promise<string[]>;
  /** After the content itself was removed. One that is in use stays noted. */
  forgetContent(key: string): Promise<void>;

  /** Adds it unless the files of its review would be more than `mostBytes` together. Its content was begun. */
  add(attachment: Attachment, mostBytes: number): Promise<AddOutcome>;
  /** The small version of a picture. @returns false where there is no such attachment or it has one. */
  addThumbnail(reviewId: ReviewId, id: AttachmentId, thumbnail: NonNullable<Attachment['thumbnail']>): Promise<boolean>;
  find(reviewId: ReviewId, id: AttachmentId): Promise<Attachment | null>;
  /** Oldest first. */
  list(reviewId: ReviewId): Promise<Attachment[]>;
  /** @returns what was removed; null where there was nothing. */
  remove(reviewId: ReviewId, id: AttachmentId): Promise<Attachment | null>;

  /** Those that were never seen on their board. */
  notOnBoard(): Promise<Pick<Attachment, 'reviewId' | 'id' | 'createdAtMs'>[]>;
  /** They were seen on their board: they stay, also when they are taken off it, so that this can be taken back. */
  seenOnBoard(reviewId: ReviewId, ids: readonly AttachmentId[]): Promise<void>;
}
