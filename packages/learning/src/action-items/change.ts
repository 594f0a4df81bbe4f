// What a change does to an improvement action, and which changes are refused. Pure. Rules: SPEC K1, K2.
import type { ActionItem, ActionItemChange, ActionStatus } from './model.ts';

export type ChangeRefusal = 'note-required' | 'text-required';

/** Statuses in which nothing is left to do. */
export const isSettled = (status: ActionStatus): boolean => status === 'completed' || status === 'wont_do';

/**
 * Why a change can't be made; null when it can. Every status may follow every other: work comes back.
 * "Will not do" asks for a note, so that a reader learns why; "completed" may carry one.
 */
export const changeRefusal = (item: ActionItem, change: ActionItemChange): ChangeRefusal | null => {
  const after = { ...item, ...change };
  if (after.text.trim() === '') return 'text-required';
  if (after.status === 'wont_do' && after.completionNote.trim() === '') return 'note-required';
  return null;
};

/**
 * The action after an accepted change: one version on, with the time of completion kept by its status.
 * @param nowMs  Unix milliseconds, from the caller's clock.
 */
export const changedItem = (item: ActionItem, change: ActionItemChange, nowMs: number): ActionItem => {
  const after = { ...item, ...change };
  const completedAtMs = after.status === 'completed' ? (item.completedAtMs ?? nowMs) : null;
  return { ...after, completedAtMs, updatedAtMs: nowMs, version: item.version + 1 };
};
