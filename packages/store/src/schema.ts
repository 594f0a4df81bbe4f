// Tables as Kysely sees them; the migrations create them. Columns in camelCase, so that rows need no renaming.
import type { ActionFields, ActionStatus, Proposal } from '@hearth/learning/action-items/model';
import type { Rating, Verdict } from '@hearth/review/feedback/feedback';
import type { AttachmentId, ParticipantId, ReviewId, StageId } from '@hearth/review/ids';
import type { JoinableRole, Role } from '@hearth/review/roles';
import type { SnapshotKind } from './ports/reviews.ts';

/** 1 or 0: SQLite has no booleans. */
type Flag = 0 | 1;
/** A JSON text. */
type Json = string;

interface AccountTable {
  id: string;
  name: string;
  owner: Flag;
  createdAtMs: number;
}

interface OwnerLinkTable {
  secretHash: string;
  accountId: string;
  createdAtMs: number;
  usedAtMs: number | null;
}

interface SessionTable {
  id: string;
  tokenHash: string;
  accountId: string | null;
  createdAtMs: number;
  expiresAtMs: number;
}

interface JoinLinkTable {
  id: string;
  reviewId: ReviewId;
  role: JoinableRole;
  secretHash: string;
  createdAtMs: number;
  expiresAtMs: number;
  revokedAtMs: number | null;
}

interface ParticipantTable {
  id: ParticipantId;
  reviewId: ReviewId;
  name: string;
  role: Role;
  joinLinkId: string | null;
  joinedAtMs: number;
  /** null once the session is gone. */
  sessionId: string | null;
  accountId: string | null;
}

interface ReviewTable {
  id: ReviewId;
  incident: Json;
  /** The incident's start where it is known, the review's creation otherwise: reviews are listed by it. */
  sortAtMs: number;
  meeting: Json;
  meetingVersion: number;
  createdAtMs: number;
  demo: Flag;
}

interface BoardSnapshotTable {
  id: string;
  reviewId: ReviewId;
  kind: SnapshotKind;
  name: string;
  stageId: StageId | null;
  createdAtMs: number;
  bytes: number;
  state: Uint8Array;
}

interface ActionProposalTable extends ActionFields {
  reviewId: ReviewId;
  id: string;
  position: number;
  source: Json;
  state: Proposal['state'];
  actionItemId: string | null;
}

interface ActionItemTable extends ActionFields {
  id: string;
  reviewId: ReviewId;
  source: Json;
  status: ActionStatus;
  completionNote: string;
  createdAtMs: number;
  updatedAtMs: number;
  completedAtMs: number | null;
  version: number;
}

interface PublicationTable {
  reviewId: ReviewId;
  slug: string;
  revision: number;
  publishedAtMs: number;
  snapshotId: string;
  report: Json;
  markdown: string;
}

interface AttachmentContentTable {
  key: string;
  createdAtMs: number;
}

interface AttachmentTable {
  reviewId: ReviewId;
  id: AttachmentId;
  participantId: ParticipantId | null;
  name: string;
  type: string;
  bytes: number;
  sha256: string;
  width: number | null;
  height: number | null;
  contentKey: string;
  thumbnailKey: string | null;
  thumbnailType: string | null;
  createdAtMs: number;
  /** Whether it was ever seen on its board. */
  onBoard: Flag;
}

interface TemplateTable {
  id: string;
  version: number;
  body: Json;
  savedAtMs: number;
}

/** What people say after a meeting: no person, and no time. */
interface FeedbackAnswerTable {
  reviewId: ReviewId;
  id: string;
  /** YYYY-MM-DD. */
  day: string;
  facilitation: Rating | null;
  document: Rating | null;
  learned: Verdict | null;
  again: Verdict | null;
  helped: string;
  change: string;
  together: Flag;
}

/** Who has said something, and not what. */
interface FeedbackGiverTable {
  reviewId: ReviewId;
  participantId: ParticipantId;
}

interface LiveDocumentTable {
  name: string;
  /** A number that the log has reached: see heads.ts. */
  lastSeq: number;
}

interface DocumentUpdateTable {
  document: string;
  seq: number;
  bytes: Uint8Array;
  atMs: number;
}

interface DocumentStateTable {
  document: string;
  /** Newest update that the state contains. */
  seq: number;
  bytes: Uint8Array;
  sections: Uint8Array | null;
  atMs: number;
}

interface DocumentWriterTable {
  document: string;
  /** A Yjs client id. */
  client: number;
  writer: string;
}

interface LeaseTable {
  name: string;
  holder: string;
  untilMs: number;
}

export interface Tables {
  account: AccountTable;
  ownerLink: OwnerLinkTable;
  session: SessionTable;
  joinLink: JoinLinkTable;
  participant: ParticipantTable;
  review: ReviewTable;
  boardSnapshot: BoardSnapshotTable;
  actionProposal: ActionProposalTable;
  actionItem: ActionItemTable;
  publication: PublicationTable;
  attachmentContent: AttachmentContentTable;
  attachment: AttachmentTable;
  template: TemplateTable;
  feedbackAnswer: FeedbackAnswerTable;
  feedbackGiver: FeedbackGiverTable;
  liveDocument: LiveDocumentTable;
  documentUpdate: DocumentUpdateTable;
  documentState: DocumentStateTable;
  documentWriter: DocumentWriterTable;
  lease: LeaseTable;
}
