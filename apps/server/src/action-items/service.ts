// Improvement actions: extracted from the board, decided by a person, followed in the tracker.
import { changeRefusal, type ChangeRefusal } from '@hearth/learning/action-items/change';
import type {
  ActionFields,
  ActionItem,
  ActionItemChange,
  Proposal,
  ProposalDecision,
} from '@hearth/learning/action-items/model';
import { reconcile, type ExtractedItem } from '@hearth/learning/action-items/reconcile';
import { dayOf } from '@hearth/review/time/wall-time';
import type { TrackedItem } from '@hearth/protocol/http/action-items';
import type { ReviewId } from '@hearth/review/ids';
import type { Session } from '@hearth/store/ports/access';
import type { ActionItemStore, ChangeOutcome, DecisionOutcome } from '@hearth/store/ports/action-items';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { WallClock } from '../clock.ts';
import type { Boards } from '../live/boards.ts';
import type { ReviewService } from '../reviews/service.ts';
import { newId } from '../secrets.ts';
import type { BoardToSearch } from './collect-worker.ts';

export type ExtractionOutcome = { ok: true; proposals: Proposal[] } | { ok: false; reason: 'no-review' | 'too-slow' };
export type ItemChangeOutcome = ChangeOutcome | { ok: false; reason: ChangeRefusal };

const searchCapMs = 10_000;

export class ActionItemService {
  readonly #store: ActionItemStore;
  readonly #reviews: ReviewService;
  readonly #boards: Boards;
  readonly #clock: WallClock;
  readonly #search: BackgroundTask<BoardToSearch, ExtractedItem[]>;

  constructor(store: ActionItemStore, reviews: ReviewService, boards: Boards, clock: WallClock, watch?: TaskWatch) {
    this.#store = store;
    this.#reviews = reviews;
    this.#boards = boards;
    this.#clock = clock;
    this.#search = new BackgroundTask(new URL('./collect-worker.ts', import.meta.url), searchCapMs, watch);
  }

  /** Looks for actions on the board and in the narrative. Whatever a person decided stays decided. */
  async extract(reviewId: ReviewId): Promise<ExtractionOutcome> {
    const review = await this.#reviews.find(reviewId);
    if (!review) return { ok: false, reason: 'no-review' };
    const state = await this.#boards.state(reviewId);
    const today = dayOf(this.#clock.nowMs(), review.incident.zone);
    const found = await this.#search.run({ state, today });
    if (!found.ok) return { ok: false, reason: 'too-slow' };
    const existing = await this.#store.listProposals(reviewId);
    const proposals = await this.#store.replaceUndecided(reviewId, reconcile(existing, found.output, reviewId));
    return { ok: true, proposals };
  }

  async proposals(reviewId: ReviewId): Promise<Proposal[]> {
    return this.#store.listProposals(reviewId);
  }

  async confirm(reviewId: ReviewId, proposalId: string, fields: ActionFields): Promise<DecisionOutcome> {
    const nowMs = this.#clock.nowMs();
    return this.#store.decide(reviewId, proposalId, { kind: 'confirm', itemId: newId(), fields, nowMs });
  }

  async decide(
    reviewId: ReviewId,
    proposalId: string,
    kind: Exclude<ProposalDecision['kind'], 'confirm'>,
  ): Promise<DecisionOutcome> {
    return this.#store.decide(reviewId, proposalId, { kind });
  }

  /** Actions of every review that a session may read. */
  async tracker(session: Session): Promise<TrackedItem[]> {
    const [readable, titles] = await Promise.all([this.#reviews.readableBy(session), this.#reviews.titles()]);
    const items = await this.#store.list(readable);
    return items.map((item) => ({ ...item, reviewTitle: titles.get(item.reviewId) ?? '' }));
  }

  async find(itemId: string): Promise<ActionItem | null> {
    return this.#store.find(itemId);
  }

  async change(item: ActionItem, expectedVersion: number, change: ActionItemChange): Promise<ItemChangeOutcome> {
    const reason = changeRefusal(item, change);
    if (reason !== null && item.version === expectedVersion) return { ok: false, reason };
    return this.#store.change(item.id, expectedVersion, change, this.#clock.nowMs());
  }

  close(): Promise<void> {
    return this.#search.close();
  }
}
