// All ports of one database, opened and closed together.
import type { Leases } from '@hearth/sync/leases';
import type { UpdateLog } from '@hearth/sync/update-log';
import type { AccessStore } from './access.ts';
import type { ActionItemStore } from './action-items.ts';
import type { AttachmentStore } from './attachments.ts';
import type { FeedbackStore } from './feedback.ts';
import type { DocumentHistory } from './history.ts';
import type { PublishingStore } from './publishing.ts';
import type { ReviewStore } from './reviews.ts';
import type { TemplateStore } from './templates.ts';

export interface Store {
  access: AccessStore;
  reviews: ReviewStore;
  actionItems: ActionItemStore;
  attachments: AttachmentStore;
  publishing: PublishingStore;
  templates: TemplateStore;
  feedback: FeedbackStore;
  updateLog: UpdateLog;
  history: DocumentHistory;
  leases: Leases;
  /** Resolves when the database answers; rejects with the cause otherwise. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
