// Port: incidents and their reviews, the meeting's state, and named snapshots of the board.
import type { ReviewId, StageId } from '@hearth/review/ids';
import type { Incident } from '@hearth/review/incident';
import type { StoredMeeting } from '@hearth/review/facilitation/state';

export interface Review {
  id: ReviewId;
  incident: Incident;
  meeting: StoredMeeting;
  createdAtMs: number;
  /** Whether it is the review that ships with Hearth. */
  demo: boolean;
  publication: { slug: string; publishedAtMs: number } | null;
  /** Confirmed improvement actions, all and still open. */
  actions: { total: number; open: number };
}

export interface NewReview {
  id: ReviewId;
  incident: Incident;
  meeting: StoredMeeting;
  createdAtMs: number;
  demo: boolean;
  /** Name and first update of the board's document, and what else it comes with; written in the same commit. */
  board: { document: string; update: Uint8Array; later?: readonly { update: Uint8Array; atMs: number }[] };
}

export type SnapshotKind = 'stage-end' | 'on-demand' | 'publication';

export interface SnapshotHead {
  id: string;
  reviewId: ReviewId;
  kind: SnapshotKind;
  name: string;
  stageId: StageId | null;
  createdAtMs: number;
  /** Length of `state` in bytes. */
  bytes: number;
}

/** What tells whether anything of a review has changed since one last looked: equal marks, nothing new. */
export interface ReviewMarks {
  /** Version of the meeting. */
  meeting: number;
  /** Of what lists show of it: its incident, whether it runs or has ended, its publication. */
  review: string;
  publication: string;
  snapshots: string;
  actionItems: string;
}

export interface ReviewStore {
  create(review: NewReview): Promise<void>;
  /** Newest incident first. */
  list(): Promise<Review[]>;
  find(id: ReviewId): Promise<Review | null>;
  findDemo(): Promise<Review | null>;
  /** @returns false when there is no such review. */
  updateIncident(id: ReviewId, incident: Incident): Promise<boolean>;
  /** One cheap reading for all of them; unknown reviews are left out. */
  marks(ids: readonly ReviewId[]): Promise<Map<ReviewId, ReviewMarks>>;
  /** Stores the meeting only if its stored version is `expectedVersion`. */
  compareAndSetMeeting(id: ReviewId, expectedVersion: number, meeting: StoredMeeting): Promise<boolean>;

  /** `state` is a whole Yjs state (V1). Kept forever: these are named. */
  addSnapshot(snapshot: Omit<SnapshotHead, 'bytes'> & { state: Uint8Array }): Promise<void>;
  /** Oldest first. */
  listSnapshots(reviewId: ReviewId): Promise<SnapshotHead[]>;
  findSnapshot(reviewId: ReviewId, snapshotId: string): Promise<(SnapshotHead & { state: Uint8Array }) | null>;
}
