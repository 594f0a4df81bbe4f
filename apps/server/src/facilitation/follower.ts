// Shows those of this node what other nodes have stored, also where nobody told: while Redis is away, after a message
// that got lost, without a Redis. One question a second, for all reviews with somebody here.
import type { ChangedTopic } from '@hearth/protocol/facilitation';
import type { ReviewId } from '@hearth/review/ids';
import type { ReviewMarks, ReviewStore } from '@hearth/store/ports/reviews';
import { systemClock, type Clock } from '@hearth/sync/clock';
import type { Audience } from '../live/audience.ts';
import type { OtherNodes } from '../live/other-nodes.ts';
import type { Presence } from '../live/presence.ts';
import type { FacilitationService } from './service.ts';

const askEveryMs = 1_000;

interface Parts {
  reviews: Pick<ReviewStore, 'marks'>;
  facilitation: Pick<FacilitationService, 'announce' | 'shownVersion'>;
  presence: Pick<Presence, 'reviewsHere'>;
  /** Reviews whose board somebody has open here: what is locked on it is kept here. */
  boardsHere: () => readonly ReviewId[];
  audience: Pick<Audience, 'changedHere' | 'reactedHere'>;
  nodes: OtherNodes;
  /** Told each time that the database knew a meeting that nobody had told of. */
  caughtUp: () => void;
  onFailure: (error: unknown) => void;
  clock?: Clock;
}

export class Follower {
  readonly #parts: Parts;
  readonly #clock: Clock;
  #marks = new Map<ReviewId, ReviewMarks>();
  #stop: () => void;
  #failing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#clock = parts.clock ?? systemClock;
    parts.nodes.onMessage((message) => {
      if (message.kind === 'meeting' && this.#reviewsHere().includes(message.reviewId))
        parts.facilitation.announce(message.reviewId).catch(parts.onFailure);
      if (message.kind === 'changed') parts.audience.changedHere(message.reviewId, message.topic);
      if (message.kind === 'reaction')
        parts.audience.reactedHere(message.reviewId, message.participantId, message.reaction);
    });
    this.#stop = this.#clock.after(askEveryMs, () => void this.#follow());
  }

  close(): void {
    this.#stop();
    this.#stop = () => undefined;
  }

  #reviewsHere(): ReviewId[] {
    const { presence, boardsHere } = this.#parts;
    return [...new Set([...presence.reviewsHere(), ...boardsHere()])];
  }

  async #follow(): Promise<void> {
    const stopBefore = this.#stop;
    try {
      await this.#ask();
      this.#failing = false;
    } catch (error) {
      // Once, however long the database is away.
      if (!this.#failing) this.#parts.onFailure(error);
      this.#failing = true;
    }
    if (this.#stop === stopBefore) this.#stop = this.#clock.after(askEveryMs, () => void this.#follow());
  }

  async #ask(): Promise<void> {
    const { reviews, facilitation, audience, caughtUp } = this.#parts;
    const before = this.#marks;
    this.#marks = await reviews.marks(this.#reviewsHere());
    for (const [reviewId, marks] of this.#marks) {
      const was = before.get(reviewId);
      for (const topic of was ? topics.filter((each) => markOf(marks, each) !== markOf(was, each)) : [])
        audience.changedHere(reviewId, topic);
      const shown = facilitation.shownVersion(reviewId);
      if (shown === null || shown === marks.meeting) continue;
      caughtUp();
      await facilitation.announce(reviewId);
    }
  }
}

const topics: readonly ChangedTopic[] = ['action-items', 'publication', 'review', 'snapshots'];

const markOf = (marks: ReviewMarks, topic: ChangedTopic): string =>
  topic === 'action-items' ? marks.actionItems : marks[topic];
