// Private writing: who may open a draft, and how the drafts of a round come onto the board. Rules: SPEC.
import { draftDocument, type Draft, type Thought } from '@hearth/board/drafts';
import type { DraftCount, DraftsView } from '@hearth/protocol/facilitation';
import type { ErrorCode } from '@hearth/protocol/errors';
import type { FacilitationState, Writing } from '@hearth/review/facilitation/state';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Attribution } from '@hearth/review/templates/template';
import type { Participant } from '@hearth/store/ports/access';
import type { Store } from '@hearth/store/ports/store';
import type { Rooms } from '@hearth/sync/rooms';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { WallClock } from '../clock.ts';
import { boardDocument } from '../live/boards.ts';
import type { OtherNodes } from '../live/other-nodes.ts';
import { newId } from '../secrets.ts';
import { DraftCounts } from './counts.ts';
import type { RevealChange, RevealInput } from './reveal-worker.ts';

interface Parts {
  store: Store;
  rooms: Pick<Rooms, 'snapshotState' | 'applyServerUpdate' | 'disconnect'>;
  nodes: OtherNodes;
  clock: WallClock;
  /** Says that the thoughts are on the board. */
  finish: (reviewId: ReviewId) => Promise<void>;
  /** Counts have changed. */
  announce: (reviewId: ReviewId) => void;
  watch: TaskWatch;
  onFailure: (error: unknown) => void;
}

type Revealing = Writing & { phase: 'revealing' };

const revealCapMs = 15_000;
/** After the announcement, for what is on its way; well before the reveal, also where news take a second. */
const closeAfterMs = 1_500;
const tryAgainMs = 2_000;
const leaseMs = 60_000;
/** A draft that is written to while it is read is read again. Nobody can keep that up: it is closed. */
const attempts = 5;

export class DraftService {
  readonly #parts: Parts;
  readonly #holder = newId();
  readonly #counts = new DraftCounts();
  readonly #worker: BackgroundTask<RevealInput, RevealChange>;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #underWay = new Map<ReviewId, Promise<void>>();
  #closing = false;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#worker = new BackgroundTask(new URL('./reveal-worker.ts', import.meta.url), revealCapMs, parts.watch);
    parts.nodes.onMessage((message) => {
      if (message.kind !== 'drafting') return;
      const { reviewId, participantId, round, thoughts, inProgress } = message;
      if (this.#counts.tell(reviewId, participantId, { round, thoughts, inProgress })) parts.announce(reviewId);
    });
  }

  /** @returns the document's name, or null where there is nothing for this person. */
  async documentOf(seat: Participant, participantId: string, round: number): Promise<string | null> {
    if (seat.id !== participantId) return null;
    const review = await this.#parts.store.reviews.find(seat.reviewId);
    const writing = review?.meeting.writing;
    if (writing?.phase !== 'private' || writing.round !== round) return null;
    return draftDocument(seat.reviewId, seat.id, round);
  }

  /** Somebody says how much they have written. */
  count({ reviewId, id: participantId }: Participant, told: DraftCount & { round: number }): void {
    if (!this.#counts.tell(reviewId, participantId, told)) return;
    this.#parts.announce(reviewId);
    const { round, thoughts, inProgress } = told;
    this.#parts.nodes.tell({ kind: 'drafting', reviewId, participantId, round, thoughts, inProgress });
  }

  view(reviewId: ReviewId, state: FacilitationState): DraftsView | null {
    return this.#counts.view(reviewId, state);
  }

  /** The meeting stands so now: drafts of other rounds are closed, and an announced reveal is carried out. */
  follow(reviewId: ReviewId, { writing }: FacilitationState): void {
    if (!writing || writing.phase === 'private') return;
    if (writing.phase === 'open') {
      this.#closeDrafts(reviewId, writing.round);
      return;
    }
    this.#after(`close ${reviewId}`, closeAfterMs, () => this.#closeDrafts(reviewId, writing.round));
    this.#after(`reveal ${reviewId}`, Math.max(closeAfterMs, writing.revealAtMs - this.#parts.clock.nowMs()), () =>
      this.#start(reviewId),
    );
  }

  /** Puts thoughts that did not arrive in time onto the board. */
  async addLate(
    seat: Participant,
    thoughts: readonly Thought[],
  ): Promise<{ ok: true } | { ok: false; code: ErrorCode }> {
    const drafts = [{ author: { id: seat.id, name: seat.name }, thoughts }];
    return this.#write(seat.reviewId, drafts, 'attributed');
  }

  async close(): Promise<void> {
    this.#closing = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    await Promise.all(this.#underWay.values());
    await this.#worker.close();
  }

  /** Once for each name at a time. */
  #after(name: string, waitMs: number, run: () => void): void {
    if (this.#closing || this.#timers.has(name)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      run();
    }, waitMs);
    this.#timers.set(name, timer);
  }

  /** Those of a round, and of any before it. */
  #closeDrafts(reviewId: ReviewId, upTo: number): void {
    const prefix = `draft/${reviewId}/`;
    this.#parts.rooms.disconnect(
      ({ document }) => document.startsWith(prefix) && Number(document.slice(document.lastIndexOf('/') + 1)) <= upTo,
      'HEARTH_NOT_FOUND',
    );
  }

  #start(reviewId: ReviewId): void {
    if (this.#closing || this.#underWay.has(reviewId)) return;
    const done = this.#reveal(reviewId)
      .catch((error: unknown) => {
        this.#parts.onFailure(error);
        return false;
      })
      .then((isDone) => {
        this.#underWay.delete(reviewId);
        if (!isDone) this.#after(`reveal ${reviewId}`, tryAgainMs, () => this.#start(reviewId));
      });
    this.#underWay.set(reviewId, done);
  }

  /** @returns whether there is nothing left to do. */
  async #reveal(reviewId: ReviewId): Promise<boolean> {
    const { store, finish } = this.#parts;
    const review = await store.reviews.find(reviewId);
    const writing = review?.meeting.writing;
    if (writing?.phase !== 'revealing') return true;
    const lease = `reveal/${reviewId}`;
    if (!(await store.leases.take(lease, this.#holder, leaseMs))) return false;
    try {
      this.#closeDrafts(reviewId, writing.round);
      for (let attempt = 0; attempt < attempts; attempt += 1) {
        if (!(await this.#copy(reviewId, writing))) continue;
        await finish(reviewId);
        return true;
      }
      return false;
    } finally {
      await store.leases.release(lease, this.#holder);
    }
  }

  /** @returns false when a draft was written to meanwhile: it is still there, and so is everything on the board. */
  async #copy(reviewId: ReviewId, { round, attribution }: Revealing): Promise<boolean> {
    const { store } = this.#parts;
    const people = await store.access.listParticipants(reviewId);
    const nameOf = (id: ParticipantId): string => draftDocument(reviewId, id, round);
    const heads = await store.updateLog.heads(people.map(({ id }) => nameOf(id)));
    const found = people.filter(({ id }) => heads.has(nameOf(id)));
    const drafts = await Promise.all(
      found.map(async ({ id, name }) => {
        const { snapshot, snapshotSeq, updates } = await store.updateLog.load(nameOf(id));
        return {
          author: { id, name },
          thoughts: [...(snapshot ? [snapshot] : []), ...updates.map(({ update }) => update)],
          seq: updates.at(-1)?.seq ?? snapshotSeq,
        };
      }),
    );
    const written = await this.#write(
      reviewId,
      drafts.map(({ author, thoughts }) => ({ author, thoughts })),
      attribution,
    );
    if (!written.ok) throw new Error(`a reveal was refused: ${written.code}`);
    const forgotten = await Promise.all(drafts.map(({ author, seq }) => store.history.forget(nameOf(author.id), seq)));
    return forgotten.every(Boolean);
  }

  async #write(
    reviewId: ReviewId,
    drafts: readonly { author: Draft['author']; thoughts: readonly Uint8Array[] | readonly Thought[] }[],
    attribution: Attribution,
  ): Promise<{ ok: true } | { ok: false; code: ErrorCode }> {
    const { rooms, clock } = this.#parts;
    const document = boardDocument(reviewId);
    const board = await rooms.snapshotState(document);
    const outcome = await this.#worker.run({ board, drafts, attribution, nowMs: clock.nowMs() });
    if (!outcome.ok) throw new Error(`drafts could not be read: ${outcome.reason}`);
    return outcome.output === null ? { ok: true } : rooms.applyServerUpdate(document, outcome.output);
  }
}
