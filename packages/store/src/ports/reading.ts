// Port: one state of the database, read from beside the server. For the command line. Rules: SPEC B5.
import type { UpdateLog } from '@hearth/sync/update-log';
import type { AccessStore } from './access.ts';
import type { ActionItemStore } from './action-items.ts';
import type { FeedbackStore } from './feedback.ts';
import type { PublishingStore } from './publishing.ts';
import type { ReviewStore } from './reviews.ts';

export interface Reading {
  reviews: Pick<ReviewStore, 'list' | 'find' | 'listSnapshots'>;
  access: Pick<AccessStore, 'listParticipants'>;
  actionItems: Pick<ActionItemStore, 'list' | 'listProposals'>;
  publishing: Pick<PublishingStore, 'findByReview'>;
  feedback: Pick<FeedbackStore, 'answers'>;
  updateLog: Pick<UpdateLog, 'load'>;
}

/**
 * Lets `work` read one state of the database, whatever the server writes meanwhile.
 * @throws StoreError  `cannot-open`, `newer-schema`, `older-schema`.
 */
export type ReadOnce = <T>(work: (reading: Reading) => Promise<T>) => Promise<T>;
