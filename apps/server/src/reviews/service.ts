// Reviews: recorded, listed, opened, and what somebody with a join link is told before they come in.
import { randomInt } from 'node:crypto';
import { demoHistory, demoIncident, demoMeeting } from '@hearth/board/demo';
import { emptyNarrative, seedUpdate } from '@hearth/board/seed';
import type { JoinPreview } from '@hearth/protocol/http/access';
import type { ReviewDetail, ReviewSummary, SnapshotBody } from '@hearth/protocol/http/reviews';
import { lobby } from '@hearth/review/facilitation/transition';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { incidentProblems, type Incident, type IncidentProblem } from '@hearth/review/incident';
import { lifecycle } from '@hearth/review/lifecycle';
import { learningReview } from '@hearth/review/templates/built-in';
import type { Participant, Session } from '@hearth/store/ports/access';
import type { Review, SnapshotHead } from '@hearth/store/ports/reviews';
import type { Store } from '@hearth/store/ports/store';
import { seatBody, unnamedOwner } from '../access/service.ts';
import type { WallClock } from '../clock.ts';
import type { Presence } from '../live/presence.ts';
import { newId } from '../secrets.ts';
import { boardDocument, noFigures, type Boards } from '../live/boards.ts';
import { soFar } from './so-far.ts';

export type IncidentOutcome = { ok: true; id: ReviewId } | { ok: false; problems: IncidentProblem[] };

export class ReviewService {
  readonly #store: Store;
  readonly #boards: Boards;
  readonly #presence: Presence;
  readonly #clock: WallClock;
  #openingDemo: Promise<ReviewId> | null = null;

  constructor(store: Store, boards: Boards, presence: Presence, clock: WallClock) {
    this.#store = store;
    this.#boards = boards;
    this.#presence = presence;
    this.#clock = clock;
  }

  /** Records an incident and starts its review, in the lobby, with an empty board. */
  async create(incident: Incident, template = learningReview): Promise<IncidentOutcome> {
    const nowMs = this.#clock.nowMs();
    const problems = incidentProblems(incident, nowMs);
    if (problems.length > 0) return { ok: false, problems };
    const id = newId() as ReviewId;
    await this.#store.reviews.create({
      id,
      incident,
      meeting: lobby(template),
      createdAtMs: nowMs,
      demo: false,
      board: {
        document: boardDocument(id),
        update: seedUpdate({ narrative: emptyNarrative() }, randomInt(1, 2 ** 32)),
      },
    });
    return { ok: true, id };
  }

  /** The review that ships with Hearth; made when it is first asked for, and once only. */
  demo(): Promise<ReviewId> {
    // One at a time: two clicks must not make two.
    this.#openingDemo ??= this.#findOrMakeDemo().finally(() => {
      this.#openingDemo = null;
    });
    return this.#openingDemo;
  }

  async #findOrMakeDemo(): Promise<ReviewId> {
    const found = await this.#store.reviews.findDemo();
    if (found) return found.id;
    const id = newId() as ReviewId;
    const meeting = demoMeeting(this.#clock.nowMs());
    const { updates, ends } = demoHistory(meeting);
    const [made, ...later] = updates;
    if (!made) throw new Error('the demo has a board');
    await this.#store.reviews.create({
      id,
      incident: demoIncident,
      meeting,
      createdAtMs: made.atMs,
      demo: true,
      board: { document: boardDocument(id), update: made.update, later },
    });
    for (const { stageId, stageName, atMs, state } of ends)
      await this.#store.reviews.addSnapshot({
        id: newId(),
        reviewId: id,
        kind: 'stage-end',
        name: `End of ${stageName}`,
        stageId,
        createdAtMs: atMs,
        state,
      });
    return id;
  }

  /** All reviews for the owner; for a guest those in which they have a seat. */
  async listFor(session: Session): Promise<ReviewSummary[]> {
    const all = await this.#store.reviews.list();
    const mine = session.account ? all : await this.#seated(all, session);
    const figures = await this.#boards.figures(mine.map(({ id }) => id));
    return Promise.all(mine.map((review) => this.#summary(review, figures.get(review.id)?.learnings ?? 0)));
  }

  /** Ids of the reviews that a session may read; null for all of them. */
  async readableBy(session: Session): Promise<ReviewId[] | null> {
    if (session.account) return null;
    const mine = await this.#seated(await this.#store.reviews.list(), session);
    return mine.map((review) => review.id);
  }

  async find(id: ReviewId): Promise<Review | null> {
    return this.#store.reviews.find(id);
  }

  async all(): Promise<Review[]> {
    return this.#store.reviews.list();
  }

  async detail(id: ReviewId, seat: Participant): Promise<ReviewDetail | null> {
    const review = await this.#store.reviews.find(id);
    if (!review) return null;
    return {
      id: review.id,
      incident: review.incident,
      state: lifecycle(review.meeting, review.publication !== null),
      createdAt: review.createdAtMs,
      demo: review.demo,
      publication: publicationOf(review),
      seat: seatBody(seat),
    };
  }

  async changeIncident(id: ReviewId, incident: Incident): Promise<IncidentOutcome> {
    const problems = incidentProblems(incident, this.#clock.nowMs());
    if (problems.length > 0) return { ok: false, problems };
    await this.#store.reviews.updateIncident(id, incident);
    return { ok: true, id };
  }

  /** What a join link tells of its review. */
  async preview(id: ReviewId): Promise<Omit<JoinPreview, 'reviewId' | 'role' | 'seated' | 'attributed'> | null> {
    const review = await this.#store.reviews.find(id);
    if (!review) return null;
    const [inside, figures, people] = await Promise.all([
      this.inside(id),
      this.#boards.figures([id]),
      this.#store.access.listParticipants(id),
    ]);
    const { title, startedAt, zone } = review.incident;
    const facilitator = people.find(({ role, name }) => role === 'facilitator' && name !== unnamedOwner);
    return {
      title,
      startedAt,
      zone,
      facilitator: facilitator?.name ?? null,
      state: lifecycle(review.meeting, review.publication !== null),
      inside,
      soFar: soFar(review.meeting, figures.get(id) ?? noFigures, this.#clock.nowMs()),
    };
  }

  async snapshots(id: ReviewId): Promise<SnapshotBody[]> {
    return (await this.#store.reviews.listSnapshots(id)).map(snapshotBody);
  }

  /** Keeps the board as it is now, for ever, under a name. */
  async takeSnapshot(
    id: ReviewId,
    as: Pick<SnapshotHead, 'kind' | 'name' | 'stageId'>,
  ): Promise<{ head: SnapshotHead; state: Uint8Array }> {
    return this.keepState(id, as, await this.#boards.state(id));
  }

  /** As `takeSnapshot`, of a state that the caller has read already. */
  async keepState(
    id: ReviewId,
    as: Pick<SnapshotHead, 'kind' | 'name' | 'stageId'>,
    state: Uint8Array,
  ): Promise<{ head: SnapshotHead; state: Uint8Array }> {
    const head = { id: newId(), reviewId: id, createdAtMs: this.#clock.nowMs(), ...as };
    await this.#store.reviews.addSnapshot({ ...head, state });
    return { head: { ...head, bytes: state.length }, state };
  }

  async #seated(reviews: readonly Review[], session: Session): Promise<Review[]> {
    const nowMs = this.#clock.nowMs();
    const seats = await this.#store.access.listSeats(session.id);
    const open = await Promise.all(seats.map((seat) => this.#store.access.findSeat(seat.reviewId, session.id, nowMs)));
    const ids = new Set(open.flatMap((seat) => (seat ? [seat.reviewId] : [])));
    return reviews.filter((review) => ids.has(review.id));
  }

  /** Names of those in the room now. @param without  somebody who is not to be counted. */
  async inside(id: ReviewId, without?: ParticipantId): Promise<string[]> {
    if (this.#presence.isEmpty(id)) return [];
    const people = await this.#store.access.listParticipants(id);
    return people
      .filter((person) => person.id !== without && this.#presence.isHere(id, person.id))
      .map((person) => person.name);
  }

  async #summary(review: Review, learnings: number): Promise<ReviewSummary> {
    const { incident, meeting } = review;
    return {
      id: review.id,
      title: incident.title,
      severity: incident.severity,
      services: incident.services,
      startedAt: incident.startedAt,
      zone: incident.zone,
      createdAt: review.createdAtMs,
      state: lifecycle(meeting, review.publication !== null),
      demo: review.demo,
      stage: {
        name: meeting.stages[meeting.stageIndex]?.name ?? '',
        index: meeting.stageIndex,
        count: meeting.stages.length,
      },
      inside: await this.inside(review.id),
      learnings,
      actions: review.actions,
      publication: publicationOf(review),
    };
  }
}

const publicationOf = ({ publication }: Review): { slug: string; publishedAt: number } | null =>
  publication && { slug: publication.slug, publishedAt: publication.publishedAtMs };

export const snapshotBody = (head: SnapshotHead): SnapshotBody => ({
  id: head.id,
  kind: head.kind,
  name: head.name,
  createdAt: head.createdAtMs,
  bytes: head.bytes,
});
