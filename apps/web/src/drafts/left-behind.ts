// What this device still holds of a round that is over: written without a network, or in a tab that was closed too soon.
// Rules: SPEC V4.
import { draftDocument, readThoughts, type Thought } from '@hearth/board/drafts';
import type { ParticipantId, ReviewId } from '@hearth/review/ids';
import * as Y from 'yjs';
import { fillerFor, readEdit } from '../live/edit.ts';
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
      standIn(doc, update);
      Y.applyUpdate(doc, update);
    } catch {
      // One that can't be read must not take the others with it.
    }
  }
  const thoughts = readThoughts(doc);
  doc.destroy();
  return thoughts;
};

/** What a change builds on was revealed and is nowhere else: something empty takes its place, since Yjs takes no gap. */
const standIn = (doc: Y.Doc, update: Uint8Array): void => {
  const { ranges, needs } = readEdit(update);
  const wanted = [
    ...needs.map(({ client, clock }) => ({ client, upTo: clock + 1 })),
    ...ranges.map(({ client, clock }) => ({ client, upTo: clock })),
  ];
  for (const { client, upTo } of wanted) {
    const known = Y.decodeStateVector(Y.encodeStateVector(doc)).get(client) ?? 0;
    if (known < upTo) Y.applyUpdate(doc, fillerFor([{ client, clock: known, end: upTo }]));
  }
};
