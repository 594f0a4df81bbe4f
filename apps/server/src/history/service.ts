// Looking back at a board and going back: every moment in one piece, and a restore as a change like any other.
import { createHash } from 'node:crypto';
import type { RestoreTarget, RestoredBody } from '@hearth/protocol/http/history';
import type { ErrorCode } from '@hearth/protocol/errors';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import type { Review } from '@hearth/store/ports/reviews';
import type { Store } from '@hearth/store/ports/store';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import { boardDocument, type Boards } from '../live/boards.ts';
import { snapshotBody, type ReviewService } from '../reviews/service.ts';
import { packRun, type NamedState, type ReplayInput } from './replay.ts';
import type { RestoreChange, RestoreInput } from './restore-worker.ts';

export type RestoreOutcome = { ok: true; restored: RestoredBody } | { ok: false; code: ErrorCode };

/** Where the change goes: to the log first, then to everybody who has the board open. */
export interface WritesBoards {
  applyServerUpdate(document: string, update: Uint8Array): Promise<{ ok: true } | { ok: false; code: ErrorCode }>;
}

interface Parts {
  store: Pick<Store, 'history' | 'reviews' | 'updateLog'>;
  boards: Boards;
  reviews: ReviewService;
  rooms: WritesBoards;
  watch: (task: 'replay-board' | 'restore-board') => TaskWatch;
}

/** Hundreds of thousands of changes, on a slow machine. */
const replayCapMs = 30_000;
const restoreCapMs = 15_000;
/** Several people look at the same board; a handful of boards are looked at on one day. */
const keptHistories = 8;

export class HistoryService {
  readonly #parts: Parts;
  readonly #replay: BackgroundTask<ReplayInput, Uint8Array>;
  readonly #restore: BackgroundTask<RestoreInput, RestoreChange>;
  /** JSON of histories by review, the one asked for last at the end. */
  readonly #known = new Map<ReviewId, { key: string; json: Promise<Uint8Array> }>();
  /** Restores of one board come one after the other: two at once would both write what is missing. */
  readonly #turns = new Map<ReviewId, Promise<unknown>>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#replay = new BackgroundTask(
      new URL('./replay-worker.ts', import.meta.url),
      replayCapMs,
      parts.watch('replay-board'),
    );
    this.#restore = new BackgroundTask(
      new URL('./restore-worker.ts', import.meta.url),
      restoreCapMs,
      parts.watch('restore-board'),
    );
  }

  /** @returns a `HistoryBody` as JSON; null when there is no such review. @throws when the log can't be read. */
  async read(reviewId: ReviewId): Promise<Uint8Array | null> {
    const review = await this.#parts.reviews.find(reviewId);
    if (!review) return null;
    const snapshots = await this.#parts.store.reviews.listSnapshots(reviewId);
    const stages = stagesOf(review);
    const key = createHash('sha256')
      .update(JSON.stringify([await this.#head(reviewId), snapshots.map(({ id }) => id), stages]))
      .digest('base64');
    const known = this.#known.get(reviewId);
    if (known?.key === key) return known.json;
    const json = this.#build(reviewId, stages);
    this.#known.delete(reviewId);
    this.#known.set(reviewId, { key, json });
    for (const oldest of [...this.#known.keys()].slice(0, -keptHistories)) this.#known.delete(oldest);
    json.catch(() => {
      if (this.#known.get(reviewId)?.json === json) this.#known.delete(reviewId);
    });
    return json;
  }

  /** What may have changed since. @param asking  whoever asks is not told of themselves. */
  async now(reviewId: ReviewId, asking: ParticipantId): Promise<{ seq: number; inside: string[] }> {
    const [seq, inside] = await Promise.all([this.#head(reviewId), this.#parts.reviews.inside(reviewId, asking)]);
    return { seq, inside };
  }

  /** Names the present, then changes the board into what it was. */
  restore(reviewId: ReviewId, to: RestoreTarget, name: string): Promise<RestoreOutcome> {
    const before = this.#turns.get(reviewId) ?? Promise.resolve();
    const mine = before.then(
      () => this.#restoreNow(reviewId, to, name),
      () => this.#restoreNow(reviewId, to, name),
    );
    this.#turns.set(reviewId, mine);
    return mine.finally(() => {
      if (this.#turns.get(reviewId) === mine) this.#turns.delete(reviewId);
    });
  }

  async close(): Promise<void> {
    await Promise.all([this.#replay.close(), this.#restore.close()]);
  }

  async #restoreNow(reviewId: ReviewId, to: RestoreTarget, name: string): Promise<RestoreOutcome> {
    const { boards, reviews, rooms } = this.#parts;
    const target = await this.#targetOf(reviewId, to);
    if (target === null) return { ok: false, code: 'HEARTH_NOT_FOUND' };
    const present = await boards.state(reviewId);
    const outcome = await this.#restore.run({ present, target });
    if (!outcome.ok) throw new Error(`a board could not be restored: ${outcome.reason}`);
    const { update, ...counts } = outcome.output;
    if (update === null) return { ok: true, restored: { undo: null, ...counts } };
    // Before anything changes: what is there now can be had again.
    const as = { kind: 'on-demand', name: `Before restoring ${name}`.slice(0, 120), stageId: null } as const;
    const { head } = await reviews.keepState(reviewId, as, present);
    const applied = await rooms.applyServerUpdate(boardDocument(reviewId), update);
    if (!applied.ok) return { ok: false, code: applied.code };
    return { ok: true, restored: { undo: snapshotBody(head), ...counts } };
  }

  /** @returns null for a moment that is not kept, or never was. */
  async #targetOf(reviewId: ReviewId, to: RestoreTarget): Promise<RestoreInput['target'] | null> {
    const { store } = this.#parts;
    if (to.kind === 'snapshot') {
      const found = await store.reviews.findSnapshot(reviewId, to.id);
      return found && { state: found.state, updates: null };
    }
    const { start, updates } = await store.history.replay(boardDocument(reviewId));
    const last = updates.at(-1)?.seq ?? start?.seq ?? 0;
    if (to.seq > last || to.seq < (start?.seq ?? 1)) return null;
    return { state: start?.state ?? null, updates: packRun(updates.filter(({ seq }) => seq <= to.seq)) };
  }

  async #build(reviewId: ReviewId, stages: ReplayInput['stages']): Promise<Uint8Array> {
    const { store } = this.#parts;
    const snapshots: NamedState[] = [];
    for (const { id } of await store.reviews.listSnapshots(reviewId)) {
      const found = await store.reviews.findSnapshot(reviewId, id);
      if (!found) continue;
      const { state, ...head } = found;
      const { bytes: _, ...shown } = snapshotBody(head);
      snapshots.push({ head: shown, state });
    }
    const { start, updates } = await store.history.replay(boardDocument(reviewId));
    const outcome = await this.#replay.run({ start, updates: packRun(updates), snapshots, stages });
    if (!outcome.ok) throw new Error(`a history could not be built: ${outcome.reason}`);
    return outcome.output;
  }

  async #head(reviewId: ReviewId): Promise<number> {
    const document = boardDocument(reviewId);
    return (await this.#parts.store.updateLog.heads([document])).get(document) ?? 0;
  }
}

const stagesOf = ({ meeting }: Review): ReplayInput['stages'] =>
  meeting.visits.flatMap(({ stageId, enteredMs, leftMs }) => {
    const stage = meeting.stages.find(({ id }) => id === stageId);
    return stage ? [{ name: stage.name, zone: stage.zone, from: enteredMs, to: leftMs }] : [];
  });
