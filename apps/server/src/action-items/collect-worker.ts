// Worker thread: finds what reads like an action in the state of a board.
import { snapshotOf } from '@hearth/board/snapshot';
import { collectActions } from '@hearth/learning/action-items/collect';
import type { ExtractedItem } from '@hearth/learning/action-items/reconcile';
import * as Y from 'yjs';
import { answerWith } from '../background/thread.ts';

export interface BoardToSearch {
  state: Uint8Array;
  /** Calendar day for dates in plain words, YYYY-MM-DD. */
  today: string;
}

answerWith(({ state, today }: BoardToSearch): ExtractedItem[] => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const items = collectActions(snapshotOf(doc), today);
  doc.destroy();
  return items;
});
