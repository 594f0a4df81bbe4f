// Undo and redo while zones are locked: a step that would write into one is refused. Loaded when something is locked.
import { agendaZoneOf } from '@hearth/board/zones';
import { zonesOfRanges } from '@hearth/board/zones-touched';
import type { BoardSession } from './session.tsx';

export type TurnedBack = 'done' | 'nothing' | 'locked';

/** Takes back, or does again, one step of one's own. */
export const turnBackUnlessLocked = (
  { doc, writer, lockedNow }: Pick<BoardSession, 'doc' | 'writer' | 'lockedNow'>,
  which: 'undo' | 'redo',
): TurnedBack => {
  const { undo } = writer;
  const steps = which === 'undo' ? undo.undoStack : undo.redoStack;
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    const touched = zonesOfRanges(doc, [step.insertions, step.deletions]);
    if ([...lockedNow()].some((zone) => touched.has(agendaZoneOf(zone)))) return 'locked';
    // Where a step has nothing left to do, Yjs goes on to the next, unasked.
    const before = steps.splice(0, steps.length - 1);
    const done = undo[which]();
    steps.unshift(...before);
    if (done !== null) return 'done';
  }
  return 'nothing';
};
