// Who may come in: the owner's one-time link, join links, sessions and seats. Secrets are stored as hashes only.
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { permission, type Permission } from '@hearth/review/permission';
import type { JoinableRole } from '@hearth/review/roles';
import type { Account, AccessStore, JoinLink, Participant, SeatInUse, Session } from '@hearth/store/ports/access';
import type { ReviewStore } from '@hearth/store/ports/reviews';
import type { Seat, SessionBody } from '@hearth/protocol/http/access';
import type { WallClock } from '../clock.ts';
import { hashOf, newId, newSecret } from '../secrets.ts';

export const sessionLifeMs = 30 * 86_400_000;

/** A session that was just opened; the token is told to the browser once and never stored. */
export interface OpenedSession {
  token: string;
  session: Session;
}

export interface TakenSeat {
  seat: Participant;
  /** Set when the browser had no session yet. */
  opened: OpenedSession | null;
  /** Whether the seat that this browser had already now allows something else. */
  changed: boolean;
}

export type SeatNow = Participant & SeatInUse;

/** What the owner is called until they say their name. */
export const unnamedOwner = 'Owner';

export class AccessService {
  readonly #store: AccessStore;
  readonly #reviews: ReviewStore;
  readonly #clock: WallClock;

  constructor(store: { access: AccessStore; reviews: ReviewStore }, clock: WallClock) {
    this.#store = store.access;
    this.#reviews = store.reviews;
    this.#clock = clock;
  }

  /** Makes a new owner link and kills the unused one before it. @returns the secret for the link's fragment. */
  async newOwnerLink(): Promise<string> {
    const nowMs = this.#clock.nowMs();
    const owner = await this.#store.ensureOwner({ id: newId(), name: unnamedOwner }, nowMs);
    const secret = newSecret();
    await this.#store.putOwnerLink(hashOf(secret), owner.id, nowMs);
    return secret;
  }

  /** Uses the owner link up and opens a session in the place of `before`. @returns null for a link that is not valid. */
  async signIn(secret: string, before: Session | null): Promise<OpenedSession | null> {
    const account = await this.#store.consumeOwnerLink(hashOf(secret), this.#clock.nowMs());
    if (!account) return null;
    const opened = await this.#open(account);
    if (before) await this.#store.deleteSession(before.id);
    return opened;
  }

  async findSession(token: string): Promise<Session | null> {
    return this.#store.findSession(hashOf(token), this.#clock.nowMs());
  }

  async signOut(session: Session): Promise<void> {
    await this.#store.deleteSession(session.id);
  }

  async describe(session: Session | null): Promise<SessionBody> {
    if (!session) return { account: null, seats: [] };
    return { account: session.account, seats: (await this.#seatsOf(session)).map(seatBody) };
  }

  /** Whether a session may do something in a review, whichever it is. The owner may everything everywhere. */
  async maySomewhere(session: Session, wanted: Permission): Promise<boolean> {
    if (session.account) return true;
    return (await this.#seatsOf(session)).some(({ role }) => permission(role, wanted).allowed);
  }

  async rename(account: Account, name: string): Promise<void> {
    await this.#store.renameAccount(account.id, name);
  }

  /** The seat of a session in a review. The owner has one everywhere: the facilitator's, taken on first sight. */
  async seatIn(reviewId: ReviewId, session: Session): Promise<Participant | null> {
    const seat = await this.#store.findSeat(reviewId, session.id, this.#clock.nowMs());
    if (seat || !session.account) return seat;
    if (!(await this.#reviews.find(reviewId))) return null;
    return this.#takeOwnersSeat(reviewId, session, session.account);
  }

  /** The seat behind a session's token: for connections, of which many may come at once. Else why there is none. */
  async admit(
    reviewId: ReviewId,
    token: string | null,
  ): Promise<SeatNow | 'HEARTH_SIGN_IN_REQUIRED' | 'HEARTH_NOT_FOUND'> {
    if (token === null) return 'HEARTH_SIGN_IN_REQUIRED';
    const known = await this.#store.findSeatByToken(reviewId, hashOf(token), this.#clock.nowMs());
    if (known) return known;
    const session = await this.findSession(token);
    if (!session) return 'HEARTH_SIGN_IN_REQUIRED';
    const seat = await this.seatIn(reviewId, session);
    return seat ? { ...seat, participantId: seat.id, sessionId: session.id } : 'HEARTH_NOT_FOUND';
  }

  /** Everybody who has a seat in a review, each with their present name. */
  async participants(reviewId: ReviewId): Promise<Participant[]> {
    return this.#store.listParticipants(reviewId);
  }

  async findJoinLink(secret: string): Promise<JoinLink | null> {
    return this.#store.findJoinLink(hashOf(secret), this.#clock.nowMs());
  }

  /** Takes a seat through a link; a browser that has one in this review keeps its person. */
  async join(secret: string, name: string, session: Session | null): Promise<TakenSeat | null> {
    const link = await this.findJoinLink(secret);
    if (!link) return null;
    if (session?.account)
      return {
        seat: await this.#takeOwnersSeat(link.reviewId, session, session.account),
        opened: null,
        changed: false,
      };
    const before = session && (await this.#store.findSeat(link.reviewId, session.id, this.#clock.nowMs()));
    const opened = session ? null : await this.#open(null);
    const seat = await this.#store.takeSeat({
      id: newId() as ParticipantId,
      reviewId: link.reviewId,
      name,
      role: link.role,
      joinLinkId: link.id,
      joinedAtMs: this.#clock.nowMs(),
      sessionId: (session ?? opened?.session)?.id ?? '',
      accountId: null,
    });
    return { seat, opened, changed: before != null && before.role !== seat.role };
  }

  async createJoinLink(
    reviewId: ReviewId,
    role: JoinableRole,
    expiresInHours: number,
  ): Promise<{ link: JoinLink; secret: string }> {
    const nowMs = this.#clock.nowMs();
    const secret = newSecret();
    const link = { id: newId(), reviewId, role, createdAtMs: nowMs, expiresAtMs: nowMs + expiresInHours * 3_600_000 };
    await this.#store.createJoinLink({ ...link, secretHash: hashOf(secret) });
    return { link: { ...link, revokedAtMs: null, uses: 0 }, secret };
  }

  async listJoinLinks(reviewId: ReviewId): Promise<JoinLink[]> {
    return this.#store.listJoinLinks(reviewId);
  }

  async revokeJoinLink(reviewId: ReviewId, linkId: string): Promise<boolean> {
    return this.#store.revokeJoinLink(reviewId, linkId, this.#clock.nowMs());
  }

  /** Those of the seats in use that may still be used, as they are now. */
  async openSeats(inUse: readonly { participantId: string; sessionId: string }[]): Promise<SeatNow[]> {
    return this.#store.openSeats(inUse as readonly SeatInUse[], this.#clock.nowMs());
  }

  /** Those that the session may still use. */
  async #seatsOf(session: Session): Promise<Participant[]> {
    const nowMs = this.#clock.nowMs();
    const taken = await this.#store.listSeats(session.id);
    const open = await Promise.all(taken.map((seat) => this.#store.findSeat(seat.reviewId, session.id, nowMs)));
    return open.filter((seat) => seat !== null);
  }

  #takeOwnersSeat(reviewId: ReviewId, session: Session, account: Account): Promise<Participant> {
    return this.#store.takeSeat({
      id: newId() as ParticipantId,
      reviewId,
      name: account.name,
      role: 'facilitator',
      joinLinkId: null,
      joinedAtMs: this.#clock.nowMs(),
      sessionId: session.id,
      accountId: account.id,
    });
  }

  async #open(account: Account | null): Promise<OpenedSession> {
    const nowMs = this.#clock.nowMs();
    const token = newSecret();
    const session: Session = { id: newId(), account, expiresAtMs: nowMs + sessionLifeMs };
    await this.#store.createSession({
      id: session.id,
      tokenHash: hashOf(token),
      accountId: account?.id ?? null,
      nowMs,
      expiresAtMs: session.expiresAtMs,
    });
    return { token, session };
  }
}

export const seatBody = (seat: Participant): Seat => ({
  reviewId: seat.reviewId,
  participantId: seat.id,
  name: seat.name,
  role: seat.role,
});
