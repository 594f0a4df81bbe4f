// Who is in which room now: a person is there as long as one of their browsers is connected.
import type { ParticipantId, ReviewId } from '@hearth/review/ids';

export class Presence {
  readonly #rooms = new Map<ReviewId, Map<ParticipantId, number>>();

  /** @returns whether the person was not there before. */
  enter(reviewId: ReviewId, participantId: ParticipantId): boolean {
    const room = this.#rooms.get(reviewId) ?? new Map<ParticipantId, number>();
    this.#rooms.set(reviewId, room);
    const browsers = room.get(participantId) ?? 0;
    room.set(participantId, browsers + 1);
    return browsers === 0;
  }

  /** @returns whether that was their last browser. */
  leave(reviewId: ReviewId, participantId: ParticipantId): boolean {
    const room = this.#rooms.get(reviewId);
    const browsers = room?.get(participantId) ?? 0;
    if (browsers > 1) room?.set(participantId, browsers - 1);
    else room?.delete(participantId);
    if (room?.size === 0) this.#rooms.delete(reviewId);
    return browsers === 1;
  }

  isHere(reviewId: ReviewId, participantId: ParticipantId): boolean {
    return this.#rooms.get(reviewId)?.has(participantId) ?? false;
  }

  isEmpty(reviewId: ReviewId): boolean {
    return !this.#rooms.has(reviewId);
  }
}
