// Worker thread: finds the change that turns a board into what it was.
import { compareBoards } from '@hearth/board/compare';
import { restoreBoard } from '@hearth/board/restore';
import { snapshotOf } from '@hearth/board/snapshot';
import * as Y from 'yjs';
import { answerWith } from '../background/thread.ts';
import { updateAt, type UpdateRun } from './replay.ts';

export interface RestoreInput {
  present: Uint8Array;
  /** A whole state, and the updates after it that belong to the moment. */
  target: { state: Uint8Array | null; updates: UpdateRun | null };
}

export interface RestoreChange {
  /** One Yjs update, to be applied to `present`; null where nothing differs. */
  update: Uint8Array | null;
  cameBack: number;
  went: number;
  changed: number;
  paragraphs: number;
}

const origin = {};

answerWith(({ present, target }: RestoreInput): RestoreChange => {
  const wanted = new Y.Doc();
  if (target.state) Y.applyUpdate(wanted, target.state);
  for (let index = 0; index < (target.updates?.ends.length ?? 0); index += 1)
    if (target.updates) Y.applyUpdate(wanted, updateAt(target.updates, index));
  const live = new Y.Doc();
  Y.applyUpdate(live, present);
  const difference = compareBoards(snapshotOf(live), snapshotOf(wanted));
  let update: Uint8Array | null = null;
  // What this one transaction wrote, and not all that was ever deleted.
  live.on('update', (change: Uint8Array) => {
    update = change;
  });
  restoreBoard(live, wanted, origin);
  for (const doc of [wanted, live]) doc.destroy();
  return {
    update,
    cameBack: difference.added.length,
    went: difference.removed.length,
    changed: difference.changed.length + difference.moved.length,
    paragraphs: difference.narrative.length,
  };
});
