// Port: who may come in. Secrets arrive as hashes only (SHA-256, 32 bytes, lower-case hex).
import type { JoinableRole, Role } from '@hearth/review/roles';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';

export interface Account {
  id: string;
  name: string;
}

export interface Session {
  id: string;
  account: Account | null;
  expiresAtMs: number;
}

export interface JoinLink {
  id: string;
  reviewId: ReviewId;
  role: JoinableRole;
  createdAtMs: number;
  expiresAtMs: number;
  revokedAtMs: number | null;
  /** How many seats were taken through it. */
  uses: number;
}

export interface Participant {
  id: ParticipantId;
  reviewId: ReviewId;
  name: string;
  role: Role;
  /** null for the account that owns the review. */
  joinLinkId: string | null;
  joinedAtMs: number;
}

/** A seat as a session uses it. */
export interface SeatInUse {
  participantId: ParticipantId;
  sessionId: string;
}

export interface AccessStore {
  /** Creates the one owner account when there is none, and tells it. */
  ensureOwner(account: Account, nowMs: number): Promise<Account>;
  renameAccount(accountId: string, name: string): Promise<void>;
  /** Replaces every unused owner link by this one. */
  putOwnerLink(secretHash: string, accountId: string, nowMs: number): Promise<void>;
  /** Uses the link up: the second call with the same hash finds nothing. */
  consumeOwnerLink(secretHash: string, nowMs: number): Promise<Account | null>;

  createSession(session: {
    id: string;
    tokenHash: string;
    accountId: string | null;
    nowMs: number;
    expiresAtMs: number;
  }): Promise<void>;
  /** null for unknown and expired alike. */
  findSession(tokenHash: string, nowMs: number): Promise<Session | null>;
  deleteSession(id: string): Promise<void>;

  createJoinLink(link: Omit<JoinLink, 'revokedAtMs' | 'uses'> & { secretHash: string }): Promise<void>;
  listJoinLinks(reviewId: ReviewId): Promise<JoinLink[]>;
  /** null for unknown, revoked and expired alike. */
  findJoinLink(secretHash: string, nowMs: number): Promise<JoinLink | null>;
  /** @returns false when this review has no such link. */
  revokeJoinLink(reviewId: ReviewId, linkId: string, nowMs: number): Promise<boolean>;

  /**
   * Takes a seat, or returns the one that this session (or its account) has in the review already. A guest's seat whose
   * link has ended, or that has another role, becomes what is asked for; its id stays.
   */
  takeSeat(seat: Participant & { sessionId: string; accountId: string | null }): Promise<Participant>;
  /** The seat of a session in a review; a seat taken through a revoked or expired link is none. */
  findSeat(reviewId: ReviewId, sessionId: string, nowMs: number): Promise<Participant | null>;
  /** As findSeat, for whoever shows a session's token: session and seat in one reading. */
  findSeatByToken(reviewId: ReviewId, tokenHash: string, nowMs: number): Promise<(Participant & SeatInUse) | null>;
  /** Those of the seats that their sessions may still use, with their present role and link. One reading. */
  openSeats(inUse: readonly SeatInUse[], nowMs: number): Promise<(Participant & SeatInUse)[]>;
  listSeats(sessionId: string): Promise<Participant[]>;
  listParticipants(reviewId: ReviewId): Promise<Participant[]>;
}
