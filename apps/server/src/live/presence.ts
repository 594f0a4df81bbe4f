// Who is in which room now: a person is there as long as one of their browsers is connected to any node. Each node says
// who is connected to it, at once when that changes and again every two seconds; one that falls silent is gone.
// Rules: ../scaling/SPEC N5, N5a.
import { leadGraceMs } from '@hearth/review/facilitation/lead';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import { systemClock, type Clock } from '@hearth/sync/clock';
import type { NodeMessage, OtherNodes } from './other-nodes.ts';

const sayEveryMs = 2_000;
/** Three missed in a row, and some for a busy moment. */
const silenceMs = 7_000;

interface NodePeople {
  rooms: Map<ReviewId, ReadonlySet<ParticipantId>>;
  heardAtMs: number;
}

export class Presence {
  readonly #nodes: OtherNodes;
  readonly #clock: Clock;
  readonly #onOthers: (reviewId: ReviewId) => void;
  /** How many browsers each person has here. */
  readonly #rooms = new Map<ReviewId, Map<ParticipantId, number>>();
  readonly #others = new Map<string, NodePeople>();
  /** Who left which node lately, and when. */
  #left: { reviewId: ReviewId; participantId: ParticipantId; atMs: number }[] = [];
  readonly #startedAtMs: number;
  #stop: () => void;

  /** @param onOthers  told when people of another node came to a review or left it. */
  constructor(nodes: OtherNodes, onOthers: (reviewId: ReviewId) => void, clock: Clock = systemClock) {
    this.#nodes = nodes;
    this.#clock = clock;
    this.#onOthers = onOthers;
    this.#startedAtMs = clock.nowMs();
    nodes.onMessage((message, from) => this.#hear(message, from));
    nodes.onReturn(() => this.#sayAll());
    this.#stop = clock.after(sayEveryMs, () => this.#beat());
  }

  /** @returns whether the person was not there before. */
  enter(reviewId: ReviewId, participantId: ParticipantId): boolean {
    const wasHere = this.isHere(reviewId, participantId);
    const room = this.#rooms.get(reviewId) ?? new Map<ParticipantId, number>();
    this.#rooms.set(reviewId, room);
    const browsers = room.get(participantId) ?? 0;
    room.set(participantId, browsers + 1);
    if (browsers === 0) this.#say(reviewId);
    return !wasHere;
  }

  /** @returns whether that was their last browser. */
  leave(reviewId: ReviewId, participantId: ParticipantId): boolean {
    const room = this.#rooms.get(reviewId);
    const browsers = room?.get(participantId) ?? 0;
    if (browsers > 1) room?.set(participantId, browsers - 1);
    else room?.delete(participantId);
    if (room?.size === 0) this.#rooms.delete(reviewId);
    if (browsers !== 1) return false;
    this.#noteLeft(reviewId, [participantId], this.#clock.nowMs());
    this.#say(reviewId);
    return !this.isHere(reviewId, participantId);
  }

  isHere(reviewId: ReviewId, participantId: ParticipantId): boolean {
    if (this.#rooms.get(reviewId)?.has(participantId)) return true;
    return [...this.#others.values()].some(({ rooms }) => rooms.get(reviewId)?.has(participantId));
  }

  /** Whether somebody who is not here was so a moment ago: they may only be reloading, or come back by another node. */
  hasJustLeft(reviewId: ReviewId, participantId: ParticipantId): boolean {
    if (this.isHere(reviewId, participantId)) return false;
    const sinceMs = this.#clock.nowMs() - leadGraceMs;
    // Whoever has just started knows of nobody who left before.
    if (this.#startedAtMs > sinceMs) return true;
    return this.#left.some(
      (one) => one.reviewId === reviewId && one.participantId === participantId && one.atMs > sinceMs,
    );
  }

  /** Everybody who is there now, in no order that means anything. */
  peopleIn(reviewId: ReviewId): ParticipantId[] {
    const others = [...this.#others.values()].flatMap(({ rooms }) => [...(rooms.get(reviewId) ?? [])]);
    return [...new Set([...this.#peopleOf(reviewId), ...others])];
  }

  isEmpty(reviewId: ReviewId): boolean {
    return !this.#rooms.has(reviewId) && ![...this.#others.values()].some(({ rooms }) => rooms.has(reviewId));
  }

  /** Reviews with somebody connected to this node. */
  reviewsHere(): ReviewId[] {
    return [...this.#rooms.keys()];
  }

  /** Says goodbye for everybody of this node. */
  close(): void {
    this.#stop();
    this.#nodes.tell({ kind: 'all-here', reviews: [] });
  }

  #beat(): void {
    this.#sayAll();
    this.#forgetSilent();
    const sinceMs = this.#clock.nowMs() - leadGraceMs;
    this.#left = this.#left.filter(({ atMs }) => atMs > sinceMs);
    this.#stop = this.#clock.after(sayEveryMs, () => this.#beat());
  }

  #noteLeft(reviewId: ReviewId, people: readonly ParticipantId[], atMs: number): void {
    for (const participantId of people) this.#left.push({ reviewId, participantId, atMs });
  }

  #say(reviewId: ReviewId): void {
    this.#nodes.tell({ kind: 'here', reviewId, people: this.#peopleOf(reviewId) });
  }

  #sayAll(): void {
    const reviews = this.reviewsHere().map((id): [ReviewId, ParticipantId[]] => [id, this.#peopleOf(id)]);
    this.#nodes.tell({ kind: 'all-here', reviews });
  }

  #peopleOf(reviewId: ReviewId): ParticipantId[] {
    return [...(this.#rooms.get(reviewId)?.keys() ?? [])];
  }

  #hear(message: NodeMessage, from: string): void {
    if (message.kind !== 'here' && message.kind !== 'all-here') return;
    const known = this.#others.get(from);
    const node: NodePeople = known ?? { rooms: new Map(), heardAtMs: 0 };
    node.heardAtMs = this.#clock.nowMs();
    if (!known) {
      // It has just started and knows nobody.
      this.#others.set(from, node);
      this.#sayAll();
    }
    if (message.kind === 'here') {
      this.#become(node, message.reviewId, message.people);
      return;
    }
    const now = new Map(message.reviews);
    for (const reviewId of node.rooms.keys()) if (!now.has(reviewId)) this.#become(node, reviewId, []);
    for (const [reviewId, people] of now) this.#become(node, reviewId, people);
  }

  #become({ rooms }: NodePeople, reviewId: ReviewId, people: readonly ParticipantId[]): void {
    const before = rooms.get(reviewId);
    const after = new Set(people);
    const gone = [...(before ?? [])].filter((person) => !after.has(person));
    this.#noteLeft(reviewId, gone, this.#clock.nowMs());
    if (after.size === 0) rooms.delete(reviewId);
    else rooms.set(reviewId, after);
    if ((before?.size ?? 0) !== after.size || people.some((person) => !before?.has(person))) this.#onOthers(reviewId);
  }

  #forgetSilent(): void {
    const nowMs = this.#clock.nowMs();
    for (const [nodeId, node] of this.#others) {
      // While nothing gets through, nobody's silence means anything.
      if (!this.#nodes.reachable) node.heardAtMs = nowMs;
      if (nowMs - node.heardAtMs <= silenceMs) continue;
      this.#others.delete(nodeId);
      for (const [reviewId, people] of node.rooms) {
        this.#noteLeft(reviewId, [...people], node.heardAtMs);
        this.#onOthers(reviewId);
      }
    }
  }
}
