// Port: what was extracted, what a person decided, and what became of it.
import type { ActionItem, ActionItemChange, Proposal, ProposalDecision } from '@hearth/learning/action-items/model';
import type { ReviewId } from '@hearth/review/ids';

export type ChangeOutcome =
  | { ok: true; item: ActionItem }
  | { ok: false; reason: 'not-found' }
  | { ok: false; reason: 'conflict'; item: ActionItem };
export type DecisionOutcome =
  | { ok: true; proposal: Proposal; item: ActionItem | null }
  | { ok: false; reason: 'not-found' | 'already-decided' };

export interface ActionItemStore {
  listProposals(reviewId: ReviewId): Promise<Proposal[]>;
  /**
   * Replaces the undecided proposals of a review by these and leaves every decided one alone, in one commit.
   * Proposals are matched by id; ids of decided ones among them are skipped.
   * @returns all proposals of the review, as `listProposals` does.
   */
  replaceUndecided(reviewId: ReviewId, proposals: readonly Proposal[]): Promise<Proposal[]>;
  /** Confirms (and creates the action), dismisses, or takes a dismissal back. */
  decide(reviewId: ReviewId, proposalId: string, decision: ProposalDecision): Promise<DecisionOutcome>;

  find(id: string): Promise<ActionItem | null>;
  /** Actions of these reviews; of all when `reviewIds` is null. */
  list(reviewIds: readonly ReviewId[] | null): Promise<ActionItem[]>;
  /** Applies the change only if the stored version is `expectedVersion`. */
  change(id: string, expectedVersion: number, change: ActionItemChange, nowMs: number): Promise<ChangeOutcome>;
}
