// The one authority over a meeting: command → permission → transition → compare-and-set → everybody is told: those of
// this node here, the others by their own nodes, which read what is stored.
import { errors, type ErrorCode } from '@hearth/protocol/errors';
import type { CommandAnswer, DraftsView, FacilitationView } from '@hearth/protocol/facilitation';
import { chooseTemplate } from '@hearth/review/facilitation/choose-template';
import type {
  CommandContext,
  FacilitationCommand,
  FacilitationCommandKind,
  Refusal,
} from '@hearth/review/facilitation/command';
import type { FacilitationEffect } from '@hearth/review/facilitation/outcome';
import { publicState, type FacilitationState, type StoredMeeting } from '@hearth/review/facilitation/state';
import { paceWishOf } from '@hearth/review/facilitation/pace';
import { transition } from '@hearth/review/facilitation/transition';
import { ballotOf } from '@hearth/review/facilitation/vote';
import { revealed } from '@hearth/review/facilitation/writing';
import type { ReviewId } from '@hearth/review/ids';
import type { Template } from '@hearth/review/templates/template';
import type { Participant } from '@hearth/store/ports/access';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import type { ReviewService } from '../reviews/service.ts';
import type { Audience } from '../live/audience.ts';
import type { Presence } from '../live/presence.ts';

export type Refused = Extract<CommandAnswer, { ok: false }>;

/** Those that two people must not apply twice by pressing at the same time. */
const guarded: ReadonlySet<FacilitationCommandKind> = new Set(['start', 'next', 'back', 'jump', 'end', 'reopen']);
/** Those after which lists show the review elsewhere. */
const movesReview: ReadonlySet<FacilitationCommandKind> = new Set(['start', 'end', 'reopen']);
/** Only another node can be in the way. While a whole room votes, it is so many times in a row. */
const attempts = 20;

interface Parts {
  store: Store;
  reviews: ReviewService;
  presence: Presence;
  /** What people write for themselves. `follow` is told how each meeting with somebody here stands. */
  drafts: {
    view(reviewId: ReviewId, state: FacilitationState): DraftsView | null;
    follow(reviewId: ReviewId, state: FacilitationState): void;
  };
  /** What may not be written. `follow` is told each state that is shown here. */
  locks: { follow(reviewId: ReviewId, state: FacilitationState): void };
  audience: Audience;
  clock: WallClock;
  onFailure: (error: unknown) => void;
}

type Step = { answer: CommandAnswer; applied: { state: StoredMeeting; effects: FacilitationEffect[] } | null };

export class FacilitationService {
  readonly #store: Store;
  readonly #reviews: ReviewService;
  readonly #presence: Presence;
  readonly #drafts: Parts['drafts'];
  readonly #locks: Parts['locks'];
  readonly #audience: Audience;
  readonly #clock: WallClock;
  /** Commands of one review run one after the other, so that views go out in the order of their versions. */
  readonly #turns = new Map<ReviewId, Promise<unknown>>();
  /** Views for everybody that wait for their turn: whoever wants one as well shares it. */
  readonly #announcing = new Map<ReviewId, Promise<void>>();
  /** Versions that those of this node were shown last. */
  readonly #shown = new Map<ReviewId, number>();
  readonly #following = new Set<Promise<void>>();
  readonly #onFailure: (error: unknown) => void;

  /** @param parts.onFailure  told when something that follows an accepted command, such as a snapshot, fails. */
  constructor(parts: Parts) {
    this.#store = parts.store;
    this.#reviews = parts.reviews;
    this.#presence = parts.presence;
    this.#drafts = parts.drafts;
    this.#locks = parts.locks;
    this.#audience = parts.audience;
    this.#clock = parts.clock;
    this.#onFailure = parts.onFailure;
  }

  /** @returns null where there is no such review. */
  async view(reviewId: ReviewId): Promise<FacilitationView | null> {
    const review = await this.#store.reviews.find(reviewId);
    return review && this.#viewOf(reviewId, publicState(review.meeting));
  }

  /** Shows the meeting as it stands, never after a newer view. */
  async show(reviewId: ReviewId, to: (view: FacilitationView) => void): Promise<void> {
    await this.#inTurn(reviewId, async () => {
      const review = await this.#store.reviews.find(reviewId);
      if (!review) return;
      to(await this.#viewOf(reviewId, publicState(review.meeting)));
      this.#showOwn(reviewId, review.meeting);
    });
  }

  /** Shows everybody of this node the meeting and who is here now. */
  announce(reviewId: ReviewId): Promise<void> {
    const waiting = this.#announcing.get(reviewId);
    if (waiting) return waiting;
    const announced = this.#inTurn(reviewId, async () => {
      this.#announcing.delete(reviewId);
      const review = await this.#store.reviews.find(reviewId);
      if (review) await this.#showAll(reviewId, review.meeting);
    });
    this.#announcing.set(reviewId, announced);
    return announced;
  }

  /** The version that everybody of this node has seen; null when nobody was shown any. */
  shownVersion(reviewId: ReviewId): number | null {
    return this.#shown.get(reviewId) ?? null;
  }

  /** Resolves when whatever accepted commands brought about is done. */
  async settled(): Promise<void> {
    await Promise.all(this.#following);
  }

  /** Answers once the new state is stored and sent. @throws when the store fails; then nothing has changed. */
  async command(seat: Participant, command: FacilitationCommand, expectedVersion: number): Promise<CommandAnswer> {
    const { reviewId } = seat;
    const step = await this.#inTurn(reviewId, async () => {
      const taken = await this.#take(seat, command, expectedVersion);
      if (taken.applied) {
        // The others can read it already, whatever becomes of ours.
        this.#audience.moved(reviewId);
        await this.#showAll(reviewId, taken.applied.state);
      }
      return taken;
    });
    if (step.applied && movesReview.has(command.kind)) this.#audience.changed(reviewId, 'review');
    for (const effect of step.applied?.effects ?? []) this.#follow(reviewId, effect);
    return step.answer;
  }

  /** @returns false when the meeting has begun, or has ended. */
  async chooseTemplate(reviewId: ReviewId, template: Template): Promise<boolean> {
    return this.#inTurn(reviewId, async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const review = await this.#store.reviews.find(reviewId);
        if (!review) return false;
        const next = chooseTemplate(review.meeting, template);
        if (!next.ok) return false;
        if (!(await this.#store.reviews.compareAndSetMeeting(reviewId, review.meeting.version, next.state))) continue;
        this.#audience.moved(reviewId);
        await this.#showAll(reviewId, next.state);
        this.#audience.changed(reviewId, 'review');
        return true;
      }
      return false;
    });
  }

  /** The announced thoughts are on the board. */
  async finishReveal(reviewId: ReviewId): Promise<void> {
    await this.#inTurn(reviewId, async () => {
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        const review = await this.#store.reviews.find(reviewId);
        const next = review && revealed(review.meeting);
        if (!next || next === review.meeting) return;
        if (!(await this.#store.reviews.compareAndSetMeeting(reviewId, review.meeting.version, next))) continue;
        this.#audience.moved(reviewId);
        await this.#showAll(reviewId, next);
        return;
      }
      throw new Error('a meeting could not be told that its thoughts are revealed');
    });
  }

  async #take(seat: Participant, command: FacilitationCommand, expectedVersion: number): Promise<Step> {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const [review, people] = await Promise.all([
        this.#store.reviews.find(seat.reviewId),
        this.#store.access.listParticipants(seat.reviewId),
      ]);
      if (!review) return { answer: refused('HEARTH_NOT_FOUND', 'failed'), applied: null };
      const { meeting } = review;
      if (guarded.has(command.kind) && meeting.version !== expectedVersion)
        return { answer: refused('HEARTH_CONFLICT', 'stale-version'), applied: null };
      const context: CommandContext = {
        actor: { participantId: seat.id, role: seat.role },
        nowMs: this.#clock.nowMs(),
        here: this.#presence.peopleIn(seat.reviewId),
        justLeft: people.filter(({ id }) => this.#presence.hasJustLeft(seat.reviewId, id)).map(({ id }) => id),
        people: people.map(({ id, role }) => ({ participantId: id, role })),
      };
      const next = transition(meeting, command, context);
      if (!next.ok) return { answer: refused(codeOf(next.reason), next.reason), applied: null };
      const answer: CommandAnswer = { ok: true, version: next.state.version };
      if (next.state.version === meeting.version) return { answer, applied: null };
      if (await this.#store.reviews.compareAndSetMeeting(seat.reviewId, meeting.version, next.state))
        return { answer, applied: { state: next.state, effects: next.effects } };
    }
    return { answer: refused('HEARTH_CONFLICT', 'stale-version'), applied: null };
  }

  /** The command stands whether or not this works. */
  #follow(reviewId: ReviewId, effect: FacilitationEffect): void {
    const done = this.#carryOut(reviewId, effect)
      .catch(this.#onFailure)
      .finally(() => this.#following.delete(done));
    this.#following.add(done);
  }

  async #carryOut(reviewId: ReviewId, effect: FacilitationEffect): Promise<void> {
    switch (effect.kind) {
      case 'stage-ended': {
        const { stageId, stageName } = effect;
        await this.#reviews.takeSnapshot(reviewId, { kind: 'stage-end', name: `End of ${stageName}`, stageId });
        this.#audience.changed(reviewId, 'snapshots');
        return;
      }
      case 'reveal':
      // Whoever is shown the meeting carries it out, so that it survives this server.
    }
  }

  async #showAll(reviewId: ReviewId, meeting: StoredMeeting): Promise<void> {
    const state = publicState(meeting);
    this.#locks.follow(reviewId, state);
    this.#audience.view(await this.#viewOf(reviewId, state));
    this.#showOwn(reviewId, meeting);
    this.#shown.set(reviewId, state.version);
    this.#drafts.follow(reviewId, state);
  }

  /** Each person is told their own dots and wishes, and nobody else's. */
  #showOwn(reviewId: ReviewId, meeting: StoredMeeting): void {
    const { vote } = meeting;
    this.#audience.own(reviewId, (who) => ({
      ballot: vote ? { voteId: vote.id, dots: ballotOf(meeting, who) } : null,
      pace: paceWishOf(meeting, who),
    }));
  }

  async #viewOf(reviewId: ReviewId, state: FacilitationState): Promise<FacilitationView> {
    const people = await this.#store.access.listParticipants(reviewId);
    return {
      reviewId,
      state,
      people: people.map(({ id, name, role }) => ({
        participantId: id,
        name,
        role,
        here: this.#presence.isHere(reviewId, id),
      })),
      drafts: this.#drafts.view(reviewId, state),
      serverNowMs: this.#clock.nowMs(),
    };
  }

  async #inTurn<T>(reviewId: ReviewId, work: () => Promise<T>): Promise<T> {
    const before = this.#turns.get(reviewId) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.#turns.set(reviewId, mine);
    try {
      return await mine;
    } finally {
      if (this.#turns.get(reviewId) === mine) this.#turns.delete(reviewId);
    }
  }
}

export const refused = (code: ErrorCode, reason: Refused['reason']): Refused => ({
  ok: false,
  code,
  reason,
  advice: errors[code].advice,
});

const codeOf = (reason: Refusal): ErrorCode => {
  switch (reason) {
    case 'observers-only-read':
      return 'HEARTH_OBSERVERS_ONLY_READ';
    case 'facilitators-only':
      return 'HEARTH_NOT_ALLOWED';
    default:
      return 'HEARTH_COMMAND_REFUSED';
  }
};
