// Improvement actions: extracted from the board, decided by a person, followed in the tracker.
import { changeRefusal, type ChangeRefusal } from '@hearth/learning/action-items/change';
import type {
  ActionFields,
  ActionItem,
  ActionItemChange,
  Proposal,
  ProposalDecision,
} from '@hearth/learning/action-items/model';
import { isEarly, soakOf } from '@hearth/learning/action-items/soak';
import { reconcile, type ExtractedItem } from '@hearth/learning/action-items/reconcile';
import { dayOf } from '@hearth/review/time/wall-time';
import type { ReadyToConfirm, TrackedItem } from '@hearth/protocol/http/action-items';
import type { ReviewId } from '@hearth/review/ids';
import type { Session } from '@hearth/store/ports/access';
import type { ActionItemStore, ChangeOutcome, DecisionOutcome } from '@hearth/store/ports/action-items';
import type { Review } from '@hearth/store/ports/reviews';
import { BackgroundTask, type TaskWatch } from '../background/task.ts';
import type { WallClock } from '../clock.ts';
import type { Boards } from '../live/boards.ts';
import type { ReviewService } from '../reviews/service.ts';
import { newId } from '../secrets.ts';
import type { BoardToSearch } from './collect-worker.ts';

export type ExtractionOutcome = { ok: true; proposals: Proposal[] } | { ok: false; reason: 'no-review' | 'too-slow' };
export type ItemChangeOutcome = ChangeOutcome | { ok: false; reason: ChangeRefusal };
/** Nobody has slept on it. */
export type EarlyOutcome = { ok: false; reason: 'still-soaking' };

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

  /** @param early  whoever confirms knows that the soak time is not over. */
  async confirm(
    reviewId: ReviewId,
    proposalId: string,
    fields: ActionFields,
    early: boolean,
  ): Promise<DecisionOutcome | EarlyOutcome> {
    const nowMs = this.#clock.nowMs();
    const review = await this.#reviews.find(reviewId);
    if (review && !early && isEarly(soakOf(review.meeting, review.incident.zone, nowMs)))
      return { ok: false, reason: 'still-soaking' };
    return this.#store.decide(reviewId, proposalId, { kind: 'confirm', itemId: newId(), fields, nowMs });
  }

  async decide(
    reviewId: ReviewId,
    proposalId: string,
    kind: Exclude<ProposalDecision['kind'], 'confirm'>,
  ): Promise<DecisionOutcome> {
    return this.#store.decide(reviewId, proposalId, { kind });
  }

  /** Actions of every review that a session may read, and where proposals have soaked long enough. */
  async tracker(session: Session): Promise<{ items: TrackedItem[]; ready: ReadyToConfirm[] }> {
    const [readable, reviews] = await Promise.all([this.#reviews.readableBy(session), this.#reviews.all()]);
    const titles = new Map(reviews.map(({ id, incident }) => [id, incident.title]));
    const items = await this.#store.list(readable);
    const ready = await this.#ready(reviews.filter(({ id }) => readable === null || readable.includes(id)));
    return { items: items.map((item) => ({ ...item, reviewTitle: titles.get(item.reviewId) ?? '' })), ready };
  }

  async #ready(reviews: readonly Review[]): Promise<ReadyToConfirm[]> {
    const nowMs = this.#clock.nowMs();
    const ready = await Promise.all(
      reviews.map(async ({ id, incident, meeting }): Promise<ReadyToConfirm[]> => {
        const soak = soakOf(meeting, incident.zone, nowMs);
        if (soak.kind !== 'soaked') return [];
        const proposals = (await this.#store.listProposals(id)).filter(({ state }) => state === 'proposed').length;
        if (proposals === 0) return [];
        return [{ reviewId: id, reviewTitle: incident.title, proposals, sinceMs: soak.sinceMs }];
      }),
    );
    return ready.flat().toSorted((a, b) => a.sinceMs - b.sinceMs);
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
