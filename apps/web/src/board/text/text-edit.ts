// Edits of one shared text: what a person's typing changed, and where carets stand after someone else's. Pure.

/** `remove` UTF-16 units at `index` give way to `insert`. */
export interface TextEdit {
  index: number;
  remove: number;
  insert: string;
}

/** A run of a Yjs text event: exactly one of the three is set. */
export interface DeltaRun {
  retain?: number;
  insert?: unknown;
  delete?: number;
}

/**
 * The smallest edit from one text to another.
 * @param caret  where the caret stands in `after`: it decides which of several equal letters was typed.
 * @returns null when nothing changed.
 */
export const diffText = (before: string, after: string, caret: number): TextEdit | null => {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  const tail = Math.min(Math.max(0, after.length - caret), most);
  let end = 0;
  while (end < tail && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  let start = 0;
  while (start < most - end && before[start] === after[start]) start++;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  // Half of a surrogate pair is no letter: widen the edit to whole ones.
  if (start > 0 && isLead(before.charCodeAt(start - 1))) start--;
  if (end > 0 && isTrail(before.charCodeAt(before.length - end))) end--;
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
};

const isLead = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

export const applyEdit = (text: string, edit: TextEdit): string =>
  text.slice(0, edit.index) + edit.insert + text.slice(edit.index + edit.remove);

/**
 * Where a position in the text before a delta stands after it.
 * @param sticky  `after` moves behind what was inserted at the very position, `before` stays in front of it.
 */
export const mapIndex = (delta: readonly DeltaRun[], index: number, sticky: 'before' | 'after' = 'before'): number => {
  let old = 0;
  let shift = 0;
  for (const run of delta) {
    if (run.retain !== undefined) old += run.retain;
    else if (run.delete !== undefined) {
      const gone = Math.max(0, Math.min(run.delete, index - old));
      shift -= gone;
      old += run.delete;
    } else {
      if (old > index || (old === index && sticky === 'before')) continue;
      shift += typeof run.insert === 'string' ? run.insert.length : 1;
    }
    if (old > index) break;
  }
  return index + shift;
};

/** The same edit for a text that others have changed meanwhile; their deltas in the order in which they came. */
export const rebaseEdit = (edit: TextEdit, deltas: readonly (readonly DeltaRun[])[]): TextEdit => {
  let from = edit.index;
  let to = edit.index + edit.remove;
  for (const delta of deltas) {
    from = mapIndex(delta, from, edit.remove > 0 ? 'after' : 'before');
    to = Math.max(from, mapIndex(delta, to));
  }
  return { index: from, remove: to - from, insert: edit.insert };
};
