// A meeting's own record, and what the meetings held by its agenda say about the agenda. Rules: SPEC M1-M8 of review.
import type { BoardSnapshot } from '@hearth/board/snapshot';
import type { RecordBody } from '@hearth/protocol/http/record';
import type { ReviewId } from '@hearth/review/ids';
import { hintMeetings, hintsFrom } from '@hearth/review/record/hints';
import { participationOf, type Written } from '@hearth/review/record/participation';
import { recordOf, type MeetingRecord } from '@hearth/review/record/record';
import { builtInTemplates } from '@hearth/review/templates/built-in';
import type { Session } from '@hearth/store/ports/access';
import type { Review } from '@hearth/store/ports/reviews';
import type { Store } from '@hearth/store/ports/store';
import type { WallClock } from '../clock.ts';
import type { Boards } from '../live/boards.ts';
import type { ReviewService } from '../reviews/service.ts';
import type { TemplateService } from '../templates/service.ts';

interface Parts {
  store: Pick<Store, 'reviews' | 'access'>;
  reviews: Pick<ReviewService, 'readableBy'>;
  templates: Pick<TemplateService, 'find'>;
  boards: Pick<Boards, 'state' | 'read'>;
  clock: WallClock;
}

export class RecordService {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** @returns null when there is no such review. */
  async record(reviewId: ReviewId, session: Session): Promise<RecordBody | null> {
    const { store, boards, templates } = this.#parts;
    const review = await store.reviews.find(reviewId);
    if (!review) return null;
    const { meeting } = review;
    const [people, snapshot] = await Promise.all([
      store.access.listParticipants(reviewId),
      boards.state(reviewId).then((state) => boards.read(state)),
    ]);
    const record = recordOf(meeting, this.#parts.clock.nowMs());
    const participation = participationOf(people, meeting.visits, writtenOn(snapshot));
    const agenda = meeting.template ? await templates.find(meeting.template.id) : null;
    const written = new Map(participation.stages.map(({ stageId, written: count }) => [stageId, count]));
    return {
      beganAt: record.beganMs,
      endedAt: record.endedMs,
      reopened: record.reopened,
      plannedMinutes: record.plannedMinutes,
      usedMs: record.usedMs,
      stages: record.stages.map((stage) => ({ ...stage, written: written.get(stage.stageId) ?? 0 })),
      people: participation.people,
      wrote: participation.wrote,
      unnamed: participation.unnamed,
      votes: meeting.results?.length ?? 0,
      decisions: meeting.decisions?.length ?? 0,
      agenda: agenda && {
        id: agenda.id,
        name: agenda.name,
        builtIn: builtInTemplates.some(({ id }) => id === agenda.id),
      },
      hints: agenda ? hintsFrom(await this.#heldAlike(review, record, session), agenda.stages) : [],
    };
  }

  /** Meetings by the same agenda, up to this one: those of reviews that the session may read. Newest first. */
  async #heldAlike(review: Review, record: MeetingRecord, session: Session): Promise<MeetingRecord[]> {
    const { store, reviews, clock } = this.#parts;
    const endedMs = record.endedMs;
    if (endedMs === null) return [];
    const readable = await reviews.readableBy(session);
    const others = (await store.reviews.list()).filter(
      ({ id, demo, meeting }) =>
        id !== review.id &&
        // A made-up meeting says nothing about real ones.
        !demo &&
        meeting.template?.id === review.meeting.template?.id &&
        (readable === null || readable.includes(id)),
    );
    const before = others
      .map(({ meeting }) => recordOf(meeting, clock.nowMs()))
      .filter((other) => other.endedMs !== null && other.endedMs <= endedMs)
      .toSorted((one, other) => (other.endedMs ?? 0) - (one.endedMs ?? 0));
    return [record, ...before].slice(0, hintMeetings);
  }
}

/** Cards, what was joined into them, and what was said about them. */
const writtenOn = ({ cards, comments }: BoardSnapshot): Written[] => [
  ...cards.map(({ author, createdAt }) => written(author, createdAt)),
  ...comments.flatMap(({ author, createdAt, replies }) => [
    written(author, createdAt),
    ...replies.map((reply) => written(reply.author, reply.createdAt)),
  ]),
];

const written = (author: { id: string | null } | null, atMs: number): Written => ({
  authorId: author?.id ?? null,
  atMs,
});
