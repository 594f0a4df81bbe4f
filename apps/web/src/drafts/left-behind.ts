// What this device still holds of a round that is over: written without a network, or in a tab that was closed too soon.
// Rules: SPEC V4.
import { draftDocument, readThoughts, type Thought } from '@hearth/board/drafts';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { IndexedDbPendingStore } from '../live/indexed-db-pending-store.ts';
import { randomId } from '../live/random-id.ts';
import type { PendingStore, PendingUpdate } from '../live/pending-store.ts';

export interface LeftBehind {
  thoughts: Thought[];
  /** They are on the board, or were put aside: nothing of them stays here. */
  forget(): Promise<void>;
  /** Leaves it to the next visit. */
  close(): void;
}

/** Never rejects: a device that keeps nothing has left nothing behind. */
export const readLeftBehind = async (
  reviewId: ReviewId,
  participantId: ParticipantId,
  round: number,
  store: PendingStore = new IndexedDbPendingStore(),
): Promise<LeftBehind> => {
  const tab = store.announce(randomId());
  let changes: PendingUpdate[] = [];
  try {
    changes = await tab.adopt(draftDocument(reviewId, participantId, round));
  } catch {
    // Nothing is kept here.
  }
  return {
    thoughts: thoughtsIn(changes),
    forget: () => store.forget(changes).catch(() => undefined),
    close: () => tab.close(),
  };
};

const thoughtsIn = (changes: readonly PendingUpdate[]): Thought[] => {
  const doc = new Y.Doc();
  for (const { update } of changes) {
    try {
      Y.applyUpdate(doc, update);
    } catch {
      // One that can't be read must not take the others with it.
    }
  }
  const thoughts = readThoughts(doc);
  doc.destroy();
  return thoughts;
};
