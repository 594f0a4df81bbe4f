// Worker thread: turns the state of a board into its snapshot, off the event loop.
import { snapshotOf, type BoardSnapshot } from '@hearth/board/snapshot';
import * as Y from 'yjs';
import { answerWith } from '../background/thread.ts';

answerWith((state: Uint8Array): BoardSnapshot => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const snapshot = snapshotOf(doc);
  doc.destroy();
  return snapshot;
});
