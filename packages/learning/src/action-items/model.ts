// Improvement actions and the proposals they come from (DOMAIN 4.1, 4.2). Shapes only.
import type { CardId, ReviewId } from '@hearth/review/ids';

export const priorities = ['P1', 'P2', 'P3'] as const;
export type Priority = (typeof priorities)[number];

export const actionKinds = ['human', 'technical'] as const;
export type ActionKind = (typeof actionKinds)[number];

export const actionStatuses = ['open', 'in_progress', 'blocked', 'completed', 'wont_do'] as const;
export type ActionStatus = (typeof actionStatuses)[number];

export const statusNames: Record<ActionStatus, string> = {
  open: 'Open',
  in_progress: 'In progress',
  blocked: 'Blocked',
  completed: 'Completed',
  wont_do: 'Will not do',
};

/** Where an action came from: the card, or the sentence of the narrative. */
export type ActionSource = { kind: 'card'; cardId: CardId; sentence: string } | { kind: 'narrative'; sentence: string };

export interface ActionFields {
  text: string;
  /** As written: a name, a mention, a team. */
  owner: string | null;
  /** Calendar day, YYYY-MM-DD. */
  due: string | null;
  priority: Priority | null;
  kind: ActionKind | null;
  /** Address or key of a ticket. */
  ticket: string | null;
}

/** In characters. */
export const actionLimits = { text: 2000, owner: 120, ticket: 500, completionNote: 4000 } as const;

/** Something that reads like an action and waits for a person to decide. */
export interface Proposal extends ActionFields {
  /** Stable across extractions: derived from its source, see `reconcile`. */
  id: string;
  reviewId: ReviewId;
  source: ActionSource;
  state: 'proposed' | 'confirmed' | 'dismissed';
  /** The action that a confirmation made. */
  actionItemId: string | null;
}

export type ProposalDecision =
  | { kind: 'confirm'; itemId: string; fields: ActionFields; nowMs: number }
  | { kind: 'dismiss' }
  | { kind: 'restore' };

export interface ActionItem extends ActionFields {
  id: string;
  reviewId: ReviewId;
  source: ActionSource;
  status: ActionStatus;
  completionNote: string;
  createdAtMs: number;
  updatedAtMs: number;
  completedAtMs: number | null;
  /** Grows by one at each change; a change names the version it was made on. */
  version: number;
}

export type ActionItemChange = Partial<ActionFields & Pick<ActionItem, 'status' | 'completionNote'>>;
